import { S_IFDIR, S_IFLNK, S_IFMT, S_IFREG } from '../../fs/errno';
import { TIME } from '../../fs/layout/inode';
import type { FileSystem } from '../../fs/file-system';
import type { Runtime } from '../../process/runtime';
import type { Descriptors } from '../fs/fs-descriptors';
import { FILE_TYPE, RIGHT, WASI, WasiError } from './wasi-abi';
import type { WasiDescriptors } from './wasi-descriptors';
import type { WasiMemory } from './wasi-memory';

/** Functions that a program imports, by name. Numbers are i32, bigints i64; each answers a WASI error number (nothing: 0). */
export type WasiCalls = Record<string, (...args: never[]) => number | void>;

const SEEK_CURRENT = 1;
const SEEK_END = 2;
const DIRENT_BYTES = 24;
const FILESTAT_BYTES = 64;
const NS_PER_MS = 1e6;
/** Bits of `fstflags`. */
const TIMES = { ACCESSED: 1, ACCESSED_NOW: 2, MODIFIED: 4, MODIFIED_NOW: 8 } as const;
/** libuv's dirent types as WASI's. */
const TYPE_OF_DIRENT = [FILE_TYPE.UNKNOWN, FILE_TYPE.REGULAR_FILE, FILE_TYPE.DIRECTORY, FILE_TYPE.LINK];

const encoder = new TextEncoder();

export interface WasiParts {
	runtime: Runtime;
	memory: WasiMemory;
	table: WasiDescriptors;
	descriptors: Descriptors;
}

/** The `fd_*` functions. */
export function descriptorCalls(parts: WasiParts): WasiCalls {
	return { ...dataCalls(parts), ...attributeCalls(parts), ...directoryCalls(parts) };
}

function dataCalls({ memory, table, descriptors }: WasiParts): WasiCalls {
	const read = (fd: number, vectors: Uint8Array[], position: number | null): number => {
		const { host, type } = table.get(fd, RIGHT.FD_READ);
		if (type === FILE_TYPE.DIRECTORY) throw new WasiError(WASI.ISDIR);
		let total = 0;
		for (const vector of vectors) {
			const count = descriptors.read(host, vector, 0, vector.length, position === null ? null : position + total);
			total += count;
			if (count < vector.length) break;
		}
		return total;
	};
	const write = (fd: number, vectors: Uint8Array[], position: number | null): number =>
		descriptors.write(table.get(fd, RIGHT.FD_WRITE).host, joined(vectors), position);
	return {
		fd_read: (fd: number, vectors: number, count: number, size: number) =>
			memory.setUint32(size, read(fd, memory.vectors(vectors, count), null)),
		fd_pread: (fd: number, vectors: number, count: number, position: bigint, size: number) =>
			memory.setUint32(size, read(fd, memory.vectors(vectors, count), Number(position))),
		fd_write: (fd: number, vectors: number, count: number, size: number) =>
			memory.setUint32(size, write(fd, memory.vectors(vectors, count), null)),
		fd_pwrite: (fd: number, vectors: number, count: number, position: bigint, size: number) =>
			memory.setUint32(size, write(fd, memory.vectors(vectors, count), Number(position))),
		fd_seek: (fd: number, offset: bigint, whence: number, result: number) => {
			const open = table.file(fd, RIGHT.FD_SEEK, WASI.SPIPE);
			const from = whence === SEEK_END ? table.fs.size(open.inode) : whence === SEEK_CURRENT ? open.position : 0;
			const position = from + Number(offset);
			if (position < 0 || whence > SEEK_END) throw new WasiError(WASI.INVAL);
			open.position = position;
			memory.setUint64(result, BigInt(position));
		},
		fd_tell: (fd: number, result: number) => memory.setUint64(result, BigInt(table.file(fd, RIGHT.FD_TELL, WASI.SPIPE).position)),
		// The heap is memory: there is nothing to flush.
		fd_sync: (fd: number) => void table.get(fd, RIGHT.FD_SYNC),
		fd_datasync: (fd: number) => void table.get(fd, RIGHT.FD_DATASYNC),
		fd_advise: (fd: number) => void table.get(fd, RIGHT.FD_ADVISE),
		fd_allocate: (fd: number, offset: bigint, length: bigint) => {
			const { inode } = table.file(fd, RIGHT.FD_ALLOCATE, WASI.BADF);
			const end = Number(offset + length);
			if (end > table.fs.size(inode)) table.check(table.fs.truncate(inode, end));
		},
		fd_close: (fd: number) => table.close(fd),
		fd_renumber: (from: number, to: number) => table.renumber(from, to)
	};
}

function attributeCalls({ memory, table }: WasiParts): WasiCalls {
	return {
		fd_fdstat_get: (fd: number, result: number) => {
			const { type, flags, rights, inheriting } = table.get(fd);
			const { view } = memory;
			view.setUint8(result >>> 0, type);
			view.setUint16((result >>> 0) + 2, flags, true);
			memory.setUint64(result + 8, rights);
			memory.setUint64(result + 16, inheriting);
		},
		fd_fdstat_set_flags: (fd: number, flags: number) => {
			table.get(fd, RIGHT.FDSTAT_SET_FLAGS).flags = flags;
		},
		fd_fdstat_set_rights: (fd: number, rights: bigint, inheriting: bigint) => {
			const entry = table.get(fd);
			if ((entry.rights | rights) !== entry.rights || (entry.inheriting | inheriting) !== entry.inheriting)
				throw new WasiError(WASI.NOTCAPABLE);
			Object.assign(entry, { rights, inheriting });
		},
		fd_filestat_get: (fd: number, result: number) => {
			const { host, type } = table.get(fd, RIGHT.FD_FILESTAT_GET);
			const isFile = type === FILE_TYPE.REGULAR_FILE || type === FILE_TYPE.DIRECTORY;
			if (isFile) return writeStat(memory, table.fs, { inode: table.file(fd, 0n, WASI.BADF).inode, result });
			memory.slice(result, FILESTAT_BYTES).fill(0);
			memory.view.setUint8((result >>> 0) + 16, type);
			memory.setUint64(result + 8, BigInt(host));
		},
		fd_filestat_set_size: (fd: number, size: bigint) => {
			const { inode } = table.file(fd, RIGHT.FD_FILESTAT_SET_SIZE, WASI.INVAL);
			table.check(table.fs.truncate(inode, Number(size)));
		},
		fd_filestat_set_times: (fd: number, accessed: bigint, modified: bigint, flags: number) => {
			setTimes(table.fs, table.file(fd, RIGHT.FD_FILESTAT_SET_TIMES, WASI.BADF).inode, { accessed, modified, flags });
		}
	};
}

