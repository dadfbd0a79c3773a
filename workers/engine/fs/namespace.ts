import {
	EACCES,
	EBUSY,
	EEXIST,
	EINVAL,
	EISDIR,
	ELOOP,
	ENOENT,
	ENOTDIR,
	ENOTEMPTY,
	EPERM,
	O_ACCMODE,
	O_CREAT,
	O_DIRECTORY,
	O_EXCL,
	O_NOFOLLOW,
	O_TRUNC,
	O_WRONLY,
	S_IFDIR,
	S_IFLNK,
	S_IFMT,
	S_IFREG
} from './errno';
import { CTIME } from './inodes';
import { layout, TEMPORARY_DESCRIPTOR } from './layout';
import { PathTable, publicErrno } from './paths';

const ROOT = 1;
const MAX_DEPTH = 1000;
const encoder = new TextEncoder();

/** Everything that changes names, with POSIX semantics. All paths are absolute; failures are negative errnos. */
export class Namespace extends PathTable {
	/** Bits that new files and directories do not get. */
	umask = 0o022;

	/** Inode of a new file of this mode; of an existing one too unless `isExclusive`. */
	create(path: string, mode: number, isExclusive: boolean): number {
		let isNew = false;
		const result = this.mutate(() => {
			const found = this.walkPath(path, !isExclusive);
			if (found > 0) return isExclusive ? EEXIST : found;
			isNew = true;
			return this.#createHere(found, mode);
		});
		if (result > 0 && isNew) this.#announce();
		return result;
	}

	/**
	 * Opens by Linux flags. The inode counts one more descriptor, which the process's slot remembers under `descriptorIndex`
	 * (0..511; -1: nowhere) so that its death closes it.
	 */
	open(path: string, flags: number, mode: number, descriptorIndex: number): number {
		let isNew = false;
		const isFollowing = (flags & O_NOFOLLOW) === 0 && (flags & (O_CREAT | O_EXCL)) !== (O_CREAT | O_EXCL);
		const result = this.mutate(() => {
			let inode = this.walkPath(path, isFollowing);
			if (inode < 0) {
				if (inode !== ENOENT || (flags & O_CREAT) === 0) return publicErrno(inode);
				if (this.last.hasTrailingSlash) return EISDIR;
				inode = this.#createHere(inode, S_IFREG | (mode & 0o7777 & ~this.umask));
				if (inode < 0) return inode;
				isNew = true;
			} else {
				const failure = this.#checkOpen(inode, flags);
				if (failure < 0) return failure;
			}
			this.#addReference(inode, this.slotWord, descriptorIndex);
			return inode;
		});
		if (isNew && result > 0) this.#announce();
		if (result > 0 && !isNew && flags & O_TRUNC && !this.isDir(result) && this.size(result)) this.truncate(result, 0);
		return result;
	}

	/** One more descriptor on an open inode: for dup and for what a child inherits. */
	addReference(inode: number, slotWord: number, descriptorIndex: number): void {
		this.mutate(() => {
			this.#addReference(inode, slotWord, descriptorIndex);
			return 0;
		});
	}

	close(inode: number, descriptorIndex: number): void {
		this.mutate(() => {
			if (isRecorded(descriptorIndex)) this.store(this.descriptorWord(this.slotWord, descriptorIndex), 0);
			return this.dropReference(inode);
		});
	}

