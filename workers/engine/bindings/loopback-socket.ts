import type { KernelToProcess } from '../protocol';
import type { Runtime } from '../process/runtime';
import { callLater, RingStream } from './stream-base';

export interface ConnectRequest {
	oncomplete(status: number, handle: unknown, request: unknown, isReadable: boolean, isWritable: boolean): void;
}

type Accept = Extract<KernelToProcess, { type: 'accept' }>;
type Connected = Extract<KernelToProcess, { type: 'connected' }>;

/** What TCP and named sockets share: the kernel joins two processes by a pair of rings; bytes then flow without it. */
export abstract class LoopbackSocket extends RingStream {
	onconnection?: (status: number, client: LoopbackSocket) => void;
	localPort = 0;
	remotePort = 0;
	#listenerId = 0;

	constructor(protected readonly runtime: Runtime) {
		super();
	}

	/** A handle of the same kind for a connection that was accepted. */
	protected abstract makeClient(): LoopbackSocket;

	override isActive(): boolean {
		return this.#listenerId !== 0 || super.isActive();
	}

	/** @returns 0 or a negative errno */
	protected listenOn(port: number | 'named'): number {
		const sockets = socketsOf(this.runtime);
		const id = ++sockets.lastId;
		const result = this.runtime.syscall<'listen'>({ op: 'listen', port, listenerId: id });
		if (result.errno) return result.errno;
		this.localPort = result.port;
		this.#listenerId = id;
		sockets.listening.set(id, this);
		return 0;
	}

	protected connectTo(request: ConnectRequest, port: number): number {
		const sockets = socketsOf(this.runtime);
		const connectId = ++sockets.lastId;
		this.remotePort = port;
		this.runtime.pending++;
		sockets.connecting.set(connectId, { handle: this, request });
		this.runtime.post({ type: 'connect', connectId, port });
		return 0;
	}

	accept(message: Accept): void {
		const client = this.makeClient();
		client.localPort = this.localPort;
		client.remotePort = message.remotePort;
		client.attach(message.readRing, message.writeRing);
		this.onconnection?.(0, client);
	}

	/** The kernel answered: rings, or an errno. */
	settleConnect(request: ConnectRequest, message: Connected): void {
		if (message.errno) {
			this.remotePort = 0;
			this.cancelPendingWrites();
			return request.oncomplete(message.errno, this, request, false, false);
		}
		const { readRing = 0, writeRing = 0, localPort = 0 } = message;
		if (this.isClosed) return releaseRings(this.runtime, readRing, writeRing);
		this.localPort = localPort;
		this.attach(readRing, writeRing);
		request.oncomplete(0, this, request, true, true);
	}

	protected override onClose(): void {
		super.onClose();
		if (!this.#listenerId) return;
		socketsOf(this.runtime).listening.delete(this.#listenerId);
		this.runtime.syscall<'unlisten'>({ op: 'unlisten', port: this.localPort, listenerId: this.#listenerId });
		this.#listenerId = 0;
	}
}

/** The sockets of one process that wait for the kernel. */
interface Sockets {
	lastId: number;
	listening: Map<number, LoopbackSocket>;
	connecting: Map<number, { handle: LoopbackSocket; request: ConnectRequest }>;
}

const byRuntime = new WeakMap<Runtime, Sockets>();

function socketsOf(runtime: Runtime): Sockets {
	const known = byRuntime.get(runtime);
	if (known) return known;
	const sockets: Sockets = { lastId: 0, listening: new Map(), connecting: new Map() };
	byRuntime.set(runtime, sockets);
	runtime.onKernel.set('accept', (message: Accept) => {
		runtime.loop.macro(() => {
			const listener = sockets.listening.get(message.listenerId);
			if (listener) listener.accept(message);
			else releaseRings(runtime, message.readRing, message.writeRing);
		});
	});
	runtime.onKernel.set('connected', (message: Connected) => {
		const pending = sockets.connecting.get(message.connectId);
		sockets.connecting.delete(message.connectId);
		if (!pending) return;
		callLater(pending.request, () => {
			runtime.pending--;
			pending.handle.settleConnect(pending.request, message);
		});
	});
	return sockets;
}

function releaseRings(runtime: Runtime, readRing: number, writeRing: number): void {
	runtime.closeRingEnd(readRing, 'read');
	runtime.closeRingEnd(writeRing, 'write');
}
