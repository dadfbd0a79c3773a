import {
	EACCES,
	EEXIST,
	EISDIR,
	ELOOP,
	ENOENT,
	ENOTDIR,
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
import type { FileData } from './file-data';
import type { Heap } from './heap';
import type { Inodes } from './inodes';
import type { Journal } from './journal';
import { slotWordOf } from './layout/regions';
import { DESCRIPTOR_COUNT, SLOT, TEMPORARY_DESCRIPTOR } from './layout/slot';
import type { Names } from './names';
import { publicErrno, type PathWalk } from './path-walk';

interface Parts {
	heap: Heap;
	journal: Journal;
	inodes: Inodes;
	data: FileData;
	path: PathWalk;
	names: Names;
}

/** Files that are open: an inode counts its descriptors, and the slot of their process notes them so that its death closes them. */
export class OpenFiles {
	readonly #heap: Heap;
	readonly #journal: Journal;
	readonly #inodes: Inodes;
	readonly #data: FileData;
	readonly #path: PathWalk;
	readonly #names: Names;
	readonly #slot: number;

	constructor({ heap, journal, inodes, data, path, names }: Parts, slot: number) {
		this.#heap = heap;
		this.#journal = journal;
		this.#inodes = inodes;
		this.#data = data;
		this.#path = path;
		this.#names = names;
		this.#slot = slot;
	}

	open(path: string, flags: number, mode: number, descriptor: number): number {
		let isNew = false;
		const isFollowing = (flags & O_NOFOLLOW) === 0 && (flags & (O_CREAT | O_EXCL)) !== (O_CREAT | O_EXCL);
		const inode = this.#journal.mutate(() => {
			let found = this.#path.to(path, isFollowing);
			if (found < 0) {
				if (found !== ENOENT || (flags & O_CREAT) === 0) return publicErrno(found);
				if (this.#path.last.hasTrailingSlash) return EISDIR;
				found = this.#names.createAtLast(found, S_IFREG | (mode & 0o7777 & ~this.#names.umask));
				if (found < 0) return found;
				isNew = true;
			} else {
				const failure = this.#check(found, flags);
				if (failure < 0) return failure;
			}
			this.#note(found, this.#slot, descriptor);
			return found;
		});
		if (inode <= 0) return inode;
		if (isNew) this.#names.announceLast();
		else if (flags & O_TRUNC && !this.#inodes.isDir(inode) && this.#inodes.size(inode)) this.#data.truncate(inode, 0);
		return inode;
	}

	addReference(inode: number, slot: number, descriptor: number): void {
		this.#journal.mutate(() => {
			this.#note(inode, slot, descriptor);
			return 0;
		});
	}

	close(inode: number, descriptor: number): void {
		this.#journal.mutate(() => {
			if (isNoted(descriptor)) this.#journal.store(descriptorWord(this.#slot, descriptor), 0);
			this.#inodes.dropReference(inode);
			return 0;
		});
	}

	/** Closes whatever a dead process had open; returns how many descriptors those were. */
	closeAllOf(slot: number): number {
		let closed = 0;
		const high = this.#heap.load(slotWordOf(slot) + SLOT.DESCRIPTOR_HIGH);
		for (let descriptor = TEMPORARY_DESCRIPTOR; descriptor < high; descriptor++) {
			const word = descriptorWord(slot, descriptor);
			const inode = this.#heap.load(word);
			if (!inode) continue;
			closed++;
			this.#journal.mutate(() => {
				this.#journal.store(word, 0);
				this.#inodes.dropReference(inode);
				return 0;
			});
		}
		return closed;
	}

	#check(inode: number, flags: number): number {
		const access = flags & O_ACCMODE;
		const mode = this.#inodes.mode(inode);
		if (flags & O_CREAT && flags & O_EXCL) return EEXIST;
		if ((mode & S_IFMT) === S_IFLNK) return ELOOP;
		const isDirectory = (mode & S_IFMT) === S_IFDIR;
		if (isDirectory && (access !== 0 || flags & O_CREAT)) return EISDIR;
		if (flags & O_DIRECTORY && !isDirectory) return ENOTDIR;
		if (access !== O_WRONLY && (mode & 0o400) === 0) return EACCES;
		if (access !== 0 && (mode & 0o200) === 0) return EACCES;
		return 0;
	}

	#note(inode: number, slot: number, descriptor: number): void {
		this.#inodes.addReference(inode);
		if (!isNoted(descriptor)) return;
		this.#journal.store(descriptorWord(slot, descriptor), inode);
		const high = slotWordOf(slot) + SLOT.DESCRIPTOR_HIGH;
		if (descriptor >= this.#heap.load(high)) this.#journal.store(high, descriptor + 1);
	}
}

/** Where a process notes which inode a descriptor of its has open. */
function descriptorWord(slot: number, descriptor: number): number {
	return slotWordOf(slot) + (descriptor === TEMPORARY_DESCRIPTOR ? SLOT.TEMPORARY_FILE : SLOT.DESCRIPTORS + descriptor);
}

function isNoted(descriptor: number): boolean {
	return descriptor >= TEMPORARY_DESCRIPTOR && descriptor < DESCRIPTOR_COUNT;
}
