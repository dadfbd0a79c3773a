import type { Allocator } from './allocator';
import { EFBIG, ENOSPC } from './errno';
import { inodeWordOf, type Heap } from './heap';
import type { InodeSlots } from './inode-slots';
import type { Journal } from './journal';
import { EXTENSION, EXTENSION_EXTENTS, INODE, INODE_COUNT, INODE_EXTENTS } from './layout/inode';
import { BLOCK_BYTES } from './layout/regions';

/** Beyond it a file cannot be freed within one journal. */
const MAX_EXTENTS = 2000;
const MAX_BLOCKS = Math.floor(0x7fffffff / BLOCK_BYTES);
const MAX_PREALLOCATED_BLOCKS = 4096;

interface Parts {
	heap: Heap;
	journal: Journal;
	allocator: Allocator;
	slots: InodeSlots;
}

/** The runs of blocks that hold the data of an inode: the first few in the inode itself, more in extension records. */
export class Extents {
	readonly #heap: Heap;
	readonly #journal: Journal;
	readonly #allocator: Allocator;
	readonly #slots: InodeSlots;

	constructor({ heap, journal, allocator, slots }: Parts) {
		this.#heap = heap;
		this.#journal = journal;
		this.#allocator = allocator;
		this.#slots = slots;
	}

	/** Words of the `[firstBlock, blockCount]` pairs of an inode, in order. Bounded even while it changes underneath. */
	*wordsOf(inode: number): Generator<number, void> {
		const heap = this.#heap;
		const word = inodeWordOf(inode);
		const count = Math.min(heap.load(word + INODE.EXTENT_COUNT), MAX_EXTENTS);
		let extent = word + INODE.EXTENTS;
		let left: number = INODE_EXTENTS;
		let link = word + INODE.EXTENSION;
		for (let index = 0; index < count; index++) {
			if (left === 0) {
				const record = heap.load(link);
				if (record <= 0 || record >= INODE_COUNT) return;
				extent = inodeWordOf(record) + EXTENSION.EXTENTS;
				link = inodeWordOf(record) + EXTENSION.NEXT;
				left = EXTENSION_EXTENTS;
			}
			yield extent;
			extent += 2;
			left--;
		}
	}

	/** Gives all blocks back. Only inside `mutate`. */
	free(inode: number): void {
		const heap = this.#heap;
		const journal = this.#journal;
		const word = inodeWordOf(inode);
		for (const extent of this.wordsOf(inode)) journal.markBlocks(heap.load(extent), heap.load(extent + 1), false);
		for (let record = heap.load(word + INODE.EXTENSION); record !== 0;) {
			const next = heap.load(inodeWordOf(record) + EXTENSION.NEXT);
			this.#slots.give(record);
			record = next;
		}
		journal.store(word + INODE.EXTENSION, 0);
		journal.store(word + INODE.EXTENT_COUNT, 0);
		journal.store(word + INODE.CAPACITY, 0);
	}

	/** Makes room for `end` bytes: 0, or -ENOSPC or -EFBIG and nothing changed. Takes the metadata lock. */
	ensureCapacity(inode: number, end: number): number {
		const capacity = this.#heap.load(inodeWordOf(inode) + INODE.CAPACITY);
		const needed = Math.ceil(end / BLOCK_BYTES) - capacity;
		if (needed <= 0) return 0;
		if (capacity + needed > MAX_BLOCKS) return EFBIG;
		return this.#journal.mutate(() => {
			const generous = capacity ? Math.max(needed, Math.min(capacity, MAX_PREALLOCATED_BLOCKS)) : needed;
			let left = needed;
			let piece = generous;
			while (left > 0) {
				const start = this.#allocator.allocate(piece);
				if (start < 0) {
					// No run is that long: first without the reserve, then in ever smaller pieces.
					if (piece === 1) return ENOSPC;
					piece = piece > left ? left : piece >> 1;
					continue;
				}
				const failure = this.#append(inode, start, piece);
				if (failure < 0) return failure;
				left -= piece;
				piece = Math.min(piece, Math.max(left, 1));
			}
			return 0;
		});
	}

	#append(inode: number, start: number, blocks: number): number {
		const heap = this.#heap;
		const journal = this.#journal;
		const word = inodeWordOf(inode);
		const count = heap.load(word + INODE.EXTENT_COUNT);
		journal.store(word + INODE.CAPACITY, heap.load(word + INODE.CAPACITY) + blocks);
		let last = 0;
		for (const extent of this.wordsOf(inode)) last = extent;
		if (last && heap.load(last) + heap.load(last + 1) === start) {
			journal.store(last + 1, heap.load(last + 1) + blocks);
			return 0;
		}
		if (count >= MAX_EXTENTS) return EFBIG;
		const extent =
			count < INODE_EXTENTS ? word + INODE.EXTENTS + 2 * count : this.#extensionWord(inode, count - INODE_EXTENTS, last);
		if (extent < 0) return extent;
		journal.store(extent, start);
		journal.store(extent + 1, blocks);
		journal.store(word + INODE.EXTENT_COUNT, count + 1);
		return 0;
	}

	/** Word for the extent with this index in the extension records, after the one at `last`; adds a record when the last is full. */
	#extensionWord(inode: number, index: number, last: number): number {
		if (index % EXTENSION_EXTENTS !== 0) return last + 2;
		const record = this.#slots.take();
		if (record < 0) return record;
		const word = inodeWordOf(record);
		this.#journal.store(word + INODE.MODE, 0);
		this.#journal.store(word + EXTENSION.NEXT, 0);
		const link =
			index === 0
				? inodeWordOf(inode) + INODE.EXTENSION
				: last - (EXTENSION.EXTENTS + 2 * (EXTENSION_EXTENTS - 1)) + EXTENSION.NEXT;
		this.#journal.store(link, record);
		return word + EXTENSION.EXTENTS;
	}
}
