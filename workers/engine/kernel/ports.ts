import { EADDRINUSE, ECONNREFUSED } from '../fs/errno';
import type { ProcessRecord } from './process-record';
import { send } from './process-record';
import type { RingTable } from './rings';

const FIRST_EPHEMERAL = 40_000;
/** Ports from here on stand for paths of unix sockets: nobody else sees them. */
const FIRST_HIDDEN = 1 << 16;

interface Listener {
	owner: ProcessRecord;
	id: number;
}

/** Both directions of a connection, as one end sees them. */
export interface Connection {
	readRing: number;
	writeRing: number;
}

export interface PortEvents {
	onOpen(port: number): void;
	onClose(port: number): void;
}

/** Loopback TCP: who listens where, and connections as pairs of rings. */
export class PortTable {
	readonly #listeners = new Map<number, Listener>();
	#lastEphemeral = FIRST_EPHEMERAL;
	#lastHidden = FIRST_HIDDEN;
	readonly #paths = new Map<string, number>();
	/** Ports of the kernel itself (npm and friends for programs): they get the connection. */
	readonly services = new Map<number, (connection: Connection) => void>();

	constructor(
		private readonly rings: RingTable,
		private readonly events: PortEvents
	) {}

	/** Port 0 asks for a free one. */
	listen(owner: ProcessRecord, requested: number, id: number): { port: number } | { errno: number } {
		let port = requested;
		if (!port) {
			do port = ++this.#lastEphemeral;
			while (this.#listeners.has(port));
		}
		if (this.#listeners.has(port) || this.services.has(port)) return { errno: EADDRINUSE };
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

	/** The hidden port of a path; one that nobody listens on when there is none. */
	portAt(path: string): number {
		return this.#paths.get(path) ?? FIRST_HIDDEN;
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

	/** A process connects: it hears `connected`, the listener `accept`. */
	connect(client: ProcessRecord, connectId: number, port: number): void {
		const service = this.services.get(port);
		const listener = this.#listeners.get(port);
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
			service({ readRing: up, writeRing: down });
		} else if (listener) this.#accept(listener, up, down, localPort);
		send(client, { type: 'connected', connectId, readRing: down, writeRing: up, localPort });
	}

	/** The kernel itself connects (previews); it owns the ends and must release them. Null: nobody listens. */
	connectFromKernel(port: number): Connection | null {
		const listener = this.#listeners.get(port);
		if (listener?.owner.state !== 'running') return null;
		const up = this.rings.allocate();
		this.rings.retain(up, 'write');
		const down = this.rings.allocate();
		this.rings.retain(down, 'read');
		this.#accept(listener, up, down, ++this.#lastEphemeral);
		return { readRing: down, writeRing: up };
	}

	#accept({ owner, id }: Listener, up: number, down: number, remotePort: number): void {
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
