import { EXIT, type EventLoop, type HostGlobals, type RealmHooks } from './runtime';

/**
 * Node's event loop on the host's: one macrotask per hop of a MessageChannel, Node's ticks drained after each callback.
 * The host drains microtasks by itself whenever its stack empties, so `runMicrotasks` has nothing to do.
 */
export class MacrotaskLoop implements EventLoop {
	depth = 0;
	hasTurned = false;
	readonly queue: (() => void)[] = [];
	readonly #hooks: RealmHooks;
	readonly #channel: MessageChannel;
	#isHopPending = false;
	/** Set by the runtime: what to do when nothing is queued, with an error, and when the process is over. */
	onIdle: () => void = () => {};
	onFatal: (error: unknown) => void = () => {};
	isDead: () => boolean = () => false;

	constructor(hooks: RealmHooks, host: HostGlobals) {
		this.#hooks = hooks;
		this.#channel = new host.MessageChannel();
		this.#channel.port1.onmessage = () => {
			this.#isHopPending = false;
			this.#turn();
		};
	}

	macro(task: () => void): void {
		this.queue.push(task);
		this.hop();
	}

	hop(): void {
		if (this.#isHopPending) return;
		this.#isHopPending = true;
		this.#channel.port2.postMessage(0);
	}

	makeCallback(task: () => void): void {
		if (this.isDead()) return;
		// Whatever frame the last continuation left behind does not belong to this callback.
		if (this.depth === 0) this.#hooks.contextFrame = undefined;
		this.#guarded(task);
		if (this.depth === 0) this.#drainTicks();
	}

	checkIdle(): void {
		this.onIdle();
	}

	get hasTicks(): boolean {
		return this.#hooks.tickInfo[0] !== 0 || this.#hooks.tickInfo[1] !== 0;
	}

	#turn(): void {
		if (this.isDead()) return;
		// Ticks that microtasks of the last macrotask queued come before the next macrotask.
		if (this.hasTicks) this.#drainTicks();
		else {
			const task = this.queue.shift();
			this.hasTurned = true;
			if (task) this.makeCallback(task);
		}
		if (this.queue.length || this.hasTicks) this.hop();
		else this.onIdle();
	}

	#drainTicks(): void {
		const { tickCallback } = this.#hooks;
		if (tickCallback && this.hasTicks && !this.isDead()) this.#guarded(tickCallback);
	}

	#guarded(task: () => void): void {
		this.depth++;
		try {
			task();
		} catch (error) {
			if (error !== EXIT) this.onFatal(error);
		} finally {
			this.depth--;
		}
	}
}
