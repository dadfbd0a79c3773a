import type { Heap } from './heap';
import { BITMAP_WORD, JOURNAL_WORD } from './layout/regions';
import { SUPERBLOCK } from './layout/superblock';
import type { Locks } from './locks';

const READ_ATTEMPTS = 100;

/**
 * Mutations of the tables with an undo journal, and reads without a lock.
 * Whoever dies in a mutation leaves the journal behind: the kernel plays it back and the tables are as before.
 */
export class Journal {
	readonly #heap: Heap;
	readonly #words: Int32Array;
	readonly #locks: Locks;

	constructor(heap: Heap, locks: Locks) {
		this.#heap = heap;
		this.#words = heap.words;
		this.#locks = locks;
	}

	/** Runs a mutation under the metadata lock. A negative result undoes it. */
	mutate<T>(change: () => T): T {
		this.#locks.lockMetadata();
		const sequence = this.#words[SUPERBLOCK.SEQUENCE] ?? 0;
		Atomics.store(this.#words, SUPERBLOCK.SEQUENCE, sequence + 1);
		let isKept = false;
		try {
			const result = change();
			isKept = !(typeof result === 'number' && result < 0);
			return result;
		} finally {
			if (isKept) this.#words[SUPERBLOCK.JOURNAL_LENGTH] = 0;
			else this.#rollback();
			Atomics.store(this.#words, SUPERBLOCK.SEQUENCE, sequence + 2);
			this.#locks.unlockMetadata();
		}
	}

	/** Runs a pure read; again when a mutation came between; under the lock when that happens too often. */
	consistent<T>(read: () => T): T {
		for (let attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
			const sequence = Atomics.load(this.#words, SUPERBLOCK.SEQUENCE);
			if ((sequence & 1) === 0) {
				const result = read();
				if (Atomics.load(this.#words, SUPERBLOCK.SEQUENCE) === sequence) return result;
			}
			this.#heap.counters.retries++;
		}
		this.#locks.lockMetadata();
		try {
			return read();
		} finally {
			this.#locks.unlockMetadata();
		}
	}

	/** Stores a word so that it can be undone. Only inside `mutate`. */
	store(word: number, value: number): void {
		this.#log(word, this.#words[word] ?? 0);
		this.#words[word] = value;
	}

	/** Marks blocks as used or free, so that it can be undone. Only inside `mutate`. */
	markBlocks(start: number, count: number, isUsed: boolean): void {
		this.#log(-1 - start, isUsed ? count : -count);
		this.#setBits(start, count, isUsed);
		this.store(SUPERBLOCK.FREE_BLOCKS, (this.#words[SUPERBLOCK.FREE_BLOCKS] ?? 0) + (isUsed ? -count : count));
	}

	/** Adds blocks for good: growth of the heap is not undone, so the old counts in the journal grow too. */
	addFreeBlocks(count: number): void {
		const words = this.#words;
		for (let entry = 0; entry < (this.#words[SUPERBLOCK.JOURNAL_LENGTH] ?? 0); entry++) {
			const at = JOURNAL_WORD + entry * 2;
			if (words[at] === SUPERBLOCK.FREE_BLOCKS) words[at + 1] = (this.#words[at + 1] ?? 0) + count;
		}
		words[SUPERBLOCK.FREE_BLOCKS] = (this.#words[SUPERBLOCK.FREE_BLOCKS] ?? 0) + count;
		words[SUPERBLOCK.BLOCKS] = (this.#words[SUPERBLOCK.BLOCKS] ?? 0) + count;
	}

	#rollback(): void {
		for (let entry = (this.#words[SUPERBLOCK.JOURNAL_LENGTH] ?? 0) - 1; entry >= 0; entry--) {
			const at = JOURNAL_WORD + entry * 2;
			const target = this.#words[at] ?? 0;
			const value = this.#words[at + 1] ?? 0;
			if (target < 0) this.#setBits(-1 - target, Math.abs(value), value < 0);
			else this.#words[target] = value;
		}
		this.#words[SUPERBLOCK.JOURNAL_LENGTH] = 0;
	}

	/** Completes the death of a process inside a mutation. Returns the number of stores undone, or -1 when there was none. */
	recover(pid: number): number {
		if (!this.#locks.isHeldBy(SUPERBLOCK.LOCK, pid)) return -1;
		const undone = this.#words[SUPERBLOCK.JOURNAL_LENGTH] ?? 0;
		this.#rollback();
		this.#recountFreeBlocks();
		const sequence = this.#words[SUPERBLOCK.SEQUENCE] ?? 0;
		if (sequence & 1) Atomics.store(this.#words, SUPERBLOCK.SEQUENCE, sequence + 1);
		this.#locks.unlockMetadata();
		return undone;
	}

	#log(target: number, value: number): void {
		const words = this.#words;
		const entry = this.#words[SUPERBLOCK.JOURNAL_LENGTH] ?? 0;
		const at = JOURNAL_WORD + entry * 2;
		words[at] = target;
		words[at + 1] = value;
		words[SUPERBLOCK.JOURNAL_LENGTH] = entry + 1;
	}

	#setBits(start: number, count: number, isUsed: boolean): void {
		const words = this.#words;
		for (let bit = start, end = start + count; bit < end;) {
			const word = BITMAP_WORD + (bit >> 5);
			if ((bit & 31) === 0 && end - bit >= 32) {
				words[word] = isUsed ? -1 : 0;
				bit += 32;
				continue;
			}
			const mask = 1 << (bit & 31);
			words[word] = isUsed ? (this.#words[word] ?? 0) | mask : (this.#words[word] ?? 0) & ~mask;
			bit++;
		}
	}

	/** A death between growth and its count leaves the two apart. */
	#recountFreeBlocks(): void {
		const total = this.#words[SUPERBLOCK.BLOCKS] ?? 0;
		let used = 0;
		for (let word = BITMAP_WORD; word < BITMAP_WORD + Math.ceil(total / 32); word++) {
			for (let bits = this.#words[word] ?? 0; bits !== 0; bits &= bits - 1) used++;
		}
		this.#words[SUPERBLOCK.FREE_BLOCKS] = total - used;
	}
}
