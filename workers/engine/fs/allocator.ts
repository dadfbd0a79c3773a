import { ENOSPC } from './errno';
import type { Heap } from './heap';
import type { Journal } from './journal';
import { BITMAP_WORD, BLOCK_BYTES, MB, REGION } from './layout/regions';
import { SUPERBLOCK } from './layout/superblock';

const GROW_BYTES = 16 * MB;

/** Allocation of runs of data blocks. Everything here runs inside `mutate`. */
export class Allocator {
	readonly #heap: Heap;
	readonly #journal: Journal;

	constructor(heap: Heap, journal: Journal) {
		this.#heap = heap;
		this.#journal = journal;
	}

	/** First block of a free run, or -ENOSPC. */
	allocate(count: number): number {
		for (;;) {
			const start = this.#heap.load(SUPERBLOCK.FREE_BLOCKS) >= count ? this.#findRun(count) : -1;
			if (start >= 0) {
				this.#journal.markBlocks(start, count, true);
				this.#heap.words[SUPERBLOCK.BLOCK_HINT] = start + count;
				return start;
			}
			if (!this.#grow(count)) return ENOSPC;
		}
	}

	#findRun(count: number): number {
		const hint = this.#heap.load(SUPERBLOCK.BLOCK_HINT);
		const total = this.#heap.load(SUPERBLOCK.BLOCKS);
		const start = this.#scan(count, hint, total);
		return start >= 0 ? start : this.#scan(count, 0, Math.min(total, hint + count));
	}

	#scan(count: number, from: number, to: number): number {
		let run = 0;
		for (let bit = from; bit < to;) {
			const word = this.#heap.load(BITMAP_WORD + (bit >> 5));
			if ((bit & 31) === 0) {
				if (word === -1) {
					run = 0;
					bit += 32;
					continue;
				}
				if (word === 0 && to - bit >= 32) {
					run += 32;
					bit += 32;
					if (run >= count) return bit - run;
					continue;
				}
			}
			if ((word >>> (bit & 31)) & 1) run = 0;
			else if (++run >= count) return bit + 1 - run;
			bit++;
		}
		return -1;
	}

	#grow(count: number): boolean {
		const { byteLength, maxByteLength } = this.#heap.buffer;
		const step = Math.max(GROW_BYTES, count * BLOCK_BYTES, (byteLength >> 3) & ~(MB - 1));
		const wanted = Math.min(maxByteLength, byteLength + step);
		try {
			if (wanted > byteLength) this.#heap.buffer.grow(wanted);
		} catch {
			return false; // The host has no more memory: to the caller, the disk is full.
		}
		const added = Math.floor((wanted - REGION.BLOCKS) / BLOCK_BYTES) - this.#heap.load(SUPERBLOCK.BLOCKS);
		if (added > 0) this.#journal.addFreeBlocks(added);
		return added > 0;
	}
}
