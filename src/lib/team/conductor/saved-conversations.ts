import { z } from '../../domain/zod';
import type { AppError } from '../../domain/app-error';
import { groupOf } from '../../domain/error-codes';
import { savedConversationSchema } from '../../bus/contracts/agent-host';
import type { TaskTexts } from '../../project/database';

/** Conversations of tasks that are under way, so that a task goes on after a reload or the death of its agent. Keys of models are no part of them. */

/** All that a task needs to go on: what was said, and what the conductor's side knows of it. */
const savedTaskSchema = z.object({
	runId: z.string(),
	conversation: savedConversationSchema,
	/** Paths that it has written. */
	written: z.array(z.string()),
	handOvers: z.array(z.object({ to: z.string(), reason: z.string() })),
	/** Messages of the run that it has heard. */
	heard: z.number().int(),
	/** Versions of contracts that it was told of. */
	contracts: z.record(z.string(), z.number().int())
});
export type SavedTask = Omit<z.infer<typeof savedTaskSchema>, 'runId'>;

/** A conversation that is longer is not kept: far beyond what models take. */
const MAX_CHARS = 2_000_000;
/** Failures of models that another conversation would not end: this one goes on once they are over. */
const BEGINS_ANEW = new Set(['MODEL_CONTEXT', 'MODEL_CUT', 'MODEL_REFUSED', 'MODEL_TOOL_FORM', 'MODEL_BAD_TOOL_ARGUMENTS']);

export class SavedConversations {
	/** The latest of each task that is not written yet. */
	readonly #next = new Map<string, string>();
	readonly #writing = new Map<string, Promise<void>>();

	constructor(
		private readonly store: TaskTexts | undefined,
		private readonly runId: string
	) {}

	/** What is kept of a task of this run; undefined when there is nothing that can be read. */
	async of(taskId: string): Promise<SavedTask | undefined> {
		await this.#writing.get(taskId);
		const text = await this.store?.read(taskId);
		const saved = text === undefined ? undefined : savedTaskSchema.safeParse(JSON.parse(text)).data;
		return saved?.runId === this.runId ? saved : undefined;
	}

	/** Returns at once; of several in a row, the last is written. What there is no room for is not kept. */
	save(taskId: string, saved: SavedTask): void {
		if (!this.store) return;
		const text = JSON.stringify({ runId: this.runId, ...saved });
		if (text.length > MAX_CHARS) return void this.drop(taskId);
		this.#next.set(taskId, text);
		if (!this.#writing.has(taskId)) this.#writing.set(taskId, this.#write(taskId));
	}

	/** A task has ended, or begins anew. */
	async drop(taskId: string): Promise<void> {
		this.#next.delete(taskId);
		await this.#writing.get(taskId);
		await this.store?.remove(taskId);
	}
	/** The run has ended. */
	async clear(): Promise<void> {
		this.#next.clear();
		await Promise.all(this.#writing.values());
		await this.store?.clear();
	}

	async #write(taskId: string): Promise<void> {
		try {
			for (let text = this.#next.get(taskId); text !== undefined; text = this.#next.get(taskId)) {
				this.#next.delete(taskId);
				await this.store?.write(taskId, text);
			}
		} catch {
			// No room for it: the log, which needs less, says so when it has none either.
		} finally {
			this.#writing.delete(taskId);
		}
	}
}

/** Whether a task that failed so goes on with its conversation when it is tried again. */
export function goesOnAfter({ code }: Pick<AppError, 'code'> | { code: string }): boolean {
	if (['AGENT_LOST', 'RPC_DEAD', 'STORAGE_FULL'].includes(code)) return true;
	return groupOf(code) === 'model' && !BEGINS_ANEW.has(code);
}
