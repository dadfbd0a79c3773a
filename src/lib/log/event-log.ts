import { Serial } from '../async/serial';
import { Signal } from '../async/signal';
import { Causes } from './causes';
import { stampEvent, type EventDraft, type RunEvent } from '../domain/events';

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

/** Stamps events one after another, with what led to each, and stores each before anybody hears of it. */
export class StoredEventLog implements EventLog {
	#runs = new Map<string, { lastSeq: number; causes: Causes }>();
	#stored = new Signal<RunEvent>();
	#writes = new Serial();

	constructor(
		private readonly store: EventStore,
		private readonly clock: { now(): number; id(): string } = { now: () => Date.now(), id: () => crypto.randomUUID() }
	) {}

	append(draft: EventDraft): Promise<RunEvent> {
		return this.#writes.run(async () => {
			const run = await this.#runOf(draft.runId);
			const causeId = draft.causeId ?? run.causes.causeOf(draft);
			const stamp = { id: this.clock.id(), seq: run.lastSeq + 1, time: this.clock.now() };
			const event = stampEvent({ ...draft, causeId }, stamp);
			await this.store.append(event);
			run.lastSeq = event.seq;
			run.causes.note(event);
			this.#stored.emit(event);
			return event;
		});
	}
	read(runId: string, afterSeq = 0): Promise<RunEvent[]> {
		return this.store.read(runId, afterSeq);
	}
	subscribe(listener: EventListener): () => void {
		return this.#stored.subscribe(listener);
	}
	/** Read from the store when the run is first written to, as after a reload. */
	async #runOf(runId: string): Promise<{ lastSeq: number; causes: Causes }> {
		const known = this.#runs.get(runId);
		if (known) return known;
		const run = { lastSeq: 0, causes: new Causes() };
		for (const event of await this.store.read(runId)) {
			run.lastSeq = event.seq;
			run.causes.note(event);
		}
		this.#runs.set(runId, run);
		return run;
	}
}
