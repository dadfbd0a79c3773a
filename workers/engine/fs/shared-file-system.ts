import { EINVAL, EIO, EISDIR, ENOTDIR, O_CREAT, O_WRONLY, S_IFDIR, S_IFLNK, S_IFSOCK, S_IFMT } from './errno';
import { FileSystemCheck, type FsckReport } from './fsck';
import { ATIME, BIRTHTIME, CTIME, MTIME } from './inodes';
import { layout, slotWordOf, TEMPORARY_DESCRIPTOR } from './layout';
import { Namespace } from './namespace';
import { publicErrno } from './paths';

const MAGIC = 0x53465331;
const ROOT = 1;
const READ_ATTEMPTS = 100;
const MAX_DEPTH = 200;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Types in directory listings: libuv's `UV_DIRENT_*`. */
export const DIRENT_FILE = 1;
export const DIRENT_DIRECTORY = 2;
export const DIRENT_LINK = 3;
const DIRENT_SOCKET = 5;

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

export interface RecoveryReport {
	/** Stores undone, when the dead process was inside a mutation. */
	undone?: number;
	/** The inode that it was writing. */
	inode?: number;
	closedDescriptors: number;
}

/**
 * The file system in the shared heap: the same class in the kernel and in every process. Reads take no lock and no message;
 * writes are done by the caller under locks with an undo journal. Failures are negative errnos: nothing here throws for them.
 */
export class SharedFileSystem extends Namespace {
	/** A new heap with an empty root directory. `maxMegabytes` bounds the data; by default as much as the layout allows. */
	static format(maxMegabytes?: number): SharedFileSystem {
		const most = maxMegabytes === undefined ? layout.MAX : Math.min(layout.MAX, layout.DATA + maxMegabytes * layout.MB);
		const heap = new SharedArrayBuffer(Math.min(layout.FIRST, most), { maxByteLength: most });
		const fs = new SharedFileSystem(heap, 1);
		const blocks = (heap.byteLength - layout.DATA) / layout.BS;
		const { words } = fs;
		words[layout.MAGIC] = MAGIC;
		words[layout.IHIGH] = ROOT;
		words[layout.DHIGH] = 1; // Entry 0 means none.
		words[layout.NBLOCKS] = blocks;
		words[layout.NFREE] = blocks;
		fs.mutate(() => {
			const root = fs.newInode(S_IFDIR | 0o755);
			fs.store(fs.inodeWord(root) + layout.I_PARENT, root);
			fs.store(fs.inodeWord(root) + layout.I_NLINK, 2);
			return root;
		});
		return fs;
	}

	/** The bytes of a file, copied; or a negative errno. */
	readFile(path: string): Uint8Array<ArrayBuffer> | number {
		for (let attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
			let sequence = 0;
			let size = 0;
			const inode = this.consistent(() => {
				const found = this.walkPath(path, true);
				if (found < 0) return publicErrno(found);
				if (this.isDir(found)) return EISDIR;
				sequence = Atomics.load(this.words, this.inodeWord(found));
				size = this.size(found);
				return found;
			});
			if (inode < 0) return inode;
			if (attempt > READ_ATTEMPTS / 2) return this.#readLocked(inode);
			if ((sequence & 1) === 0) {
				const out = new Uint8Array(size);
				this.copyOut(inode, out, 0, 0, size);
				if (Atomics.load(this.words, this.inodeWord(inode)) === sequence) return out;
			}
			this.counters.retries++;
		}
		return EIO;
	}

	/** Creates or replaces a file: its length, or a negative errno and the old content stays. */
	writeFile(path: string, bytes: Uint8Array, mode = 0o666): number {
		const inode = this.open(path, O_CREAT | O_WRONLY, mode, TEMPORARY_DESCRIPTOR);
		if (inode < 0) return inode;
		const written = this.replaceContent(inode, bytes);
		this.close(inode, TEMPORARY_DESCRIPTOR);
		return written;
	}

	/** Names and types in turn: `[name, type, name, type, ...]`, newest first; or a negative errno. */
	readdir(inode: number): (string | number)[] | number {
		return this.consistent(() => {
			if (!this.isDir(inode)) return ENOTDIR;
			const out: (string | number)[] = [];
			let dentry = this.load(this.inodeWord(inode) + layout.I_FIRST);
			for (let guard = 0; dentry > 0 && dentry < layout.NDEN && guard < layout.NDEN; guard++) {
				const word = this.dentryWord(dentry);
				if (this.load(word + layout.D_LEN) < 0) break; // Being removed: the sequence word will tell.
				out.push(this.entryName(dentry), direntType(this.mode(this.load(word + layout.D_INO))));
				dentry = this.load(word + layout.D_NEXT);
			}
			return out;
		});
	}

