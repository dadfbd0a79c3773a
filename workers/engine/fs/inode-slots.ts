import { ENOSPC } from './errno';
import { inodeWordOf, type Heap } from './heap';
import type { Journal } from './journal';
import { INODE, INODE_COUNT } from './layout/inode';
import { SUPERBLOCK } from './layout/superblock';

/** Free slots of the inode table, for inodes and for extension records. Only inside `mutate`. */
export class InodeSlots {
	readonly #heap: Heap;
	readonly #journal: Journal;

	constructor(heap: Heap, journal: Journal) {
		this.#heap = heap;
		this.#journal = journal;
	}

	/** A free slot's number, or -ENOSPC. */
	take(): number {
		const free = this.#heap.load(SUPERBLOCK.FREE_INODE);
		if (free) {
			this.#journal.store(SUPERBLOCK.FREE_INODE, this.#heap.load(inodeWordOf(free) + INODE.PARENT));
			return free;
		}
		const fresh = this.#heap.load(SUPERBLOCK.INODE_HIGH);
		if (fresh >= INODE_COUNT) return ENOSPC;
		this.#journal.store(SUPERBLOCK.INODE_HIGH, fresh + 1);
		return fresh;
	}

	give(slot: number): void {
		this.#journal.store(inodeWordOf(slot) + INODE.PARENT, this.#heap.load(SUPERBLOCK.FREE_INODE));
		this.#journal.store(SUPERBLOCK.FREE_INODE, slot);
	}
}
