import { EACCES, EBADF, EISDIR, EMFILE, EPIPE, O_ACCMODE, O_APPEND, O_WRONLY } from '../../fs/errno';
import { DESCRIPTOR_COUNT } from '../../fs/layout/slot';
import type { Ring } from '../../fs/ring';
import type { OpenDescriptor, Runtime } from '../../process/runtime';
import { deviceOf, type Device, type PathArgument, type PathArguments } from './fs-paths';
import { concatBytes } from '../../joined-bytes';

const FIRST_FREE = 3;
const CHUNK = 65536;

type FileDescriptor = Extract<OpenDescriptor, { kind: 'file' }>;

/** The bytes behind an ArrayBufferView, whatever its type. */
export function bytesOf(view: ArrayBufferView): Uint8Array {
	return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** Open descriptors: files, rings (pipes, ttys, sockets) and /dev/null behind one read and one write. */
export class Descriptors {
	readonly #runtime: Runtime;
	readonly #paths: PathArguments;
	/** None below it is free but the standard three. */
	#lowestFree = FIRST_FREE;
	readonly #rings = new Map<number, Ring>();

	constructor(runtime: Runtime, paths: PathArguments) {
		this.#runtime = runtime;
		this.#paths = paths;
	}

	get(fd: number, syscall: string): OpenDescriptor {
		const open = this.#runtime.fds.get(fd);
		if (!open) throw this.#runtime.uvException(EBADF, syscall);
		return open;
	}

	/** The inode behind a descriptor, or 0 when it is no file. */
	inode(fd: number, syscall: string): number {
		const open = this.get(fd, syscall);
		return open.kind === 'file' ? open.inode : 0;
	}

	open(path: PathArgument, flags: number, mode: number): number {
		const { fds, fs } = this.#runtime;
		const text = this.#paths.text(path);
		const absolute = this.#paths.absolute(path);
		const fd = this.#freeNumber(text);
		const device = deviceOf(absolute);
		if (device) {
			fds.set(fd, this.#openDevice(device, fd, text));
			return fd;
		}
		const inode = this.#paths.check(fs.open(absolute, flags, mode, fd), 'open', text);
		fds.set(fd, { fd, kind: 'file', inode, position: 0, flags, slotIndex: fd, path: absolute });
		return fd;
	}

	close(fd: number): void {
		const { fds } = this.#runtime;
		const open = this.get(fd, 'close');
		fds.delete(fd);
		if (fd >= FIRST_FREE) this.#lowestFree = Math.min(this.#lowestFree, fd);
		// Inherited twice: the last one closes.
		if (open.isShared) for (const other of fds.values()) if (other === open) return;
		if (open.kind === 'file') this.#runtime.fs.close(open.inode, open.slotIndex);
		else if (open.kind !== 'null' && fd >= FIRST_FREE) this.#releaseRings(open);
	}

	/** Bytes read into `out` at `offset`, blocking on rings; 0 at the end. `position` null or negative: the descriptor's own. */
	read(fd: number, out: ArrayBufferView, offset: number, length: number, position: unknown): number {
		const open = this.get(fd, 'read');
		const target = bytesOf(out);
		if (open.kind === 'null') return 0;
		if (open.kind === 'file') return this.#readFile(open, target, offset, length, position);
		if (!open.readRing) return 0;
		const bytes = this.#ring(open.readRing).getSync(length);
		if (!bytes) return 0;
		target.set(bytes, offset);
		return bytes.length;
	}

	/** Everything from the descriptor's position to its end. */
	readAll(fd: number): Uint8Array {
		const open = this.get(fd, 'read');
		if (open.kind === 'file') {
			const out = new Uint8Array(Math.max(0, this.#runtime.fs.size(open.inode) - open.position));
			return out.subarray(0, this.#readFile(open, out, 0, out.length, null));
		}
		const parts: Uint8Array[] = [];
		for (const chunk = new Uint8Array(CHUNK); ;) {
			const count = this.read(fd, chunk, 0, CHUNK, null);
			if (count === 0) return concatBytes(parts);
			parts.push(chunk.slice(0, count));
		}
	}

	/** Writes all bytes, blocking on rings; answers their number. */
	write(fd: number, bytes: Uint8Array, position: unknown): number {
		const open = this.get(fd, 'write');
		if (open.kind === 'null') return bytes.length;
		if (open.kind !== 'file') return this.#writeRing(open.writeRing ?? 0, bytes);
		if ((open.flags & O_ACCMODE) === 0) throw this.#runtime.uvException(EBADF, 'write');
		const own = isOwnPosition(position);
		const at = own ? open.position : Number(position);
		const written = this.#runtime.fs.pwrite(open.inode, bytes, at, (open.flags & O_APPEND) !== 0);
		this.#paths.check(written, 'write');
		if (own) open.position = this.#runtime.fs.lastEnd;
		return written;
	}

	/** Ring to wait on when a read would block now; undefined when it would not. */
	emptyRing(fd: number): Ring | undefined {
		const open = this.#runtime.fds.get(fd);
		if (!open || open.kind === 'file' || open.kind === 'null' || !open.readRing) return undefined;
		const ring = this.#ring(open.readRing);
		return ring.isReadable() ? undefined : ring;
	}

	#readFile(open: FileDescriptor, out: Uint8Array, offset: number, length: number, position: unknown): number {
		const { fs } = this.#runtime;
		if (fs.isDir(open.inode)) throw this.#runtime.uvException(EISDIR, 'read');
		if ((open.flags & O_ACCMODE) === O_WRONLY) throw this.#runtime.uvException(EBADF, 'read');
		const own = isOwnPosition(position);
		const count = fs.pread(open.inode, out, offset, length, own ? open.position : Number(position));
		if (own) open.position += count;
		return count;
	}

	#writeRing(index: number, bytes: Uint8Array): number {
		if (!index) throw this.#runtime.uvException(EBADF, 'write');
		if (this.#ring(index).putSync(bytes) < 0) throw this.#runtime.uvException(EPIPE, 'write');
		return bytes.length;
	}

	#openDevice(device: Device, fd: number, text: string): OpenDescriptor {
		if (device.kind === 'null') return { fd, kind: 'null' };
		const { fds } = this.#runtime;
		const source = device.kind === 'tty' ? [...fds.values()].find((open) => open.kind === 'tty') : fds.get(device.fd);
		if (!source) throw this.#runtime.uvException(device.kind === 'tty' ? 'ENXIO' : 'ENOENT', 'open', text);
		source.isShared = true;
		return source;
	}

	#freeNumber(text: string): number {
		const { fds } = this.#runtime;
		while (fds.has(this.#lowestFree)) this.#lowestFree++;
		if (this.#lowestFree < DESCRIPTOR_COUNT) return this.#lowestFree;
		throw this.#runtime.uvException(EMFILE, 'open', text);
	}

	#ring(index: number): Ring {
		let ring = this.#rings.get(index);
		if (!ring) this.#rings.set(index, (ring = this.#runtime.openRing(index)));
		return ring;
	}

	#releaseRings(open: { readRing?: number; writeRing?: number }): void {
		if (open.readRing) this.#runtime.closeRingEnd(open.readRing, 'read');
		if (open.writeRing) this.#runtime.closeRingEnd(open.writeRing, 'write');
	}
}

function isOwnPosition(position: unknown): boolean {
	return position === null || position === undefined || Number(position) < 0;
}

/** Whether the owner may use a file of this mode so; `wanted` as in access(2): 4 read, 2 write, 1 execute. */
export function accessErrno(mode: number, wanted: number): number {
	return ((mode >> 6) & wanted) === wanted ? 0 : EACCES;
}
