import type { Workspace } from '../../project/workspace';
import type { FaultName } from '../../domain/fault';
import { AppError } from '../../domain/app-error';
import type { EventDraft, PayloadInput, Topic } from '../../domain/events';
import type { PlannedTask } from '../../domain/task';
import type { RunState } from '../../log/state';
import type { AgentHost, ModelCallNote, ToolUseNote } from '../../bus/contracts/agent-host';
import type { Blueprint } from '../../domain/blueprint';
import type { Faults } from './faults';
import { writeTracked } from './tracked-files';
import { cleanPath, isWritable } from '../../domain/write-set';

const MAX_FILE_CHARS = 400_000;
const MAX_HITS = 80;

/** What a task's host needs of the conductor. */
export interface HostServices {
	runId: string;
	workspace: Workspace;
	faults: Faults;
	state(): RunState;
	append(draft: EventDraft): Promise<unknown>;
	/** Waits while paused. @throws AppError BUDGET_SPENT or RUN_STOPPED. */
	mayCall(): Promise<void>;
	/** Ends this agent as a crash would. */
	kill(): void;
	ask(agent: string, taskId: string, question: string, byDefault: string): Promise<string>;
}

/** The conductor's side of one agent at work on one task: checks the write set, keeps the log. */
export class TaskHost implements AgentHost {
	readonly written = new Set<string>();
	blueprint: Blueprint | undefined;
	/** The files' texts when this agent read them. */
	readonly #read = new Map<string, string>();
	#heard: number;

	constructor(
		private readonly services: HostServices,
		private readonly task: PlannedTask,
		private readonly agent: string
	) {
		this.#heard = services.state().messages.length;
	}

	async listFiles(under: string): Promise<string[]> {
		return this.services.workspace.list(under);
	}
	async readFile(path: string): Promise<string | undefined> {
		const clean = cleanPath(path) ?? '';
		const content = this.services.workspace.read(clean);
		if (content !== undefined) this.#read.set(clean, content);
		return content;
	}
	async search(text: string, under: string): Promise<string[]> {
		const hits: string[] = [];
		for (const path of this.services.workspace.list(under)) {
			const lines = (this.services.workspace.read(path) ?? '').split('\n');
			for (const [index, line] of lines.entries()) {
				if (line.includes(text)) hits.push(`${path}:${index + 1}: ${line.trim().slice(0, 200)}`);
				if (hits.length >= MAX_HITS) return hits;
			}
		}
		return hits;
	}
	async writeFile(path: string, content: string): Promise<void> {
		const clean = this.#admit(path);
		if (content.length > MAX_FILE_CHARS)
			throw new AppError('WRITE_TOO_LARGE', `'${clean}' has ${content.length} characters; at most ${MAX_FILE_CHARS} are kept.`);
		this.#keepHandEdit(clean);
		await writeTracked(this.services, {
			path: clean,
			content: this.services.faults.onWrite(clean, content),
			by: this.agent,
			taskId: this.task.id
		});
		this.written.add(clean);
		if (this.services.faults.killsAgent(this.agent)) this.services.kill();
	}
	async deleteFile(path: string): Promise<void> {
		const clean = this.#admit(path);
		this.#keepHandEdit(clean);
		await this.services.workspace.remove(clean, this.agent);
		await this.#emit('artifact.superseded', { name: `file:${clean}`, path: clean, deleted: true });
	}
	async publish(artifact: string): Promise<void> {
		if (!this.task.publishes.includes(artifact))
			throw new AppError('PUBLISH_DENIED', `This task publishes ${this.task.publishes.join(', ')}, not '${artifact}'.`);
		if (artifact in this.services.state().artifacts) return;
		await this.#emit('artifact.published', { name: artifact, kind: artifact.split(':')[0] ?? artifact });
	}
	ask(question: string, byDefault: string): Promise<string> {
		return this.services.ask(this.agent, this.task.id, question, byDefault);
	}
	async submitBlueprint(blueprint: Blueprint): Promise<void> {
		this.blueprint = blueprint;
	}
	async beforeCall(): Promise<string[]> {
		await this.services.mayCall();
		const { messages } = this.services.state();
		const role = this.agent.replace(/-\d+$/, '');
		const news = messages
			.slice(this.#heard)
			.filter((one) => one.from === 'user' && (one.to === null || one.to === this.agent || one.to === role));
		this.#heard = messages.length;
		return news.map((one) => one.text);
	}
	async called(call: ModelCallNote): Promise<void> {
		const { reply, error } = call;
		await this.services.append({
			...this.#envelope(),
			topic: 'model.called',
			payload: {
				model: reply?.model ?? '',
				requestHash: call.requestHash,
				latencyMs: call.latencyMs,
				finishReason: reply?.finishReason ?? '',
				...(error ? { error } : {})
			},
			...(reply ? { cost: { ...reply.usage, money: reply.money } } : {})
		});
	}
	async tool(event: ToolUseNote): Promise<void> {
		const { ok, ...rest } = event;
		if (ok === undefined) await this.#emit('tool.called', rest);
		else await this.#emit('tool.returned', { ...rest, ok });
	}
	async progress(text: string): Promise<void> {
		await this.#emit('task.progress', { text });
	}
	async faultStruck(fault: FaultName, detail: string): Promise<void> {
		this.services.faults.report(fault, detail);
	}

	#admit(path: string): string {
		const clean = cleanPath(path);
		if (!clean) throw new AppError('WRITE_DENIED', `'${path}' is no path inside the project.`);
		if (!isWritable(this.task.writes, clean))
			throw new AppError('WRITE_DENIED', `'${clean}' is outside your write set: ${this.task.writes.join(', ')}.`, {
				data: { path: clean }
			});
		return clean;
	}
	/** What a person wrote is replaced or deleted only by who has read it. @throws AppError EDITED_BY_HAND */
	#keepHandEdit(path: string): void {
		if (this.services.state().files[path]?.by !== 'user' || this.#read.get(path) === this.services.workspace.read(path)) return;
		throw new AppError(
			'EDITED_BY_HAND',
			`The person edited '${path}' by hand. Read it first, and keep what they changed when you write it again; delete it only if nothing of theirs is lost.`,
			{ data: { path } }
		);
	}
	#envelope() {
		return { runId: this.services.runId, from: this.agent, taskId: this.task.id };
	}
	async #emit<T extends Topic>(topic: T, payload: PayloadInput<T>): Promise<void> {
		await this.services.append({ ...this.#envelope(), topic, payload } as EventDraft);
	}
}
