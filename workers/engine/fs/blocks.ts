import { ENOSPC } from './errno';
import { JournaledHeap } from './journal';
import { layout } from './layout';

const BITMAP_WORD = layout.BITMAP >> 2;
const GROW_BYTES = 16 * layout.MB;

/** Allocation of runs of data blocks. Everything here runs inside `mutate`. */
export class BlockHeap extends JournaledHeap {
	/** First block of a free run, or -ENOSPC. */
	protected allocateRun(count: number): number {
		for (;;) {
			const start = this.load(layout.NFREE) >= count ? this.#findRun(count) : -1;
			if (start >= 0) {
				this.markBlocks(start, count, true);
				this.words[layout.HINT] = start + count;
				return start;
			}
			if (!this.#grow(count)) return ENOSPC;
		}
	}

	#findRun(count: number): number {
		const hint = this.load(layout.HINT);
		const total = this.load(layout.NBLOCKS);
		const start = this.#scan(count, hint, total);
		return start >= 0 ? start : this.#scan(count, 0, Math.min(total, hint + count));
	}

	#scan(count: number, from: number, to: number): number {
		let run = 0;
		for (let bit = from; bit < to;) {
			const word = this.load(BITMAP_WORD + (bit >> 5));
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
		const { byteLength, maxByteLength } = this.heap;
		const step = Math.max(GROW_BYTES, count * layout.BS, (byteLength >> 3) & ~(layout.MB - 1));
		const wanted = Math.min(maxByteLength, byteLength + step);
		try {
			if (wanted > byteLength) this.heap.grow(wanted);
		} catch {
			return false; // The host has no more memory: to the caller, the disk is full.
		}
		const added = Math.floor((wanted - layout.DATA) / layout.BS) - this.load(layout.NBLOCKS);
		if (added > 0) this.addFreeBlocks(added);
		return added > 0;
	}
}
