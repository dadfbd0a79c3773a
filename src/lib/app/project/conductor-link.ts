import { Signal } from '../../async/signal';
import type { Client } from '../../bus/contract';
import { serveContainer } from '../../bus/container-bridge';
import {
	conductorContract,
	type ConductorInit,
	type ConversationEntry,
	type RunOptions,
	type Wish
} from '../../bus/contracts/conductor';
import { hubPort } from '../../bus/hub-port';
import { connect } from '../../bus/rpc';
import type { Container } from '../../container/container';
import { Conversations } from '../../team/conductor/conversations';
import type { PreviewProbe } from '../../container/preview-probe';

export type Conductor = Client<typeof conductorContract>;

export interface ConductorParts {
	hub: Worker;
	/** The engine that the run may use. */
	boot(): Promise<Container>;
	probe: PreviewProbe;
	/** What a run starts with; asked again at each start, so that settings apply. @throws when it must not start */
	runOptions(): RunOptions;
}

/** The way to the conductor's worker: started when it is needed, and anew when it has died. */
export class ConductorLink {
	/** What made the run break off without a word in its log. The next command starts it again, from what the log has. */
	readonly broken = new Signal<unknown>();
	/** What agents and their models have said since this link was made. */
	readonly conversations = new Conversations();
	readonly #parts: ConductorParts;
	#line: Line;
	/** Resolves once the run is under way; undefined while none is. */
	#started: Promise<void> | undefined;
	#isDisposed = false;

	constructor(parts: ConductorParts) {
		this.#parts = parts;
		this.#line = openLine(parts, this.conversations);
	}

	/** The conductor with a run under way. @throws what keeps the run from starting */
	async running(): Promise<Conductor> {
		await (this.#started ?? this.start());
		return this.#line.client;
	}
	/** Starts the run, or goes on with one that the log has. */
	start(): Promise<void> {
		const started: Promise<void> = this.#start().catch((error: unknown) => {
			if (this.#started === started) this.#started = undefined;
			throw error;
		});
		return (this.#started = started);
	}
	/** Asks for something more of a project whose run has ended. @throws AppError RUN_BUSY */
	ask(wish: Wish): Promise<void> {
		return this.#again((client) => client.ask(this.#parts.runOptions(), wish));
	}
	/** Goes on with a run that was stopped. */
	goOn(): Promise<void> {
		return this.#again((client) => client.goOn(this.#parts.runOptions()));
	}
	dispose(): void {
		this.#isDisposed = true;
		this.broken.clear();
		this.#line.close();
	}

	async #start(): Promise<void> {
		const options = this.#parts.runOptions();
		if (this.#line.death.aborted) {
			this.#line.close();
			this.#line = openLine(this.#parts, this.conversations);
		}
		const { client } = this.#line;
		await client.start(options);
		this.#watch(client);
	}
	async #again(open: (client: Conductor) => Promise<void>): Promise<void> {
		const client = await this.running();
		await open(client);
		this.#watch(client);
	}
	#watch(client: Conductor): void {
		client.ended().catch((error: unknown) => {
			if (this.#isDisposed) return;
			this.#started = undefined;
			this.broken.emit(error);
		});
	}
}

/** One worker and what leads to it. */
interface Line {
	client: Conductor;
	/** Aborted when the worker has died. */
	death: AbortSignal;
	close(): void;
}

function openLine({ hub, boot, probe }: ConductorParts, conversations: Conversations): Line {
	const worker = new Worker(new URL('../../../../workers/conductor.ts', import.meta.url), { type: 'module', name: 'conductor' });
	const [api, container, log] = [new MessageChannel(), new MessageChannel(), hubPort(hub)];
	const ports = { api: api.port2, hub: log, container: container.port2 };
	worker.postMessage({ type: 'init', ...ports } satisfies ConductorInit, Object.values(ports));
	const stopServing = serveContainer(container.port1, boot, probe);
	const death = new AbortController();
	worker.onerror = () => death.abort();
	const { client, dispose } = connect(api.port1, conductorContract, { name: 'The conductor', death: death.signal });
	const heard = new MessageChannel();
	heard.port1.onmessage = ({ data: { agent, taskId, part } }: MessageEvent<ConversationEntry>) =>
		conversations.add(agent, taskId, part);
	// Reading along is a view of the run, and no part of it.
	client.watchConversations(heard.port2).catch(() => undefined);
	const close = () => {
		heard.port1.close();
		stopServing();
		dispose();
		worker.terminate();
	};
	return { client, death: death.signal, close };
}
