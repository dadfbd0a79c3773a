import {
	EEXIST,
	ELOOP,
	O_APPEND,
	O_CREAT,
	O_DIRECTORY,
	O_EXCL,
	O_NOFOLLOW,
	O_RDWR,
	O_TRUNC,
	O_WRONLY,
	S_IFLNK,
	S_IFMT
} from '../../fs/errno';
import { FILE_TYPE, RIGHT, rightsOf, WASI, WasiError, wasiErrno } from './wasi-abi';
import { setTimes, writeStat, type WasiCalls, type WasiParts } from './wasi-files';

const FOLLOW = 1;
const NEW_FILE_MODE = 0o666;
/** Bits of `oflags` and `fdflags`, with Linux's. */
const OPEN = { CREATE: 1, DIRECTORY: 2, EXCLUSIVE: 4, TRUNCATE: 8 } as const;
const FD_APPEND = 1;

const WRITING = RIGHT.FD_DATASYNC | RIGHT.FD_WRITE | RIGHT.FD_ALLOCATE | RIGHT.FD_FILESTAT_SET_SIZE;
const READING = RIGHT.FD_READ | RIGHT.FD_READDIR;

const encoder = new TextEncoder();

/** The `path_*` functions. */
export function pathCalls(parts: WasiParts): WasiCalls {
	const { memory, table } = parts;
	const { fs } = table;
	const at = (fd: number, pointer: number, length: number, rights: bigint, flags = 0) =>
		table.resolve(fd, memory.text(pointer, length), { rights, isFollowing: (flags & FOLLOW) !== 0 });
	return {
		path_open: openCall(parts),
		path_create_directory: (fd: number, path: number, length: number) =>
			void table.check(fs.mkdir(at(fd, path, length, RIGHT.PATH_CREATE_DIRECTORY))),
		path_filestat_get: (fd: number, flags: number, path: number, length: number, result: number) => {
			const inode = table.check(fs.walk(at(fd, path, length, RIGHT.PATH_FILESTAT_GET, flags), (flags & FOLLOW) !== 0));
			writeStat(memory, fs, { inode, result });
		},
		path_filestat_set_times: (
			fd: number,
			flags: number,
			path: number,
			length: number,
			accessed: bigint,
			modified: bigint,
			times: number
		) => {
			const found = fs.walk(at(fd, path, length, RIGHT.PATH_FILESTAT_SET_TIMES, flags), (flags & FOLLOW) !== 0);
			setTimes(fs, table.check(found), { accessed, modified, flags: times });
		},
		path_link: (fd: number, flags: number, path: number, length: number, newFd: number, newPath: number, newLength: number) =>
			void table.check(
				fs.link(at(fd, path, length, RIGHT.PATH_LINK_SOURCE, flags), at(newFd, newPath, newLength, RIGHT.PATH_LINK_TARGET))
			),
		path_symlink: (target: number, targetLength: number, fd: number, path: number, length: number) => {
			const text = memory.text(target, targetLength);
			if (text.startsWith('/')) throw new WasiError(WASI.NOTCAPABLE);
			table.check(fs.symlink(text, at(fd, path, length, RIGHT.PATH_SYMLINK)));
		},
		path_readlink: (fd: number, path: number, length: number, target: number, size: number, used: number) => {
			const inode = table.check(fs.walk(at(fd, path, length, RIGHT.PATH_READLINK), false));
			const text = fs.readlink(inode);
			if (typeof text === 'number') throw new WasiError(wasiErrno(text));
			const bytes = encoder.encode(text).subarray(0, size >>> 0);
			memory.slice(target, size).set(bytes);
			memory.setUint32(used, bytes.length);
		},
		path_remove_directory: (fd: number, path: number, length: number) =>
			void table.check(fs.rmdir(at(fd, path, length, RIGHT.PATH_REMOVE_DIRECTORY))),
		path_rename: (fd: number, path: number, length: number, newFd: number, newPath: number, newLength: number) =>
			void table.check(
				fs.rename(at(fd, path, length, RIGHT.PATH_RENAME_SOURCE), at(newFd, newPath, newLength, RIGHT.PATH_RENAME_TARGET))
			),
		path_unlink_file: (fd: number, path: number, length: number) =>
			void table.check(fs.unlink(at(fd, path, length, RIGHT.PATH_UNLINK_FILE)))
	};
}

function openCall({ memory, table, descriptors, runtime }: WasiParts): WasiCalls[string] {
	return (
		fd: number,
		lookup: number,
		path: number,
		length: number,
		oflags: number,
		base: bigint,
		inheriting: bigint,
		fdflags: number,
		result: number
	) => {
		const isFollowing = (lookup & FOLLOW) !== 0;
		const text = memory.text(path, length);
		const resolved = table.resolve(fd, text, { ...neededRights(oflags, base, inheriting), isFollowing });
		const directory = table.get(fd);
		if (!isFollowing && isLink(runtime.fs, resolved)) throw new WasiError(wasiErrno(oflags & OPEN.EXCLUSIVE ? EEXIST : ELOOP));
		const host = descriptors.open(resolved, linuxFlags(oflags, base, fdflags) | (isFollowing ? 0 : O_NOFOLLOW), NEW_FILE_MODE);
		const type = table.typeOf(host);
		if (oflags & OPEN.DIRECTORY && type !== FILE_TYPE.DIRECTORY) {
			descriptors.close(host);
			throw new WasiError(WASI.NOTDIR);
		}
		const most = rightsOf(type);
		const opened = table.add({
			host,
			type,
			rights: base & most.base,
			inheriting: inheriting & most.inheriting,
			flags: fdflags,
			path: directory.root.path + resolved.slice(directory.root.hostPath.length).replace(/\/$/, ''),
			root: directory.root
		});
		memory.setUint32(result, opened);
	};
}

/** What the directory must allow: opening as such, and everything that the new descriptor asks for. */
function neededRights(oflags: number, base: bigint, inheriting: bigint): { rights: bigint; inheriting: bigint } {
	let rights: bigint = RIGHT.PATH_OPEN;
	if (oflags & OPEN.CREATE) rights |= RIGHT.PATH_CREATE_FILE;
	if (oflags & OPEN.TRUNCATE) rights |= RIGHT.PATH_FILESTAT_SET_SIZE;
	return { rights, inheriting: base | inheriting };
}

function linuxFlags(oflags: number, rights: bigint, fdflags: number): number {
	const isWriting = (rights & WRITING) !== 0n || (oflags & OPEN.TRUNCATE) !== 0;
	const isReading = (rights & READING) !== 0n;
	let flags = isWriting ? (isReading ? O_RDWR : O_WRONLY) : 0;
	if (oflags & OPEN.CREATE) flags |= O_CREAT;
	if (oflags & OPEN.EXCLUSIVE) flags |= O_EXCL;
	if (oflags & OPEN.TRUNCATE) flags |= O_TRUNC;
	if (oflags & OPEN.DIRECTORY) flags |= O_DIRECTORY;
	if (fdflags & FD_APPEND) flags |= O_APPEND;
	return flags;
}

function isLink(fs: WasiParts['runtime']['fs'], path: string): boolean {
	const inode = fs.walk(path, false);
	return inode > 0 && (fs.mode(inode) & S_IFMT) === S_IFLNK;
}
