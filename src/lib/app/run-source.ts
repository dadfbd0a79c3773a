import type { RunEvent } from '../domain/events';

/** What a person can tell a run to do. */
export type RunCommand =
	| { type: 'start' }
	| { type: 'pause' }
	| { type: 'resume' }
	| { type: 'stop' }
	/** Twice the limits of money and tokens, and on. */
	| { type: 'doubleBudget' }
	/** Accepts the blueprint of a run that plans first. */
	| { type: 'approve' }
	/** Words for the whole team, or for one agent. */
	| { type: 'message'; text: string; to?: string }
	| { type: 'answer'; questionId: string; answer: string }
	/** The whole new text of a file, as edited by hand. */
	| { type: 'editFile'; path: string; content: string }
	/** Files become again what they were before the event `seq`. */
	| { type: 'restore'; paths: readonly string[]; seq: number };

/** A run as the workspace sees it: a live one behind the hub, or a recorded log. */
export interface RunSource {
	/** All events so far, in order of `seq`. The array is replaced or grown, never reordered. */
	readonly events: readonly RunEvent[];
	/**
	 * Calls with each batch of new events, in order, and with what made the run break off without a word in its log (a full disk).
	 * Answers what ends the subscription.
	 */
	subscribe(listener: (events: readonly RunEvent[]) => void, onBroken?: (error: Error) => void): () => void;
	/** @throws when the command cannot be carried out; the message says why. */
	send(command: RunCommand): Promise<void>;
}

/** A source over a recorded log. Commands go to `onCommand`; more events can be {@link RecordedRun.emit | emitted}. */
export class RecordedRun implements RunSource {
	#events: RunEvent[];
	#listeners = new Set<(events: readonly RunEvent[]) => void>();
	readonly commands: RunCommand[] = [];

	constructor(events: readonly RunEvent[]) {
		this.#events = [...events];
	}
	get events(): readonly RunEvent[] {
		return this.#events;
	}
	subscribe(listener: (events: readonly RunEvent[]) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	/** Notes the command; a recorded run does not act on it. */
	async send(command: RunCommand): Promise<void> {
		this.commands.push(command);
	}
	emit(events: readonly RunEvent[]): void {
		this.#events.push(...events);
		for (const listener of this.#listeners) listener(events);
	}
}
