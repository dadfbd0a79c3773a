import { ENOSPC } from './errno';
import { dentryWordOf, inodeWordOf, type Heap } from './heap';
import type { Inodes } from './inodes';
import type { Journal } from './journal';
import { DENTRY, DENTRY_COUNT, HASH_COUNT, NAME_MAX_BYTES } from './layout/dentry';
import { INODE, TIME } from './layout/inode';
import { HASH_WORD } from './layout/regions';
import { SUPERBLOCK } from './layout/superblock';

const MAX_CHAIN = 5000;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A name in a buffer of path bytes, its hash (with the directory's number in it), and where it is looked for. */
export interface NameRange {
	start: number;
	end: number;
	hash: number;
	directory: number;
}

/** Directory entries: each is in the list of its directory, and under its hash. */
export class Dentries {
	readonly #heap: Heap;
	readonly #words: Int32Array;
	readonly #journal: Journal;
	readonly #inodes: Inodes;

	constructor(heap: Heap, journal: Journal, inodes: Inodes) {
		this.#heap = heap;
		this.#words = heap.words;
		this.#journal = journal;
		this.#inodes = inodes;
	}

	inode(dentry: number): number {
		return this.#words[dentryWordOf(dentry) + DENTRY.INODE] ?? 0;
	}

	next(dentry: number): number {
		return this.#words[dentryWordOf(dentry) + DENTRY.NEXT] ?? 0;
	}

	/** Whether it has been taken out of its directory. */
	isRemoved(dentry: number): boolean {
		return this.#heap.load(dentryWordOf(dentry) + DENTRY.LENGTH) < 0;
	}

	name(dentry: number): string {
		const { bytes } = this.#heap;
		const word = dentryWordOf(dentry);
		const length = this.#heap.load(word + DENTRY.LENGTH);
		if (length < 0 || length > NAME_MAX_BYTES) return '';
		const at = (word + DENTRY.NAME) << 2;
		let text = '';
		for (let index = 0; index < length; index++) {
			const code = bytes[at + index] ?? 0;
			if (code > 127) return decoder.decode(bytes.slice(at, at + length));
			text += String.fromCharCode(code);
		}
		return text;
	}

	/** The entry of a name, or 0. */
	find(path: Uint8Array, { start, end, hash, directory }: NameRange): number {
		const words = this.#words;
		const { bytes } = this.#heap;
		const length = end - start;
		let dentry = words[HASH_WORD + (hash & (HASH_COUNT - 1))] ?? 0;
		for (let guard = 0; dentry > 0 && dentry < DENTRY_COUNT && guard < MAX_CHAIN; guard++) {
			const word = dentryWordOf(dentry);
			if (
				words[word + DENTRY.HASH] === hash &&
				words[word + DENTRY.PARENT] === directory &&
				words[word + DENTRY.LENGTH] === length
			) {
				const at = (word + DENTRY.NAME) << 2;
				let index = 0;
				while (index < length && bytes[at + index] === path[start + index]) index++;
				if (index === length) return dentry;
			}
			dentry = words[word + DENTRY.HASH_NEXT] ?? 0;
		}
		return 0;
	}

	/** Adds a name to its directory: the entry, or -ENOSPC. Only inside `mutate`. */
	add(path: Uint8Array, { start, end, hash, directory }: NameRange, inode: number): number {
		const heap = this.#heap;
		const journal = this.#journal;
		const dentry = this.#take();
		if (dentry < 0) return dentry;
		const word = dentryWordOf(dentry);
		const directoryWord = inodeWordOf(directory);
		const bucket = HASH_WORD + (hash & (HASH_COUNT - 1));
		const first = heap.load(directoryWord + INODE.FIRST_ENTRY);
		heap.bytes.set(path.subarray(start, end), (word + DENTRY.NAME) << 2);
		journal.store(word + DENTRY.PARENT, directory);
		journal.store(word + DENTRY.INODE, inode);
		journal.store(word + DENTRY.HASH, hash);
		journal.store(word + DENTRY.LENGTH, end - start);
		journal.store(word + DENTRY.HASH_NEXT, heap.load(bucket));
		journal.store(word + DENTRY.NEXT, first);
		journal.store(word + DENTRY.PREVIOUS, 0);
		journal.store(bucket, dentry);
		if (first) journal.store(dentryWordOf(first) + DENTRY.PREVIOUS, dentry);
		journal.store(directoryWord + INODE.FIRST_ENTRY, dentry);
		journal.store(directoryWord + INODE.ENTRY_COUNT, heap.load(directoryWord + INODE.ENTRY_COUNT) + 1);
		journal.store(inodeWordOf(inode) + INODE.PARENT, directory);
		this.#touch(directory);
		return dentry;
	}

	/** Takes an entry out of its directory. Only inside `mutate`. */
	remove(dentry: number): void {
		const heap = this.#heap;
		const journal = this.#journal;
		const word = dentryWordOf(dentry);
		const directory = heap.load(word + DENTRY.PARENT);
		const directoryWord = inodeWordOf(directory);
		this.#unhash(dentry);
		const previous = heap.load(word + DENTRY.PREVIOUS);
		const next = heap.load(word + DENTRY.NEXT);
		journal.store(previous ? dentryWordOf(previous) + DENTRY.NEXT : directoryWord + INODE.FIRST_ENTRY, next);
		if (next) journal.store(dentryWordOf(next) + DENTRY.PREVIOUS, previous);
		journal.store(directoryWord + INODE.ENTRY_COUNT, heap.load(directoryWord + INODE.ENTRY_COUNT) - 1);
		journal.store(word + DENTRY.PARENT, 0);
		journal.store(word + DENTRY.LENGTH, -1);
		journal.store(word + DENTRY.HASH_NEXT, heap.load(SUPERBLOCK.FREE_DENTRY));
		journal.store(SUPERBLOCK.FREE_DENTRY, dentry);
		this.#touch(directory);
	}

	#take(): number {
		const free = this.#heap.load(SUPERBLOCK.FREE_DENTRY);
		if (free) {
			this.#journal.store(SUPERBLOCK.FREE_DENTRY, this.#heap.load(dentryWordOf(free) + DENTRY.HASH_NEXT));
			return free;
		}
		const fresh = this.#heap.load(SUPERBLOCK.DENTRY_HIGH);
		if (fresh >= DENTRY_COUNT) return ENOSPC;
		this.#journal.store(SUPERBLOCK.DENTRY_HIGH, fresh + 1);
		return fresh;
	}

	#unhash(dentry: number): void {
		const heap = this.#heap;
		const word = dentryWordOf(dentry);
		const next = heap.load(word + DENTRY.HASH_NEXT);
		let link = HASH_WORD + (heap.load(word + DENTRY.HASH) & (HASH_COUNT - 1));
		while (heap.load(link) !== dentry) link = dentryWordOf(heap.load(link)) + DENTRY.HASH_NEXT;
		this.#journal.store(link, next);
	}

	#touch(directory: number): void {
		const now = Date.now();
		this.#inodes.setTime(directory, TIME.MODIFIED, now);
		this.#inodes.setTime(directory, TIME.CHANGED, now);
	}
}
