import { stampEvent, type EventDraft, type RunEvent } from './events';

/** Where a run's events are kept. */
export interface EventStore {
	/** Resolves once the event is safe. */
	append(event: RunEvent): Promise<void>;
	/** All events of a run in order, those after `afterSeq` only. */
	read(runId: string, afterSeq?: number): Promise<RunEvent[]>;
}

export type EventListener = (event: RunEvent) => void;

/** The log as its writers see it. */
export interface EventLog {
	/** Stamps, stores, then tells everybody; resolves with the event as stored. */
	append(draft: EventDraft): Promise<RunEvent>;
	read(runId: string, afterSeq?: number): Promise<RunEvent[]>;
	subscribe(listener: EventListener): () => void;
}

/** Stamps events one after another and stores each before anybody hears of it. */
export class StoredEventLog implements EventLog {
	#seq = new Map<string, number>();
	#listeners = new Set<EventListener>();
	#queue: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly store: EventStore,
		private readonly clock: { now(): number; id(): string } = { now: () => Date.now(), id: () => crypto.randomUUID() }
	) {}

	append(draft: EventDraft): Promise<RunEvent> {
		const work = this.#queue.then(async () => {
			const seq = (this.#seq.get(draft.runId) ?? (await this.#lastSeq(draft.runId))) + 1;
			const event = stampEvent(draft, { id: this.clock.id(), seq, time: this.clock.now() });
			await this.store.append(event);
			this.#seq.set(draft.runId, seq);
			for (const listener of this.#listeners) listener(event);
			return event;
		});
		this.#queue = work.catch(() => undefined);
		return work;
	}
	read(runId: string, afterSeq = 0): Promise<RunEvent[]> {
		return this.store.read(runId, afterSeq);
	}
	subscribe(listener: EventListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	async #lastSeq(runId: string): Promise<number> {
		return (await this.store.read(runId)).at(-1)?.seq ?? 0;
	}
}