function directoryCalls({ memory, table }: WasiParts): WasiCalls {
	return {
		fd_prestat_get: (fd: number, result: number) => {
			const { name } = table.get(fd);
			if (name === undefined) throw new WasiError(WASI.INVAL);
			memory.setUint32(result, 0);
			memory.setUint32(result + 4, encoder.encode(name).length);
		},
		fd_prestat_dir_name: (fd: number, target: number, length: number) => {
			const { name } = table.get(fd);
			if (name === undefined) throw new WasiError(WASI.BADF);
			memory.slice(target, length).set(encoder.encode(name).subarray(0, length >>> 0));
		},
		fd_readdir: (fd: number, target: number, length: number, cookie: bigint, used: number) => {
			const entry = table.get(fd, RIGHT.FD_READDIR);
			const out = memory.slice(target, length);
			if (!entry.entries || cookie === 0n) {
				const listed = table.fs.readdir(table.file(fd, 0n, WASI.NOTDIR).inode);
				if (typeof listed === 'number') throw new WasiError(WASI.NOTDIR);
				entry.entries = listed.flatMap((name, index) =>
					index % 2 === 0 ? [[String(name), Number(listed[index + 1])] as [string, number]] : []
				);
			}
			let filled = 0;
			for (let index = Number(cookie); index < entry.entries.length && filled < out.length; index++) {
				const [name, type] = entry.entries[index] ?? ['', 0];
				const record = directoryRecord(name, TYPE_OF_DIRENT[type] ?? FILE_TYPE.UNKNOWN, index + 1).subarray(
					0,
					out.length - filled
				);
				out.set(record, filled);
				filled += record.length;
			}
			memory.setUint32(used, filled);
		}
	};
}

function directoryRecord(name: string, type: number, next: number): Uint8Array {
	const text = encoder.encode(name);
	const record = new Uint8Array(DIRENT_BYTES + text.length);
	const view = new DataView(record.buffer);
	view.setBigUint64(0, BigInt(next), true);
	view.setUint32(16, text.length, true);
	view.setUint8(20, type);
	record.set(text, DIRENT_BYTES);
	return record;
}

/** Writes a `filestat`. */
export function writeStat(memory: WasiMemory, fs: FileSystem, { inode, result }: { inode: number; result: number }): void {
	const stat = fs.stat(inode);
	const { view } = memory;
	const at = result >>> 0;
	[1, stat.ino, typeOfMode(stat.mode), stat.nlink, stat.size].forEach((value, index) =>
		view.setBigUint64(at + index * 8, BigInt(value), true)
	);
	[stat.atimeMs, stat.mtimeMs, stat.ctimeMs].forEach((timeMs, index) =>
		view.setBigUint64(at + 40 + index * 8, BigInt(Math.round(timeMs * NS_PER_MS)), true)
	);
}

function typeOfMode(mode: number): number {
	const type = mode & S_IFMT;
	if (type === S_IFDIR) return FILE_TYPE.DIRECTORY;
	if (type === S_IFLNK) return FILE_TYPE.LINK;
	return type === S_IFREG ? FILE_TYPE.REGULAR_FILE : FILE_TYPE.UNKNOWN;
}

/** Sets what `flags` name; times are ns since the epoch. */
export function setTimes(
	fs: FileSystem,
	inode: number,
	{ accessed, modified, flags }: { accessed: bigint; modified: bigint; flags: number }
): void {
	const isContradicting =
		(flags & TIMES.ACCESSED && flags & TIMES.ACCESSED_NOW) || (flags & TIMES.MODIFIED && flags & TIMES.MODIFIED_NOW);
	if (isContradicting) throw new WasiError(WASI.INVAL);
	if (flags & TIMES.ACCESSED) fs.setTime(inode, TIME.ACCESSED, Number(accessed) / NS_PER_MS);
	if (flags & TIMES.ACCESSED_NOW) fs.setTime(inode, TIME.ACCESSED, Date.now());
	if (flags & TIMES.MODIFIED) fs.setTime(inode, TIME.MODIFIED, Number(modified) / NS_PER_MS);
	if (flags & TIMES.MODIFIED_NOW) fs.setTime(inode, TIME.MODIFIED, Date.now());
}

/** One write for all vectors, so that lines of several writers do not mix. */
function joined(vectors: Uint8Array[]): Uint8Array {
	const [first] = vectors;
	if (vectors.length === 1 && first) return first;
	const out = new Uint8Array(vectors.reduce((total, vector) => total + vector.length, 0));
	let offset = 0;
	for (const vector of vectors) {
		out.set(vector, offset);
		offset += vector.length;
	}
	return out;
}
