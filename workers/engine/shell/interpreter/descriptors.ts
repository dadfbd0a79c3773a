import { closeSync, createReadStream, writeSync } from 'node:fs';
import { PassThrough, Writable, type Readable } from 'node:stream';
import { assertHoldable } from '../tool-input';
import { ShellFault } from './leave';

/** What a descriptor of the shell is connected to. Children inherit one that has a number, and are connected by a pipe to one that has none. */
export interface Endpoint {
	/** The process's own descriptor; null for a pipe within this process. */
	readonly fd: number | null;
	reader(): Readable;
	writer(): Writable;
	/** What is written to it has not ended while somebody holds it. @returns what lets it go */
	hold(): () => void;
}

/** A descriptor of this process: standard streams and open files. */
export class OpenFile implements Endpoint {
	constructor(readonly fd: number) {}

	reader(): Readable {
		return this.fd === 0 ? process.stdin : createReadStream('', { fd: this.fd, autoClose: false });
	}

	writer(): Writable {
		if (this.fd === 1) return process.stdout;
		if (this.fd === 2) return process.stderr;
		return new Writable({
			write: (chunk: Buffer, _encoding, callback) => {
				try {
					for (let at = 0; at < chunk.length;) at += writeSync(this.fd, chunk, at);
					callback();
				} catch (error) {
					callback(error as Error);
				}
			}
		});
	}

	hold(): () => void {
		return () => {};
	}

	close(): void {
		closeSync(this.fd);
	}
}

/** Counts who may still write. */
class Holders {
	#count = 0;

	constructor(private readonly onNone: () => void) {}

	hold(): () => void {
		this.#count++;
		let isHeld = true;
		return () => {
			if (isHeld && --this.#count === 0) this.onNone();
			isHeld = false;
		};
	}
}

const PIPE_BYTES = 65536;

/** A pipe between two commands of this shell. It ends once nobody holds it any more. */
export class Pipe implements Endpoint {
	readonly fd = null;
	readonly stream = new PassThrough({ highWaterMark: PIPE_BYTES });
	readonly #holders = new Holders(() => this.stream.end());

	constructor() {
		// Who writes is told by the write itself.
		this.stream.on('error', () => {});
	}
	reader(): Readable {
		return this.stream;
	}
	writer(): Writable {
		return this.stream;
	}
	hold(): () => void {
		return this.#holders.hold();
	}
}

/** Keeps what is written, for `$(...)`. */
export class Collector implements Endpoint {
	readonly fd = null;
	readonly #chunks: Buffer[] = [];
	#sizeBytes = 0;
	#end: () => void = () => {};
	readonly #ended = new Promise<void>((resolve) => (this.#end = resolve));
	readonly #holders = new Holders(() => this.#end());
	readonly #stream = new Writable({
		write: (chunk: Buffer, _encoding, callback) => {
			try {
				assertHoldable((this.#sizeBytes += chunk.length));
				this.#chunks.push(chunk);
				callback();
			} catch (error) {
				callback(error as Error);
			}
		}
	});

	constructor() {
		this.#stream.on('error', () => {});
	}
	reader(): Readable {
		throw new ShellFault('read error: not open for reading');
	}
	writer(): Writable {
		return this.#stream;
	}
	hold(): () => void {
		return this.#holders.hold();
	}
	/** All of it once nobody holds it, without the newlines at its end. */
	async text(): Promise<string> {
		await this.#ended;
		return Buffer.concat(this.#chunks).toString().replaceAll('\0', '').replace(/\n+$/, '');
	}
}

/** Descriptors by number, as a command sees them. */
export class Descriptors {
	readonly #open: Map<number, Endpoint>;

	constructor(open: Iterable<readonly [number, Endpoint]>) {
		this.#open = new Map(open);
	}

	static ofProcess(): Descriptors {
		return new Descriptors([0, 1, 2].map((fd) => [fd, new OpenFile(fd)] as const));
	}

	with(...changes: (readonly [number, Endpoint])[]): Descriptors {
		return new Descriptors([...this.#open, ...changes]);
	}

	get(fd: number): Endpoint | undefined {
		return this.#open.get(fd);
	}
	set(fd: number, endpoint: Endpoint): void {
		this.#open.set(fd, endpoint);
	}
	close(fd: number): void {
		this.#open.delete(fd);
	}
	/** The first free number from 10 on, as bash gives `{name}>`. */
	free(): number {
		for (let fd = 10; ; fd++) if (!this.#open.has(fd)) return fd;
	}
	get count(): number {
		return Math.max(-1, ...this.#open.keys()) + 1;
	}

	/** @throws ShellFault where it is closed */
	endpoint(fd: number): Endpoint {
		const endpoint = this.#open.get(fd);
		if (!endpoint) throw new ShellFault(`${fd}: Bad file descriptor`);
		return endpoint;
	}
	get stdin(): Readable {
		return this.endpoint(0).reader();
	}
	get stdout(): Writable {
		return this.endpoint(1).writer();
	}
	get stderr(): Writable {
		return (this.#open.get(2) ?? new OpenFile(2)).writer();
	}
}
