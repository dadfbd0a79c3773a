import { Signal } from '../async/signal';
import type { RunEvent } from '../domain/events';
import { foldEvents } from './reducer';
import { initialRunState, type RunState } from './state';

/** A state is kept after each so many events: to go back means to fold fewer than that. */
const SNAPSHOT_EVERY = 64;

/** The log of a run as one realm has it: events as they come, each folded once. */
export class RunLog {
	readonly #events: RunEvent[] = [];
	/** After every {@link SNAPSHOT_EVERY} events; states share what did not change. */
	readonly #snapshots: RunState[] = [initialRunState()];
	#state = initialRunState();
	readonly #added = new Signal<readonly RunEvent[]>();

	constructor(events: Iterable<RunEvent> = []) {
		this.append(events);
	}
	/** All events in order of `seq`. The array grows in place and is never copied. */
	get events(): readonly RunEvent[] {
		return this.#events;
	}
	/** What is true after all of them. */
	get state(): RunState {
		return this.#state;
	}
	/** What was true after event `seq`. */
	stateAt(seq: number): RunState {
		const at = this.#snapshots.findLastIndex(({ lastSeq }) => lastSeq <= seq);
		const later = this.#events.slice(at * SNAPSHOT_EVERY, (at + 1) * SNAPSHOT_EVERY);
		return foldEvents(
			later.filter((event) => event.seq <= seq),
			this.#snapshots[at] ?? initialRunState()
		);
	}
	/** Takes in what comes after the last event; what is known already is left out. */
	append(events: Iterable<RunEvent>): void {
		const fresh: RunEvent[] = [];
		let unfolded: RunEvent[] = [];
		const fold = () => {
			this.#state = foldEvents(unfolded, this.#state);
			unfolded = [];
		};
		for (const event of events) {
			if (event.seq <= (unfolded.at(-1)?.seq ?? this.#state.lastSeq)) continue;
			unfolded.push(event);
			fresh.push(event);
			if (this.#events.push(event) % SNAPSHOT_EVERY !== 0) continue;
			fold();
			this.#snapshots.push(this.#state);
		}
		fold();
		if (fresh.length > 0) this.#added.emit(fresh);
	}
	/** Calls with each batch of new events, once they are folded. Returns how to stop. */
	subscribe(listener: (added: readonly RunEvent[]) => void): () => void {
		return this.#added.subscribe(listener);
	}
}
