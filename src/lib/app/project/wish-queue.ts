import type { Wish } from '../../bus/contracts/conductor';
import type { EventDraft } from '../../domain/events';
import { isQueueOpen } from '../../log/fold/queue';
import type { RunState } from '../../log/state';

export interface WishQueueParts {
	runId: string;
	state(): RunState;
	append(draft: EventDraft): Promise<unknown>;
	/** @throws what keeps it from being asked */
	ask(wish: Wish): Promise<void>;
}

/** What was said while the team was at work, kept in the log: each becomes a request once the one before it is done. */
export class WishQueue {
	/** On its way to be a request: the log has not heard of it yet. */
	#askedId: string | undefined;

	constructor(private readonly parts: WishQueueParts) {}

	/** Puts words last. Where the team is done already, they are asked at once. */
	async add({ text, isPlanFirst = false, failures = [] }: Pick<Wish, 'text' | 'isPlanFirst' | 'failures'>): Promise<void> {
		const payload = { wishId: crypto.randomUUID(), text, isPlanFirst, failures };
		await this.parts.append({ topic: 'wish.queued', payload, runId: this.parts.runId, from: 'user' });
	}
	async drop(wishId: string): Promise<void> {
		await this.parts.append({ topic: 'wish.dropped', payload: { wishId }, runId: this.parts.runId, from: 'user' });
	}
	/** Asks for what comes next, where it may. What cannot be asked goes on waiting, for the person to send. */
	async follow(): Promise<void> {
		const state = this.parts.state();
		const [next] = state.queue;
		if (!next || next.id === this.#askedId || !isQueueOpen(state)) return;
		const { id, ...wish } = next;
		this.#askedId = id;
		await this.parts.ask({ ...wish, wishId: id }).catch(() => (this.#askedId = undefined));
	}
}
