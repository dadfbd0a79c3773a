import type { ModelEndpoint } from '../../models/providers';
import { AppError } from '../../domain/app-error';
import type { AgentRunner } from './agent-runner';
import type { Client } from '../../bus/contract';
import { agentContract, type AgentInit, type AgentJob, type AgentOutcome } from '../../bus/contracts/agent';
import { agentHostContract, type AgentHost } from '../../bus/contracts/agent-host';
import { connect, serve } from '../../bus/rpc';

/** Runs each agent in a worker of its own: workers are kept warm, and an aborted agent's worker is terminated at once. */

interface Seat {
	worker: Worker;
	client: Client<typeof agentContract>;
	end(reason: AppError): void;
	death: AbortController;
}

export class WorkerAgents implements AgentRunner {
	#idle: Seat[] = [];
	#all = new Set<Seat>();

	constructor(
		private readonly create: () => Worker,
		private readonly endpointOf: (job: AgentJob) => ModelEndpoint,
		private readonly faults: string[] = []
	) {}

	/** Starts workers before they are needed. */
	warm(count: number): void {
		while (this.#idle.length < count) this.#idle.push(this.#open());
	}

	async run(job: AgentJob, host: AgentHost, signal: AbortSignal): Promise<AgentOutcome> {
		signal.throwIfAborted();
		const seat = this.#idle.pop() ?? this.#open();
		const { port1, port2 } = new MessageChannel();
		const stopServing = serve(port1, agentHostContract, host);
		const kill = () => seat.end(new AppError('AGENT_LOST', `${job.agent} was ended.`));
		signal.addEventListener('abort', kill, { once: true });
		try {
			const outcome = await seat.client.run(job, this.endpointOf(job), this.faults, port2);
			if (!seat.death.signal.aborted) this.#idle.push(seat);
			return outcome;
		} catch (error) {
			// An agent that failed leaves nothing behind for the next one.
			seat.end(new AppError('AGENT_LOST', `${job.agent} was ended.`));
			signal.throwIfAborted();
			throw error;
		} finally {
			signal.removeEventListener('abort', kill);
			stopServing();
		}
	}
	dispose(): void {
		for (const seat of this.#all) seat.end(new AppError('RUN_STOPPED', 'The run has ended.'));
		this.#idle = [];
	}

	#open(): Seat {
		const worker = this.create();
		const death = new AbortController();
		const { port1, port2 } = new MessageChannel();
		worker.postMessage({ type: 'init', api: port2 } satisfies AgentInit, [port2]);
		const { client, dispose } = connect(port1, agentContract, { name: 'The agent', death: death.signal });
		const seat: Seat = {
			worker,
			client,
			death,
			end: (reason) => {
				if (!this.#all.delete(seat)) return;
				this.#idle = this.#idle.filter((other) => other !== seat);
				death.abort(reason);
				dispose();
				worker.terminate();
			}
		};
		worker.onerror = () => seat.end(new AppError('AGENT_LOST', 'The agent worker failed.'));
		this.#all.add(seat);
		return seat;
	}
}