	unlink(path: string): number {
		return this.#announced(() => {
			const inode = this.walkPath(path, false);
			if (inode < 0) return inode;
			if (this.isDir(inode)) return EISDIR;
			this.removeEntry(this.last.dentry);
			this.dropLink(inode);
			return 0;
		});
	}

	rmdir(path: string): number {
		return this.#announced(() => {
			const inode = this.walkPath(path, false);
			if (inode < 0) return inode;
			if (!this.isDir(inode)) return ENOTDIR;
			if (!this.last.dentry) return inode === ROOT ? EBUSY : EINVAL;
			if (this.load(this.inodeWord(inode) + layout.I_COUNT)) return ENOTEMPTY;
			this.removeEntry(this.last.dentry);
			this.dropLink(inode);
			return 0;
		});
	}

	mkdir(path: string, mode = 0o777): number {
		return this.create(path, S_IFDIR | (mode & 0o7777 & ~this.umask), true);
	}

	/** Creates a link at `path` whose target is the text as it stands. */
	symlink(target: string, path: string): number {
		if (target === '') return ENOENT;
		const inode = this.create(path, S_IFLNK | 0o777, true);
		if (inode < 0) return inode;
		const written = this.pwrite(inode, encoder.encode(target), 0);
		if (written < 0) this.unlink(path);
		return written < 0 ? written : inode;
	}

	link(existing: string, path: string): number {
		return this.#announced(() => {
			const inode = this.walkPath(existing, false);
			if (inode < 0) return inode;
			if (this.isDir(inode)) return EPERM;
			const occupant = this.walkPath(path, false);
			if (occupant > 0) return EEXIST;
			if (occupant !== ENOENT) return occupant;
			const dentry = this.addEntry(inode);
			if (dentry < 0) return dentry;
			const word = this.inodeWord(inode) + layout.I_NLINK;
			this.store(word, this.load(word) + 1);
			this.setTime(inode, CTIME, Date.now());
			return 0;
		});
	}

	rename(from: string, to: string): number {
		let fromDirectory = 0;
		let fromName = '';
		const result = this.#announced(() => {
			const inode = this.walkPath(from, false);
			if (inode < 0) return inode;
			const dentry = this.last.dentry;
			if (!dentry) return EBUSY;
			fromDirectory = this.last.directory;
			fromName = this.lastName();
			const occupant = this.walkPath(to, false);
			if (occupant < 0 && occupant !== ENOENT) return occupant;
			if (occupant === inode) return 0;
			if (!this.hasLastName()) return EBUSY;
			const isDirectory = this.isDir(inode);
			if (occupant < 0 && this.last.hasTrailingSlash && !isDirectory) return ENOTDIR;
			if (isDirectory && this.#isWithin(this.last.directory, inode)) return EINVAL;
			if (occupant > 0) {
				const failure = this.#checkReplace(inode, occupant);
				if (failure < 0) return failure;
				this.removeEntry(this.last.dentry);
				this.dropLink(occupant);
			}
			this.removeEntry(dentry);
			const added = this.addEntry(inode);
			if (added < 0) return added;
			this.setTime(inode, CTIME, Date.now());
			return 0;
		});
		if (result === 0 && fromName && this.load(layout.WATCH)) this.onchange?.('rename', 0, fromDirectory, fromName);
		return result;
	}

	/** Creates all missing directories: `[0, first created path]`, or `[negative errno]`. */
	mkdirp(path: string, mode = 0o777): [number, string?] {
		let current = '';
		let first: string | undefined;
		const parts = path.split('/').filter((part) => part !== '');
		for (const [index, part] of parts.entries()) {
			current += '/' + part;
			const made = this.mkdir(current, mode);
			if (made > 0) first ??= current;
			else if (made !== EEXIST) {
				// `.` and `..` have no name to create; they must only exist.
				const there = this.walk(current);
				if (there < 0) return [made];
				if (!this.isDir(there)) return [ENOTDIR];
			} else {
				const there = this.walk(current);
				if (there < 0) return [there];
				if (!this.isDir(there)) return [index === parts.length - 1 ? EEXIST : ENOTDIR];
			}
		}
		return first === undefined ? [0] : [0, first];
	}

	/** Replaces the type-free bits of a mode. */
	chmod(inode: number, mode: number): void {
		this.mutate(() => {
			this.store(this.inodeWord(inode) + layout.I_MODE, (this.mode(inode) & S_IFMT) | (mode & 0o7777));
			return 0;
		});
		this.setTime(inode, CTIME, Date.now());
	}

	#createHere(found: number, mode: number): number {
		if (found !== ENOENT) return publicErrno(found);
		if (!this.hasLastName()) return ENOENT;
		if (this.last.hasTrailingSlash && (mode & S_IFMT) !== S_IFDIR) return ENOENT;
		const { directory } = this.last;
		// A directory that was removed but is still somebody's working directory takes no new names.
		if (this.load(this.inodeWord(directory) + layout.I_NLINK) <= 0) return ENOENT;
		const inode = this.newInode(mode);
		if (inode < 0) return inode;
		const dentry = this.addEntry(inode);
		return dentry < 0 ? dentry : inode;
	}

	#checkOpen(inode: number, flags: number): number {
		const access = flags & O_ACCMODE;
		const mode = this.mode(inode);
		if (flags & O_CREAT && flags & O_EXCL) return EEXIST;
		if ((mode & S_IFMT) === S_IFLNK) return ELOOP;
		const isDirectory = (mode & S_IFMT) === S_IFDIR;
		if (isDirectory && (access !== 0 || flags & O_CREAT)) return EISDIR;
		if (flags & O_DIRECTORY && !isDirectory) return ENOTDIR;
		if (access !== O_WRONLY && (mode & 0o400) === 0) return EACCES;
		if (access !== 0 && (mode & 0o200) === 0) return EACCES;
		return 0;
	}

	#checkReplace(inode: number, occupant: number): number {
		if (!this.isDir(occupant)) return this.isDir(inode) ? ENOTDIR : 0;
		if (!this.isDir(inode)) return EISDIR;
		return this.load(this.inodeWord(occupant) + layout.I_COUNT) ? ENOTEMPTY : 0;
	}

	#isWithin(directory: number, ancestor: number): boolean {
		for (let depth = 0; depth < MAX_DEPTH; depth++) {
			if (directory === ancestor) return true;
			if (directory === ROOT) return false;
			directory = this.load(this.inodeWord(directory) + layout.I_PARENT);
		}
		return true;
	}

	/** Where a process notes which inode a descriptor of its has open. */
	protected descriptorWord(slotWord: number, descriptorIndex: number): number {
		return slotWord + (descriptorIndex === TEMPORARY_DESCRIPTOR ? layout.S_FD_TEMPORARY : layout.S_FD + descriptorIndex);
	}

	#addReference(inode: number, slotWord: number, descriptorIndex: number): void {
		const word = this.inodeWord(inode) + layout.I_NOPEN;
		this.store(word, this.load(word) + 1);
		if (!isRecorded(descriptorIndex)) return;
		this.store(this.descriptorWord(slotWord, descriptorIndex), inode);
		const high = slotWord + layout.S_FD_HIGH;
		if (descriptorIndex >= this.load(high)) this.store(high, descriptorIndex + 1);
	}

	#announced(change: () => number): number {
		const result = this.mutate(() => publicErrno(change()));
		if (result === 0) this.#announce();
		return result;
	}

	#announce(): void {
		if (this.load(layout.WATCH)) this.onchange?.('rename', 0, this.last.directory, this.lastName());
	}
}

function isRecorded(descriptorIndex: number): boolean {
	return descriptorIndex >= TEMPORARY_DESCRIPTOR && descriptorIndex < layout.NFD;
}