	/** Target of a symbolic link, or -EINVAL. */
	readlink(inode: number): string | number {
		if ((this.mode(inode) & S_IFMT) !== S_IFLNK) return EINVAL;
		return decoder.decode(this.contentOf(inode));
	}

	stat(inode: number): Stat {
		const word = this.inodeWord(inode);
		const isDirectory = this.isDir(inode);
		return {
			ino: inode,
			mode: this.load(word + layout.I_MODE),
			nlink: this.load(word + layout.I_NLINK),
			size: isDirectory ? 4096 : this.size(inode),
			mtimeMs: this.time(inode, MTIME),
			ctimeMs: this.time(inode, CTIME),
			atimeMs: this.time(inode, ATIME),
			birthtimeMs: this.time(inode, BIRTHTIME)
		};
	}

	/** Directory in which an inode was named last. */
	parentOf(inode: number): number {
		return this.load(this.inodeWord(inode) + layout.I_PARENT);
	}

	/** Name of an inode in a directory, or null. */
	nameOf(directory: number, inode: number): string | null {
		return this.consistent(() => {
			let dentry = this.load(this.inodeWord(directory) + layout.I_FIRST);
			for (let guard = 0; dentry > 0 && dentry < layout.NDEN && guard < layout.NDEN; guard++) {
				const word = this.dentryWord(dentry);
				if (this.load(word + layout.D_INO) === inode) return this.entryName(dentry);
				dentry = this.load(word + layout.D_NEXT);
			}
			return null;
		});
	}

	/** Absolute path of a directory, or null when it has been removed. */
	dirPath(inode: number): string | null {
		const parts: string[] = [];
		for (let depth = 0; inode > ROOT && depth < MAX_DEPTH; depth++) {
			const parent = this.parentOf(inode);
			const name = this.nameOf(parent, inode);
			if (name === null) return null;
			parts.push(name);
			inode = parent;
		}
		return '/' + parts.reverse().join('/');
	}

	/** Kernel only: completes the death of a process. Undoes its mutation, releases its locks, closes its files. */
	recover(pid: number, slot: number): RecoveryReport {
		const report: RecoveryReport = { closedDescriptors: 0 };
		const undone = this.recoverMetadata(pid);
		if (undone >= 0) report.undone = undone;
		const slotWord = slotWordOf(slot);
		const held = this.load(slotWord + layout.S_HELD);
		if (held) {
			const word = this.inodeWord(held);
			if (this.isHeldBy(word + layout.I_LOCK, pid)) {
				report.inode = held;
				const sequence = this.load(word);
				if (sequence & 1) Atomics.store(this.words, word, sequence + 1);
				this.release(word + layout.I_LOCK);
			}
			this.words[slotWord + layout.S_HELD] = 0;
		}
		for (let fd = TEMPORARY_DESCRIPTOR; fd < this.load(slotWord + layout.S_FD_HIGH); fd++) {
			const word = this.descriptorWord(slotWord, fd);
			const inode = this.load(word);
			if (!inode) continue;
			report.closedDescriptors++;
			this.mutate(() => {
				this.store(word, 0);
				return this.dropReference(inode);
			});
		}
		return report;
	}

	/** Checks every invariant of the tables. Only while nobody mutates. */
	fsck(): FsckReport {
		return new FileSystemCheck(this, (inode) => [...this.extentWords(inode)]).run();
	}

	#readLocked(inode: number): Uint8Array<ArrayBuffer> {
		this.lockInode(inode);
		try {
			return this.contentOf(inode);
		} finally {
			this.unlockInode(inode);
		}
	}
}

/** The `UV_DIRENT_*` number of a mode. */
export function direntType(mode: number): number {
	const type = mode & S_IFMT;
	if (type === S_IFDIR) return DIRENT_DIRECTORY;
	if (type === S_IFSOCK) return DIRENT_SOCKET;
	return type === S_IFLNK ? DIRENT_LINK : DIRENT_FILE;
}
