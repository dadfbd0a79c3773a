import type { ConversationPart } from '../../bus/contracts/agent-host';
import type { ConversationEntry } from '../../bus/contracts/conductor';

/** What agents and their models say to each other, kept while the run's worker lives, for who reads along. Not part of the log: much, and of no use to a run. */

/** Entries kept of one agent; the older half goes when there are more. */
const MAX_ENTRIES = 400;

export class Conversations {
	readonly #entries = new Map<string, ConversationEntry[]>();
	readonly #readers = new Set<(entry: ConversationEntry) => void>();

	constructor(private readonly now: () => number = Date.now) {}

	add(agent: string, taskId: string, part: ConversationPart): void {
		const entry: ConversationEntry = { agent, taskId, timeMs: this.now(), part };
		const kept = this.#entries.get(agent) ?? [];
		const last = kept.at(-1);
		// Words that came one by one are one text for who comes later.
		if (part.kind === 'text' && last?.part.kind === 'text')
			kept[kept.length - 1] = { ...last, part: { kind: 'text', text: last.part.text + part.text } };
		else kept.push(entry);
		if (kept.length > MAX_ENTRIES) kept.splice(0, MAX_ENTRIES >> 1);
		this.#entries.set(agent, kept);
		for (const read of this.#readers) read(entry);
	}

	/** Gives all that was said, then each piece as it comes. Returns how to stop. */
	watch(read: (entry: ConversationEntry) => void): () => void {
		const all = [...this.#entries.values()].flat();
		for (const entry of all) read(entry);
		this.#readers.add(read);
		return () => void this.#readers.delete(read);
	}
}
