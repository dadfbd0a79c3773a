import type { KernelToProcess } from '../../protocol';
import type { Runtime } from '../../process/runtime';
import { callLater } from '../streams/handle-wrap';

export type Accepted = Extract<KernelToProcess, { type: 'accept' }>;
export type Connected = Extract<KernelToProcess, { type: 'connected' }>;

/** What a listening handle does with a connection. */
export interface Listener {
	accept(message: Accepted): void;
}
/** What a connecting handle does with the kernel's answer: rings, or an errno. */
export interface Connecting {
	settleConnect(request: object, message: Connected): void;
}
/** A port of the loopback, or the path of a unix socket. */
export type Target = { port: number; path?: undefined } | { path: string; port?: undefined };

const loopbacks = new WeakMap<Runtime, Loopback>();

/** Listening and connecting within the container: the kernel joins two processes by a pair of rings; bytes then flow without it. */
export class Loopback {
	#lastId = 0;
	readonly #listening = new Map<number, Listener>();
	readonly #connecting = new Map<number, { handle: Connecting; request: object }>();
	readonly #runtime: Runtime;

	static of(runtime: Runtime): Loopback {
		const present = loopbacks.get(runtime) ?? new Loopback(runtime);
		loopbacks.set(runtime, present);
		return present;
	}

	private constructor(runtime: Runtime) {
		this.#runtime = runtime;
		runtime.onKernel.set('accept', (message: Accepted) => {
			runtime.loop.macro(() => {
				const listener = this.#listening.get(message.listenerId);
				if (listener) listener.accept(message);
				else this.release(message.readRing, message.writeRing);
			});
		});
		runtime.onKernel.set('connected', (message: Connected) => {
			const pending = this.#connecting.get(message.connectId);
			this.#connecting.delete(message.connectId);
			if (!pending) return;
			callLater(pending.request, () => {
				runtime.pending--;
				pending.handle.settleConnect(pending.request, message);
			});
		});
	}

	/** Answers the port: of a path, one that only the kernel uses. */
	listen(listener: Listener, target: Target): { id: number; port: number; errno?: undefined } | { errno: number } {
		const id = ++this.#lastId;
		const result = this.#runtime.syscall<'listen'>({ op: 'listen', port: target.port ?? 0, path: target.path, listenerId: id });
		if (result.errno) return { errno: result.errno };
		this.#listening.set(id, listener);
		return { id, port: result.port };
	}

	unlisten(id: number, port: number): void {
		this.#listening.delete(id);
		this.#runtime.syscall<'unlisten'>({ op: 'unlisten', port, listenerId: id });
	}

	connect(handle: Connecting, request: object, target: Target): void {
		const connectId = ++this.#lastId;
		this.#runtime.pending++;
		this.#connecting.set(connectId, { handle, request });
		this.#runtime.post({ type: 'connect', connectId, port: target.port ?? 0, path: target.path });
	}

	release(readRing: number, writeRing: number): void {
		this.#runtime.closeRingEnd(readRing, 'read');
		this.#runtime.closeRingEnd(writeRing, 'write');
	}
}
