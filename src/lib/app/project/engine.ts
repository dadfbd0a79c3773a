import { Deferred } from '../../async/deferred';
import { Signal } from '../../async/signal';
import { AppError } from '../../domain/app-error';
import type { PreviewServer } from '../ports';

/** What an engine is to its project; `death` is aborted when it has died, with an AppError as its reason. */
export interface Bootable {
	readonly death: AbortSignal;
	onServerReady(listener: (server: PreviewServer) => void): unknown;
	onServerClosed(listener: (port: number) => void): unknown;
	dispose(): Promise<void>;
}

type State<C> =
	| { state: 'off' }
	| { state: 'booted'; container: Promise<C> }
	/** It has died: nothing boots another until the person asks for it. */
	| { state: 'fallen'; error: AppError; restarted: Deferred }
	| { state: 'closed' };

/** Settles when the engine of the last project is gone: a page has one. */
let engineFree: Promise<unknown> = Promise.resolve();

/** A project's engine, from its boot to its end, and what listens in it. */
export class Engine<C extends Bootable> {
	readonly #create: () => Promise<C>;
	#state: State<C> = { state: 'off' };
	/** Those that are up, by port; the app's own came first. */
	readonly #servers = new Map<number, PreviewServer>();
	/** A server came or went. */
	readonly serversChanged = new Signal<void>();
	/** The engine has died. */
	readonly fell = new Signal<AppError>();

	/** `create` boots an engine and prepares it; it is called again after a failure. */
	constructor(create: () => Promise<C>) {
		this.#create = create;
	}

	get servers(): readonly PreviewServer[] {
		return [...this.#servers.values()];
	}
	/** The engine that runs or boots; undefined when there is none. */
	get current(): Promise<C> | undefined {
		return this.#state.state === 'booted' ? this.#state.container : undefined;
	}
	/**
	 * The engine; booted once. A boot that failed is tried again at the next call.
	 * @throws AppError PROJECT_CLOSED, or ENGINE_DIED until {@link restart}
	 */
	async boot(): Promise<C> {
		if (this.#state.state === 'closed') throw new AppError('PROJECT_CLOSED', 'The project was closed meanwhile.');
		if (this.#state.state === 'fallen') throw this.#state.error;
		if (this.#state.state === 'booted') return this.#state.container;
		const container = engineFree.then(() => this.#create()).then((booted) => this.#watch(booted));
		const booted = (this.#state = { state: 'booted', container });
		container.catch(() => {
			if (this.#state === booted) this.#state = { state: 'off' };
		});
		return container;
	}
	/** The engine, for who can wait until the person wants one in the place of one that has died. */
	async bootWhenAllowed(): Promise<C> {
		if (this.#state.state === 'fallen') await this.#state.restarted.promise;
		return this.boot();
	}
	/** The person wants another engine in the place of one that has died. @returns whether one had */
	restart(): boolean {
		if (this.#state.state !== 'fallen') return false;
		const { restarted } = this.#state;
		this.#state = { state: 'off' };
		restarted.resolve();
		return true;
	}
	dispose(): void {
		const { current } = this;
		if (current) engineFree = current.then((container) => container.dispose()).catch(() => undefined);
		this.#state = { state: 'closed' };
		this.#servers.clear();
		this.serversChanged.clear();
		this.fell.clear();
	}

	#watch(container: C): C {
		container.onServerReady((server) => {
			this.#servers.set(server.port, server);
			this.serversChanged.emit();
		});
		container.onServerClosed((port) => {
			if (this.#servers.delete(port)) this.serversChanged.emit();
		});
		const onDeath = () => this.#fall(container);
		if (container.death.aborted) onDeath();
		container.death.addEventListener('abort', onDeath);
		return container;
	}
	#fall(container: C): void {
		if (this.#state.state !== 'booted') return;
		const error = container.death.reason as AppError;
		this.#state = { state: 'fallen', error, restarted: new Deferred() };
		this.#servers.clear();
		void container.dispose().catch(() => undefined);
		this.fell.emit(error);
	}
}
