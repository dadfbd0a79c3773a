import type { Changes } from './changes';
import type { Dentries } from './dentries';
import { EBUSY, EEXIST, EINVAL, EISDIR, ENOENT, ENOTDIR, ENOTEMPTY, EPERM, S_IFDIR, S_IFLNK, S_IFMT } from './errno';
import type { FileData } from './file-data';
import type { Inodes } from './inodes';
import type { Journal } from './journal';
import { ROOT_INODE, TIME } from './layout/inode';
import { publicErrno, type PathWalk } from './path-walk';

const MAX_DEPTH = 1000;
const encoder = new TextEncoder();

interface Parts {
	journal: Journal;
	inodes: Inodes;
	dentries: Dentries;
	data: FileData;
	path: PathWalk;
	changes: Changes;
}

/** Everything that changes names, with POSIX semantics: see `FileSystem` for the errnos. */
export class Names {
	/** Bits that new files and directories do not get. */
	umask = 0o022;
	readonly #journal: Journal;
	readonly #inodes: Inodes;
	readonly #dentries: Dentries;
	readonly #data: FileData;
	readonly #path: PathWalk;
	readonly #changes: Changes;

	constructor({ journal, inodes, dentries, data, path, changes }: Parts) {
		this.#journal = journal;
		this.#inodes = inodes;
		this.#dentries = dentries;
		this.#data = data;
		this.#path = path;
		this.#changes = changes;
	}

	walk(path: string, isFollowing: boolean): number {
		return this.#journal.consistent(() => publicErrno(this.#path.to(path, isFollowing)));
	}

	/** Inode of a new file of this mode; of an existing one too unless `isExclusive`. */
	create(path: string, mode: number, isExclusive: boolean): number {
		let isNew = false;
		const result = this.#journal.mutate(() => {
			const found = this.#path.to(path, !isExclusive);
			if (found > 0) return isExclusive ? EEXIST : found;
			isNew = true;
			return this.createAtLast(found, mode);
		});
		if (result > 0 && isNew) this.announceLast();
		return result;
	}

	unlink(path: string): number {
		return this.#announced(() => {
			const inode = this.#path.to(path, false);
			if (inode < 0) return inode;
			if (this.#inodes.isDir(inode)) return EISDIR;
			this.#dentries.remove(this.#path.last.dentry);
			this.#inodes.dropLink(inode);
			return 0;
		});
	}

	rmdir(path: string): number {
		return this.#announced(() => {
			const inode = this.#path.to(path, false);
			if (inode < 0) return inode;
			if (!this.#inodes.isDir(inode)) return ENOTDIR;
			if (!this.#path.last.dentry) return inode === ROOT_INODE ? EBUSY : EINVAL;
			if (this.#inodes.entryCount(inode)) return ENOTEMPTY;
			this.#dentries.remove(this.#path.last.dentry);
			this.#inodes.dropLink(inode);
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
		const written = this.#data.write(inode, encoder.encode(target), 0);
		if (written < 0) this.unlink(path);
		return written < 0 ? written : inode;
	}

	link(existing: string, path: string): number {
		return this.#announced(() => {
			const inode = this.#path.to(existing, false);
			if (inode < 0) return inode;
			if (this.#inodes.isDir(inode)) return EPERM;
			const occupant = this.#path.to(path, false);
			if (occupant > 0) return EEXIST;
			if (occupant !== ENOENT) return occupant;
			const dentry = this.#path.addLastName(inode);
			if (dentry < 0) return dentry;
			this.#inodes.addLink(inode);
			return 0;
		});
	}

	rename(from: string, to: string): number {
		let fromDirectory = 0;
		let fromName = '';
		const result = this.#announced(() => {
			const inode = this.#path.to(from, false);
			if (inode < 0) return inode;
			const dentry = this.#path.last.dentry;
			if (!dentry) return EBUSY;
			fromDirectory = this.#path.last.directory;
			fromName = this.#path.lastName();
			const occupant = this.#path.to(to, false);
			if (occupant < 0 && occupant !== ENOENT) return occupant;
			if (occupant === inode) return 0;
			if (!this.#path.hasLastName()) return EBUSY;
			const isDirectory = this.#inodes.isDir(inode);
			if (occupant < 0 && this.#path.last.hasTrailingSlash && !isDirectory) return ENOTDIR;
			if (isDirectory && this.#isWithin(this.#path.last.directory, inode)) return EINVAL;
			if (occupant > 0) {
				const failure = this.#checkReplace(inode, occupant);
				if (failure < 0) return failure;
				this.#dentries.remove(this.#path.last.dentry);
				this.#inodes.dropLink(occupant);
			}
			this.#dentries.remove(dentry);
			const added = this.#path.addLastName(inode);
			if (added < 0) return added;
			this.#inodes.setTime(inode, TIME.CHANGED, Date.now());
			return 0;
		});
		if (result === 0 && fromName && this.#changes.isWatched) this.#changes.entryOf(fromDirectory, fromName);
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
				const there = this.walk(current, true);
				if (there < 0) return [made];
				if (!this.#inodes.isDir(there)) return [ENOTDIR];
			} else {
				const there = this.walk(current, true);
				if (there < 0) return [there];
				if (!this.#inodes.isDir(there)) return [index === parts.length - 1 ? EEXIST : ENOTDIR];
			}
		}
		return first === undefined ? [0] : [0, first];
	}

	/** The inode of a new file where the walk ended with `found`, or a negative errno. Only inside `mutate`. */
	createAtLast(found: number, mode: number): number {
		if (found !== ENOENT) return publicErrno(found);
		if (!this.#path.hasLastName()) return ENOENT;
		if (this.#path.last.hasTrailingSlash && (mode & S_IFMT) !== S_IFDIR) return ENOENT;
		const { directory } = this.#path.last;
		// A directory that was removed but is still somebody's working directory takes no new names.
		if (this.#inodes.links(directory) <= 0) return ENOENT;
		const inode = this.#inodes.create(mode);
		if (inode < 0) return inode;
		const dentry = this.#path.addLastName(inode);
		return dentry < 0 ? dentry : inode;
	}

	#checkReplace(inode: number, occupant: number): number {
		if (!this.#inodes.isDir(occupant)) return this.#inodes.isDir(inode) ? ENOTDIR : 0;
		if (!this.#inodes.isDir(inode)) return EISDIR;
		return this.#inodes.entryCount(occupant) ? ENOTEMPTY : 0;
	}

	#isWithin(directory: number, ancestor: number): boolean {
		for (let depth = 0; depth < MAX_DEPTH; depth++) {
			if (directory === ancestor) return true;
			if (directory === ROOT_INODE) return false;
			directory = this.#inodes.parent(directory);
		}
		return true;
	}

	#announced(change: () => number): number {
		const result = this.#journal.mutate(() => publicErrno(change()));
		if (result === 0) this.announceLast();
		return result;
	}

	/** Reports a change of the last name of the walk. */
	announceLast(): void {
		if (this.#changes.isWatched) this.#changes.entryOf(this.#path.last.directory, this.#path.lastName());
	}
}
