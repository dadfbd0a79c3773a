import type { ChangeListener } from './changes';
import type { TimeIndex } from './layout/inode';

/** Types in directory listings. @source libuv, `UV_DIRENT_*` */
export const DIRENT = { FILE: 1, DIRECTORY: 2, LINK: 3, SOCKET: 5 } as const;

/** Times are ms since the epoch. */
export interface Stat {
	ino: number;
	mode: number;
	nlink: number;
	size: number;
	mtimeMs: number;
	ctimeMs: number;
	atimeMs: number;
	birthtimeMs: number;
}

/** Room in the heap: blocks of `blockBytes`, and inodes. */
export interface Usage {
	blockBytes: number;
	blocks: number;
	freeBlocks: number;
	inodes: number;
	freeInodes: number;
}

export interface RecoveryReport {
	/** Stores undone, when the dead process was inside a mutation. */
	undone?: number;
	/** The inode that it was writing. */
	inode?: number;
	closedDescriptors: number;
}

export interface FsckReport {
	isClean: boolean;
	/** The first problems found, in words. */
	problems: string[];
	inodes: number;
	entries: number;
	usedBlocks: number;
	freeBlocks: number;
}

/**
 * The engine's file system as one process sees it, with POSIX semantics.
 *
 * Paths are absolute; inodes are positive numbers. Nothing throws for a failure: a method returns a negative errno, of those that it
 * names here or of those that any walk along a path may end with: -ENOENT (a name is missing), -ENOTDIR (a name on the way, or one
 * with a `/` behind it, is no directory), -ELOOP (more than 40 links), -ENAMETOOLONG (a name of more than 255 bytes of UTF-8).
 * Whatever needs room may end with -ENOSPC, and has changed nothing then.
 */
export interface FileSystem {
	readonly pid: number;
	/** Bits that new files and directories do not get. */
	umask: number;
	/** Called after a change of this process's own, while there are watches (see `countWatches`). */
	onchange: ChangeListener | undefined;
	/** Position after the last `pwrite` of this process: where an append ended. */
	readonly lastEnd: number;

	/** Inode of a path. `isFollowing` (yes): whether a link at the end is followed. */
	walk(path: string, isFollowing?: boolean): number;
	/** The path of a directory, or null when it has been removed. */
	dirPath(inode: number): string | null;
	/** Directory in which an inode was named last. */
	parentOf(inode: number): number;
	/** Name of an inode in a directory, or null. */
	nameOf(directory: number, inode: number): string | null;

	stat(inode: number): Stat;
	/** Type and permissions; 0 for an inode that is none. */
	mode(inode: number): number;
	/** Bytes. */
	size(inode: number): number;
	isDir(inode: number): boolean;
	/** ms since the epoch. */
	time(inode: number, index: TimeIndex): number;
	setTime(inode: number, index: TimeIndex, timeMs: number): void;
	/** Replaces the permissions; the type stays. */
	chmod(inode: number, mode: number): void;

	/** The bytes of a file, copied. -EISDIR; -EIO when it changed too often meanwhile. */
	readFile(path: string): Uint8Array<ArrayBuffer> | number;
	/** Creates or replaces a file: its length. As `open`, and -EFBIG; the old content stays then. */
	writeFile(path: string, bytes: Uint8Array, mode?: number): number;
	/** Copies up to `length` bytes at `position` into `out` at `offset`; returns the number of bytes. */
	pread(inode: number, out: Uint8Array, offset: number, length: number, position: number): number;
	/** Writes all bytes at `position` (or at the end), zeros in between: their number. -EFBIG. */
	pwrite(inode: number, bytes: Uint8Array, position: number, isAppend?: boolean): number;
	/** Replaces the whole content: readers see the old or the new one. Its length. -EFBIG; the old content stays then. */
	replaceContent(inode: number, bytes: Uint8Array): number;
	/** Cuts or extends (with zeros) to `length` bytes: 0. -EISDIR, -EINVAL (a negative length), -EFBIG. */
	truncate(inode: number, length: number): number;

	/**
	 * Opens by Linux flags: the inode, which counts one more descriptor. This process's slot notes it under `descriptor`
	 * (`TEMPORARY_DESCRIPTOR`: within one call) so that its death closes it.
	 * -EEXIST (O_EXCL), -EISDIR (a directory for writing), -ENOTDIR (O_DIRECTORY), -ELOOP (O_NOFOLLOW), -EACCES.
	 */
	open(path: string, flags: number, mode: number, descriptor: number): number;
	/** One more descriptor on an open inode, noted in any process's slot: for what a child inherits. */
	addReference(inode: number, slot: number, descriptor: number): void;
	close(inode: number, descriptor: number): void;

	/** Inode of a new file of this mode (umask not applied); -EEXIST, or the existing one unless `isExclusive`. */
	create(path: string, mode: number, isExclusive: boolean): number;
	/** Inode of the new directory. -EEXIST. */
	mkdir(path: string, mode?: number): number;
	/** Creates all missing directories: `[0, first created path]`, or `[negative errno]`. -EEXIST (the last is no directory). */
	mkdirp(path: string, mode?: number): [number, string?];
	/** 0. -ENOTEMPTY, -ENOTDIR, -EBUSY (the root), -EINVAL (a path that ends in a dot). */
	rmdir(path: string): number;
	/** 0. -EISDIR. */
	unlink(path: string): number;
	/** A hard link: 0. -EEXIST, -EPERM (of a directory). */
	link(existing: string, path: string): number;
	/** Inode of a link whose target is the text as it stands. -EEXIST, -ENOENT (an empty target). */
	symlink(target: string, path: string): number;
	/** Target of a symbolic link. -EINVAL. */
	readlink(inode: number): string | number;
	/** 0. -EISDIR or -ENOTDIR (one is a directory), -ENOTEMPTY, -EINVAL (into itself), -EBUSY (the root). */
	rename(from: string, to: string): number;
	/** Names and types in turn: `[name, DIRENT, name, DIRENT, ...]`, newest first. -ENOTDIR. */
	readdir(inode: number): (string | number)[] | number;

	/** So many more (or fewer) watches than before, of any process: while there are some, every process reports its changes. */
	countWatches(more: number): void;
	usage(): Usage;
	/** Kernel only: completes the death of a process. Undoes its mutation, releases its locks, closes its files. */
	recover(pid: number, slot: number): RecoveryReport;
	/** Checks every invariant of the tables. Only while nobody mutates. */
	fsck(): FsckReport;
}
