import { Deferred } from '../../async/deferred';
import { Signal } from '../../async/signal';
import type { Container } from '../../container/container';
import { asError, hasCode } from '../../domain/app-error';
import type { PreviewServer, PreviewStatus } from '../ports';
import { restartApp, type RestartOptions } from './restart';
import { startHint } from '../../project/start-plan';

export interface AppStartParts extends Pick<RestartOptions, 'boot' | 'readFiles' | 'signal'> {
	restoreTools(container: Container): Promise<void>;
	servers(): readonly PreviewServer[];
}

type Attempt = Extract<PreviewStatus, { state: 'starting' | 'failed' }>;

/** Brings a project's app up, and tells how that goes and what is up. */
export class AppStart {
	readonly #parts: AppStartParts;
	readonly #changes = new Signal<PreviewStatus>();
	/** How the last start goes, or how it failed. */
	#attempt: Attempt | undefined;
	/** What to do with a project that nothing starts. */
	#hint = '';
	/** Whether a start has given the engine all of the project's files. */
	#files = { isWhole: false };
	/** Of the start that gives them; there is nothing to wait for without one, as after a run in this tab, whose agents write them there. */
	#filesSettled: Promise<void> = Promise.resolve();

	#run: Promise<unknown> = Promise.resolve();
	/** Ends what runs. */
	#stop = new AbortController();

	constructor(parts: AppStartParts) {
		this.#parts = parts;
	}

	get status(): PreviewStatus {
		const servers = this.#parts.servers();
		if (servers.length > 0) return { state: 'up', servers };
		return this.#attempt ?? { state: 'off', ...(this.#hint ? { hint: this.#hint } : {}) };
	}
	get hint(): string {
		return this.#hint;
	}
	/** Resolves when no start is about to give the engine the project's files: it has them, or could not be given them. */
	get filesSettled(): Promise<void> {
		return this.#filesSettled;
	}
	/** Calls at once with the state of things, then on each change. */
	subscribe(listener: (status: PreviewStatus) => void): () => void {
		listener(this.status);
		return this.#changes.subscribe(listener);
	}
	/** What is up has changed. */
	update(): void {
		this.#changes.emit(this.status);
	}
	/** The engine has died, with all that was in it. */
	fail(error: Error): void {
		this.#files = { isWhole: false };
		this.#setAttempt({ state: 'failed', error });
	}
	/** What failed is no longer so. */
	reset(): void {
		this.#setAttempt(undefined);
	}
	/** Starts the app. Resolves when it is up or has failed, which {@link status} tells; with false at once when a start is under way. */
	async run(): Promise<boolean> {
		if (this.#attempt?.state === 'starting') return false;
		const run = this.#start();
		this.#run = run;
		return run;
	}

	async #start(): Promise<boolean> {
		const files = this.#files;
		const settled = new Deferred();
		this.#filesSettled = settled.promise;
		const { boot, readFiles, restoreTools } = this.#parts;
		const signal = AbortSignal.any([this.#parts.signal, this.#stop.signal]);
		try {
			const isUp = await restartApp({
				...{ boot, readFiles, signal },
				// What cannot be put back is made anew by its tool.
				restoreTools: (container) => restoreTools(container).catch(() => undefined),
				isRestored: files.isWhole,
				onRestored: () => {
					files.isWhole = true;
					settled.resolve();
				},
				onStep: (step, detail) => this.#setAttempt({ state: 'starting', step, ...(detail ? { detail } : {}) })
			});
			this.#hint = isUp ? '' : startHint(await readFiles());
			this.#setAttempt(undefined);
		} catch (cause) {
			if (signal.aborted) {
				this.#setAttempt(undefined);
				return true;
			}
			const log = hasCode(cause, 'INSTALL_FAILED', 'START_FAILED') ? cause.data.log : undefined;
			this.#setAttempt({ state: 'failed', error: asError(cause), ...(log ? { log } : {}) });
		} finally {
			settled.resolve();
		}
		return true;
	}
	/** Ends what was started here, so that somebody else can start it. Resolves once a start under way has ended. */
	async stop(): Promise<void> {
		this.#stop.abort();
		this.#stop = new AbortController();
		await this.#run;
	}
	dispose(): void {
		this.#changes.clear();
	}

	#setAttempt(attempt: Attempt | undefined): void {
		this.#attempt = attempt;
		this.update();
	}
}
