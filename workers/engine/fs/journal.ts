import { layout } from './layout';
import { LockedHeap } from './locks';

const JOURNAL_WORD = layout.JOURNAL >> 2;
const BITMAP_WORD = layout.BITMAP >> 2;
const READ_ATTEMPTS = 100;

/**
 * Mutations of the tables with an undo journal, and reads without a lock.
 * Whoever dies in a mutation leaves the journal behind: the kernel plays it back and the tables are as before.
 */
export class JournaledHeap extends LockedHeap {
	/** Runs a mutation under the metadata lock. A negative result undoes it. */
	mutate<T>(change: () => T): T {
		this.lockMetadata();
		const sequence = this.load(layout.SEQ);
		Atomics.store(this.words, layout.SEQ, sequence + 1);
		let isKept = false;
		try {
			const result = change();
			isKept = !(typeof result === 'number' && result < 0);
			return result;
		} finally {
			if (isKept) this.words[layout.JN] = 0;
			else this.rollback();
			Atomics.store(this.words, layout.SEQ, sequence + 2);
			this.unlockMetadata();
		}
	}

	/** Runs a pure read; again when a mutation came between; under the lock when that happens too often. */
	consistent<T>(read: () => T): T {
		for (let attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
			const sequence = Atomics.load(this.words, layout.SEQ);
			if ((sequence & 1) === 0) {
				const result = read();
				if (Atomics.load(this.words, layout.SEQ) === sequence) return result;
			}
			this.counters.retries++;
		}
		this.lockMetadata();
		try {
			return read();
		} finally {
			this.unlockMetadata();
		}
	}

	/** Stores a word so that it can be undone. Only inside `mutate`. */
	store(word: number, value: number): void {
		this.#log(word, this.load(word));
		this.words[word] = value;
	}

	/** Marks blocks as used or free, so that it can be undone. Only inside `mutate`. */
	protected markBlocks(start: number, count: number, isUsed: boolean): void {
		this.#log(-1 - start, isUsed ? count : -count);
		this.#setBits(start, count, isUsed);
		this.store(layout.NFREE, this.load(layout.NFREE) + (isUsed ? -count : count));
	}

	/** Adds blocks for good: growth of the heap is not undone, so the old counts in the journal grow too. */
	protected addFreeBlocks(count: number): void {
		const { words } = this;
		for (let entry = 0; entry < this.load(layout.JN); entry++) {
			const at = JOURNAL_WORD + entry * 2;
			if (words[at] === layout.NFREE) words[at + 1] = this.load(at + 1) + count;
		}
		words[layout.NFREE] = this.load(layout.NFREE) + count;
		words[layout.NBLOCKS] = this.load(layout.NBLOCKS) + count;
	}

	protected rollback(): void {
		for (let entry = this.load(layout.JN) - 1; entry >= 0; entry--) {
			const at = JOURNAL_WORD + entry * 2;
			const target = this.load(at);
			const value = this.load(at + 1);
			if (target < 0) this.#setBits(-1 - target, Math.abs(value), value < 0);
			else this.words[target] = value;
		}
		this.words[layout.JN] = 0;
	}

	/** Completes the death of a process inside a mutation. Answers the number of stores undone, or -1 when there was none. */
	protected recoverMetadata(pid: number): number {
		if (!this.isHeldBy(layout.LOCK, pid)) return -1;
		const undone = this.load(layout.JN);
		this.rollback();
		this.#recountFreeBlocks();
		const sequence = this.load(layout.SEQ);
		if (sequence & 1) Atomics.store(this.words, layout.SEQ, sequence + 1);
		this.unlockMetadata();
		return undone;
	}

	#log(target: number, value: number): void {
		const { words } = this;
		const entry = this.load(layout.JN);
		const at = JOURNAL_WORD + entry * 2;
		words[at] = target;
		words[at + 1] = value;
		words[layout.JN] = entry + 1;
	}

	#setBits(start: number, count: number, isUsed: boolean): void {
		const { words } = this;
		for (let bit = start, end = start + count; bit < end;) {
			const word = BITMAP_WORD + (bit >> 5);
			if ((bit & 31) === 0 && end - bit >= 32) {
				words[word] = isUsed ? -1 : 0;
				bit += 32;
				continue;
			}
			const mask = 1 << (bit & 31);
			words[word] = isUsed ? this.load(word) | mask : this.load(word) & ~mask;
			bit++;
		}
	}

	/** A death between growth and its count leaves the two apart. */
	#recountFreeBlocks(): void {
		const total = this.load(layout.NBLOCKS);
		let used = 0;
		for (let word = BITMAP_WORD; word < BITMAP_WORD + Math.ceil(total / 32); word++) {
			for (let bits = this.load(word); bits !== 0; bits &= bits - 1) used++;
		}
		this.words[layout.NFREE] = total - used;
	}
}
