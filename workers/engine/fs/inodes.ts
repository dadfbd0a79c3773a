import { S_IFDIR, S_IFMT } from './errno';
import type { Extents } from './extents';
import { inodeWordOf, type Heap } from './heap';
import type { InodeSlots } from './inode-slots';
import type { Journal } from './journal';
import { INODE, TIME, type TimeIndex } from './layout/inode';
import { SUPERBLOCK } from './layout/superblock';

/** What a new inode must not take over from whatever lay in its slot. */
const CLEARED = [
	INODE.OPEN_COUNT,
	INODE.SIZE,
	INODE.EXTENT_COUNT,
	INODE.CAPACITY,
	INODE.PARENT,
	INODE.FIRST_ENTRY,
	INODE.ENTRY_COUNT,
	INODE.EXTENSION
] as const;

interface Parts {
	heap: Heap;
	journal: Journal;
	slots: InodeSlots;
	extents: Extents;
}

/** Inodes: their fields, and their life from the first link to the last link and descriptor. */
export class Inodes {
	readonly #words: Int32Array;
	readonly #floats: Float64Array;
	readonly #journal: Journal;
	readonly #slots: InodeSlots;
	readonly #extents: Extents;

	constructor({ heap, journal, slots, extents }: Parts) {
		this.#words = heap.words;
		this.#floats = heap.floats;
		this.#journal = journal;
		this.#slots = slots;
		this.#extents = extents;
	}

	mode(inode: number): number {
		return this.#words[inodeWordOf(inode) + INODE.MODE] ?? 0;
	}

	size(inode: number): number {
		return this.#words[inodeWordOf(inode) + INODE.SIZE] ?? 0;
	}

	isDir(inode: number): boolean {
		return (this.mode(inode) & S_IFMT) === S_IFDIR;
	}

	links(inode: number): number {
		return this.#words[inodeWordOf(inode) + INODE.LINKS] ?? 0;
	}

	parent(inode: number): number {
		return this.#words[inodeWordOf(inode) + INODE.PARENT] ?? 0;
	}

	firstEntry(inode: number): number {
		return this.#words[inodeWordOf(inode) + INODE.FIRST_ENTRY] ?? 0;
	}

	entryCount(inode: number): number {
		return this.#words[inodeWordOf(inode) + INODE.ENTRY_COUNT] ?? 0;
	}

	setTime(inode: number, index: TimeIndex, timeMs: number): void {
		this.#floats[((inodeWordOf(inode) + INODE.TIMES) >> 1) + index] = timeMs;
	}

	time(inode: number, index: TimeIndex): number {
		return this.#floats[((inodeWordOf(inode) + INODE.TIMES) >> 1) + index] ?? 0;
	}

	/** Replaces the bits of a mode that are no type. */
	setPermissions(inode: number, mode: number): void {
		this.#journal.mutate(() => {
			this.#journal.store(inodeWordOf(inode) + INODE.MODE, (this.mode(inode) & S_IFMT) | (mode & 0o7777));
			return 0;
		});
		this.setTime(inode, TIME.CHANGED, Date.now());
	}

	/** A new inode with one link, or -ENOSPC. Only inside `mutate`. */
	create(mode: number): number {
		const words = this.#words;
		const journal = this.#journal;
		const inode = this.#slots.take();
		if (inode < 0) return inode;
		const word = inodeWordOf(inode);
		journal.store(word + INODE.MODE, mode);
		journal.store(word + INODE.LINKS, 1);
		for (const field of CLEARED) journal.store(word + field, 0);
		// An extension record may have lain here: its extents must not look like a lock or an odd sequence.
		words[word + INODE.LOCK] = 0;
		const sequence = this.#words[word + INODE.SEQUENCE] ?? 0;
		if (sequence & 1) words[word + INODE.SEQUENCE] = sequence + 1;
		const now = Date.now();
		this.setTime(inode, TIME.MODIFIED, now);
		this.setTime(inode, TIME.CHANGED, now);
		this.setTime(inode, TIME.ACCESSED, now);
		this.setTime(inode, TIME.BORN, now);
		journal.store(SUPERBLOCK.INODES, (this.#words[SUPERBLOCK.INODES] ?? 0) + 1);
		return inode;
	}

	/** One open descriptor more. Only inside `mutate`. */
	addReference(inode: number): void {
		const word = inodeWordOf(inode) + INODE.OPEN_COUNT;
		this.#journal.store(word, (this.#words[word] ?? 0) + 1);
	}

	/** One open descriptor less; the last one of an unlinked file frees it. Only inside `mutate`. */
	dropReference(inode: number): void {
		const word = inodeWordOf(inode) + INODE.OPEN_COUNT;
		this.#journal.store(word, (this.#words[word] ?? 0) - 1);
		this.#freeIfUnused(inode);
	}

	/** Only inside `mutate`. */
	addLink(inode: number): void {
		this.#journal.store(inodeWordOf(inode) + INODE.LINKS, this.links(inode) + 1);
		this.setTime(inode, TIME.CHANGED, Date.now());
	}

	/** One name less; a directory has one only. The last one of a file that is not open frees it. Only inside `mutate`. */
	dropLink(inode: number): void {
		this.#journal.store(inodeWordOf(inode) + INODE.LINKS, this.isDir(inode) ? 0 : this.links(inode) - 1);
		this.setTime(inode, TIME.CHANGED, Date.now());
		this.#freeIfUnused(inode);
	}

	#freeIfUnused(inode: number): void {
		if (this.links(inode) <= 0 && (this.#words[inodeWordOf(inode) + INODE.OPEN_COUNT] ?? 0) <= 0) this.#free(inode);
	}

	#free(inode: number): void {
		const word = inodeWordOf(inode);
		Atomics.add(this.#words, word + INODE.SEQUENCE, 2); // Lock-free readers of the old content notice.
		this.#extents.free(inode);
		this.#journal.store(word + INODE.MODE, 0);
		this.#slots.give(inode);
		this.#journal.store(SUPERBLOCK.INODES, (this.#words[SUPERBLOCK.INODES] ?? 0) - 1);
	}
}
