import { Signal } from '../async/signal';
import type { RunEvent } from '../domain/events';
import { reduce } from './reducer';
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
		let state = this.#snapshots[at] ?? initialRunState();
		for (let index = at * SNAPSHOT_EVERY; index < this.#events.length; index++) {
			const event = this.#events[index];
			if (!event || event.seq > seq) break;
			state = reduce(state, event);
		}
		return state;
	}
	/** Takes in what comes after the last event; what is known already is left out. */
	append(events: Iterable<RunEvent>): void {
		const fresh: RunEvent[] = [];
		for (const event of events) {
			if (event.seq <= this.#state.lastSeq) continue;
			this.#state = reduce(this.#state, event);
			if (this.#events.push(event) % SNAPSHOT_EVERY === 0) this.#snapshots.push(this.#state);
			fresh.push(event);
		}
		if (fresh.length > 0) this.#added.emit(fresh);
	}
	/** Calls with each batch of new events, once they are folded. Returns how to stop. */
	subscribe(listener: (added: readonly RunEvent[]) => void): () => void {
		return this.#added.subscribe(listener);
	}
}
