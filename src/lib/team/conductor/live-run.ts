import { Signal } from '../../async/signal';
import type { AppError } from '../../domain/app-error';
import type { EventLog } from '../../log/event-log';
import type { RunEvent } from '../../domain/events';
import { initialRunState, type RunState } from '../../log/state';
import { foldEvents, reduce } from '../../log/reducer';
import { ChangeSignal } from './change-signal';
import { RunWriter } from './run-writer';

/** One run while it is led: its state, folded from the log as it grows, and the way to add to it. */
export class LiveRun {
	state: RunState = initialRunState();
	readonly write: RunWriter;
	/** Woken by each event of the run, and by who ends a wait. */
	readonly changed = new ChangeSignal();
	/** The run's events from now on, each once it is part of `state`. */
	readonly events = new Signal<RunEvent>();
	/** Resolves once the log has been read, so that `state` is true. */
	readonly loaded: Promise<void>;
	#markLoaded: () => void = () => undefined;
	#abort = new AbortController();
	#unsubscribe: () => void = () => undefined;

	#pausing: Promise<unknown> | undefined;

	constructor(
		private readonly log: EventLog,
		readonly id: string
	) {
		this.write = new RunWriter(log, id);
		this.loaded = new Promise((resolve) => (this.#markLoaded = resolve));
	}

	/** Aborted when the run is over or was stopped. */
	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	async load(): Promise<void> {
		this.state = foldEvents(await this.log.read(this.id), this.state);
		this.#markLoaded();
		this.#unsubscribe = this.log.subscribe((event) => {
			if (event.runId !== this.id) return;
			this.state = reduce(this.state, event);
			this.events.emit(event);
			this.changed.wake();
		});
	}
	/** Aborts whatever is under way. */
	abort(reason: AppError): void {
		this.#abort.abort(reason);
		this.changed.wake();
	}
	/** The log is no longer followed. */
	unload(): void {
		this.#unsubscribe();
	}

	async pause(reason = '', code?: string): Promise<void> {
		// Several agents may find the same limit reached at once.
		if (!this.state.isPaused) this.#pausing ??= this.write.pause(reason, code).finally(() => (this.#pausing = undefined));
		await this.#pausing;
	}
	async resume(): Promise<void> {
		if (this.state.isPaused) await this.write.emit('run.resumed', {});
	}
	/** Waits while the run is paused. @throws the reason when it is stopped meanwhile */
	async untilResumed(): Promise<void> {
		while (this.state.isPaused) {
			await this.changed.next();
			this.signal.throwIfAborted();
		}
	}
}
