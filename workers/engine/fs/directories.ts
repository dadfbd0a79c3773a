import type { Dentries } from './dentries';
import { ENOTDIR, S_IFDIR, S_IFLNK, S_IFMT, S_IFSOCK } from './errno';
import { DIRENT } from './file-system';
import type { Inodes } from './inodes';
import type { Journal } from './journal';
import { DENTRY_COUNT } from './layout/dentry';
import { ROOT_INODE } from './layout/inode';

const MAX_DEPTH = 200;

/** Reads of whole directories, and the way back from an inode to its names. */
export class Directories {
	readonly #journal: Journal;
	readonly #inodes: Inodes;
	readonly #dentries: Dentries;

	constructor(journal: Journal, inodes: Inodes, dentries: Dentries) {
		this.#journal = journal;
		this.#inodes = inodes;
		this.#dentries = dentries;
	}

	/** Names and types in turn, newest first; or -ENOTDIR. */
	list(directory: number): (string | number)[] | number {
		const inodes = this.#inodes;
		const dentries = this.#dentries;
		return this.#journal.consistent(() => {
			if (!inodes.isDir(directory)) return ENOTDIR;
			const out: (string | number)[] = [];
			let dentry = inodes.firstEntry(directory);
			for (let guard = 0; dentry > 0 && dentry < DENTRY_COUNT && guard < DENTRY_COUNT; guard++) {
				if (dentries.isRemoved(dentry)) break; // Just now: the sequence word will tell.
				out.push(dentries.name(dentry), direntType(inodes.mode(dentries.inode(dentry))));
				dentry = dentries.next(dentry);
			}
			return out;
		});
	}

	/** Name of an inode in a directory, or null. */
	nameOf(directory: number, inode: number): string | null {
		const dentries = this.#dentries;
		return this.#journal.consistent(() => {
			let dentry = this.#inodes.firstEntry(directory);
			for (let guard = 0; dentry > 0 && dentry < DENTRY_COUNT && guard < DENTRY_COUNT; guard++) {
				if (dentries.inode(dentry) === inode) return dentries.name(dentry);
				dentry = dentries.next(dentry);
			}
			return null;
		});
	}

	/** Absolute path of a directory, or null when it has been removed. */
	pathOf(directory: number): string | null {
		const parts: string[] = [];
		for (let inode = directory, depth = 0; inode > ROOT_INODE && depth < MAX_DEPTH; depth++) {
			const parent = this.#inodes.parent(inode);
			const name = this.nameOf(parent, inode);
			if (name === null) return null;
			parts.push(name);
			inode = parent;
		}
		return '/' + parts.reverse().join('/');
	}
}

function direntType(mode: number): number {
	const type = mode & S_IFMT;
	if (type === S_IFDIR) return DIRENT.DIRECTORY;
	if (type === S_IFSOCK) return DIRENT.SOCKET;
	return type === S_IFLNK ? DIRENT.LINK : DIRENT.FILE;
}
