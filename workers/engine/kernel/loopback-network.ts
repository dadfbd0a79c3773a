import { EADDRINUSE, ECONNREFUSED } from '../fs/errno';
import { send, type ProcessRecord } from './process-record';
import { RingWriter, type RingTable } from './rings';

const FIRST_EPHEMERAL = 40_000;
/** Ports from here on stand for paths of unix sockets: nobody else sees them. */
const FIRST_HIDDEN = 1 << 16;

interface Listener {
	owner: ProcessRecord;
	id: number;
}

export interface PortEvents {
	onOpen(port: number): void;
	onClose(port: number): void;
}

/** The kernel's end of a connection. Whoever has it must close both directions. */
export class LoopbackConnection {
	constructor(
		private readonly rings: RingTable,
		private readonly readRing: number,
		private readonly writeRing: number
	) {}

	/** Reads until the peer ends, abort or the engine's end; that direction is closed then. `onBytes` may be slow. */
	read(onBytes: (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>, signal?: AbortSignal): Promise<void> {
		return this.rings.pump(this.readRing, onBytes, signal);
	}

	/** Writes all of `bytes`, waiting for room; false when the peer reads no more, on abort, or at the engine's end. */
	write(bytes: Uint8Array, signal?: AbortSignal): Promise<boolean> {
		return this.rings.write(this.writeRing, bytes, signal);
	}

	/** In place of `write` and `end`, for several callers: what they write keeps its order. */
	writer(): RingWriter {
		return new RingWriter(this.rings, this.writeRing);
	}

	/** Nothing more is written: the peer sees end of file. */
	end(): void {
		this.rings.release(this.writeRing, 'write');
	}
}

/** Loopback TCP and unix sockets: who listens where, and connections as pairs of rings. */
export class LoopbackNetwork {
	readonly #listeners = new Map<number, Listener>();
	#lastEphemeral = FIRST_EPHEMERAL;
	#lastHidden = FIRST_HIDDEN;
	readonly #paths = new Map<string, number>();
	readonly #services = new Map<number, (connection: LoopbackConnection) => void>();

	constructor(
		private readonly rings: RingTable,
		private readonly events: PortEvents
	) {}

	/** A port of the kernel itself (npm and friends for programs): `accept` gets each connection. */
	serve(port: number, accept: (connection: LoopbackConnection) => void): void {
		this.#services.set(port, accept);
	}

	/** Port 0 asks for a free one. -EADDRINUSE. */
	listen(owner: ProcessRecord, requested: number, id: number): { port: number } | { errno: number } {
		let port = requested;
		if (!port) {
			do port = ++this.#lastEphemeral;
			while (this.#listeners.has(port));
		}
		if (this.#listeners.has(port) || this.#services.has(port)) return { errno: EADDRINUSE };
		this.#listeners.set(port, { owner, id });
		this.events.onOpen(port);
		return { port };
	}

	/** A unix socket. A path that was removed and bound again belongs to its last binder. */
	listenAt(owner: ProcessRecord, path: string, id: number): { port: number } {
		const port = ++this.#lastHidden;
		this.#listeners.set(port, { owner, id });
		this.#paths.set(path, port);
		return { port };
	}

	unlisten(owner: ProcessRecord, port: number, id: number): void {
		const listener = this.#listeners.get(port);
		if (listener?.owner === owner && listener.id === id) this.#remove(port);
	}

	removeAllOf(owner: ProcessRecord): void {
		for (const [port, listener] of [...this.#listeners]) if (listener.owner === owner) this.#remove(port);
	}

	get openPorts(): number[] {
		return [...this.#listeners.keys()].filter((port) => port < FIRST_HIDDEN);
	}

	/** A process connects to a port or a path: it gets `connected` (or ECONNREFUSED), the listener `accept`. */
	connect(client: ProcessRecord, connectId: number, { port, path }: { port: number; path?: string }): void {
		const target = path === undefined ? port : (this.#paths.get(path) ?? FIRST_HIDDEN);
		const service = this.#services.get(target);
		const listener = this.#listeners.get(target);
		if (!service && listener?.owner.state !== 'running')
			return send(client, { type: 'connected', connectId, errno: ECONNREFUSED });
		const up = this.rings.allocate();
		this.rings.addEnd(client, up, 'write');
		const down = this.rings.allocate();
		this.rings.addEnd(client, down, 'read');
		const localPort = ++this.#lastEphemeral;
		if (service) {
			this.rings.retain(up, 'read');
			this.rings.retain(down, 'write');
			service(new LoopbackConnection(this.rings, up, down));
		} else if (listener) this.#accept(listener, { up, down, remotePort: localPort });
		send(client, { type: 'connected', connectId, readRing: down, writeRing: up, localPort });
	}

	/** The kernel itself connects. Null: nobody listens. */
	dial(port: number): LoopbackConnection | null {
		const listener = this.#listeners.get(port);
		if (listener?.owner.state !== 'running') return null;
		const up = this.rings.allocate();
		this.rings.retain(up, 'write');
		const down = this.rings.allocate();
		this.rings.retain(down, 'read');
		this.#accept(listener, { up, down, remotePort: ++this.#lastEphemeral });
		return new LoopbackConnection(this.rings, down, up);
	}

	#accept({ owner, id }: Listener, { up, down, remotePort }: { up: number; down: number; remotePort: number }): void {
		this.rings.addEnd(owner, up, 'read');
		this.rings.addEnd(owner, down, 'write');
		send(owner, { type: 'accept', listenerId: id, readRing: up, writeRing: down, remotePort });
	}

	#remove(port: number): void {
		this.#listeners.delete(port);
		if (port < FIRST_HIDDEN) return this.events.onClose(port);
		for (const [path, hidden] of this.#paths) if (hidden === port) this.#paths.delete(path);
	}
}
