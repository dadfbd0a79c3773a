import type { ProcessRuntime } from './process-runtime';

/** Exit code of Node for a module whose top-level await never settles. */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

/**
 * Decides when a process is over: nothing queued, no ref'd timer, immediate, active handle or pending work, and still so one host
 * timeout and one hop later (the host may be delivering messages meanwhile). Then `beforeExit`, then `exit` with the exact code.
 */
export class IdleWatch {
	readonly #runtime: ProcessRuntime;
	readonly #channel: MessageChannel;
	readonly #afterHop: (() => void)[] = [];
	#isChecking = false;
	#entryPromise: unknown;
	#isEntryPending = false;

	constructor(runtime: ProcessRuntime) {
		this.#runtime = runtime;
		this.#channel = new runtime.host.MessageChannel();
		this.#channel.port1.onmessage = () => this.#afterHop.shift()?.();
		runtime.loop.onIdle = () => this.check();
	}

	check(): void {
		const runtime = this.#runtime;
		this.#followEntryPoint();
		if (this.#isChecking || !runtime.isStarted || runtime.isDead || this.#isAlive()) return;
		this.#isChecking = true;
		runtime.host.setTimeout(() => this.#hop(() => this.#confirm()), 0);
	}

	#confirm(): void {
		const runtime = this.#runtime;
		this.#isChecking = false;
		if (runtime.isDead) return;
		if (this.#isAlive()) return this.check();
		const { process } = runtime;
		runtime.loop.makeCallback(() => process.emit('beforeExit', Number(process.exitCode ?? 0)));
		this.#isChecking = true;
		runtime.host.setTimeout(() => {
			this.#isChecking = false;
			if (runtime.isDead) return;
			if (this.#isAlive()) return this.check();
			this.#exit();
		}, 0);
	}

	#exit(): void {
		const runtime = this.#runtime;
		const process = runtime.process as NodeJS.Process & { _exiting?: boolean };
		const isUnsettled = this.#isEntryPending && !runtime.isThread && process.exitCode === undefined;
		if (isUnsettled) this.#warnUnsettled();
		if (!process._exiting) {
			process._exiting = true;
			if (isUnsettled) process.exitCode = UNSETTLED_TOP_LEVEL_AWAIT;
			runtime.loop.makeCallback(() => process.emit('exit', Number(process.exitCode ?? 0)));
		}
		if (!runtime.isDead) runtime.exitQuietly(Number(process.exitCode ?? 0));
	}

	#warnUnsettled(): void {
		try {
			this.#runtime.writeDescriptor(2, new TextEncoder().encode('Warning: Detected unsettled top-level await\n'));
		} catch {
			// Nobody reads stderr any more; the exit code tells it.
		}
	}

	/** Node keeps the entry module's promise under a private symbol of the global object. */
	#followEntryPoint(): void {
		const symbols = this.#runtime.internalBinding?.('util').privateSymbols as Record<string, symbol> | undefined;
		const key = symbols?.entry_point_promise_private_symbol;
		const promise = key && (globalThis as unknown as Record<symbol, Promise<unknown> | undefined>)[key];
		if (!promise || promise === this.#entryPromise) return;
		this.#entryPromise = promise;
		this.#isEntryPending = true;
		const settled = () => {
			this.#isEntryPending = false;
		};
		promise.then(settled, settled);
	}

	#isAlive(): boolean {
		const runtime = this.#runtime;
		if (runtime.loop.queue.length || runtime.loop.hasTicks || runtime.pending > 0) return true;
		const timers = runtime.internalBinding('timers');
		if (timers.timerInfo?.[0] > 0 || timers.timeoutInfo?.[0] > 0 || timers.immediateInfo[1] > 0) return true;
		for (const handle of runtime.handles) if (handle.hasRef() && handle.isActive?.()) return true;
		return false;
	}

	#hop(task: () => void): void {
		this.#afterHop.push(task);
		this.#channel.port2.postMessage(0);
	}
}
