import type { Heap } from './heap';
import { inodeWordOf } from './heap';
import { INODE } from './layout/inode';
import { slotWordOf } from './layout/regions';
import { SLOT } from './layout/slot';
import { SUPERBLOCK } from './layout/superblock';
import { blockForever } from './ring';

/** Set in a lock word when somebody waits for it: the holder then notifies on release. */
const WAITERS = 0x40000000;
const PID_MASK = 0x3fffffff;
const SPINS = 60;
const WAIT_MS = 50;

/**
 * The locks of one process. A lock word holds the pid of its holder, so that the kernel can release what a dead process held.
 * Order: an inode's lock first, then the metadata lock.
 */
export class Locks {
	/** Called each time a lock was not released within 50 ms: its word and the pid of its holder. */
	onStuck: ((word: number, holder: number) => void) | undefined;
	readonly #heap: Heap;
	readonly #words: Int32Array;
	readonly #pid: number;
	readonly #slotWord: number;
	#heldInode = 0;

	constructor(heap: Heap, pid: number, slot: number) {
		this.#heap = heap;
		this.#words = heap.words;
		this.#pid = pid;
		this.#slotWord = slotWordOf(slot);
	}

	lockInode(inode: number): void {
		// Named before it is taken: a death in between must not leave a lock that nobody knows of.
		this.#words[this.#slotWord + SLOT.HELD_INODE] = inode;
		this.#heldInode = inode;
		this.#acquire(inodeWordOf(inode) + INODE.LOCK);
		if (this.#isFenced()) {
			this.unlockInode(inode);
			blockForever();
		}
	}

	unlockInode(inode: number): void {
		this.release(inodeWordOf(inode) + INODE.LOCK);
		this.#heldInode = 0;
		this.#words[this.#slotWord + SLOT.HELD_INODE] = 0;
	}

	lockMetadata(): void {
		this.#acquire(SUPERBLOCK.LOCK);
		// A write that already holds its inode is let through: it ends in microseconds.
		if (this.#heldInode === 0 && this.#isFenced()) {
			this.release(SUPERBLOCK.LOCK);
			blockForever();
		}
	}

	unlockMetadata(): void {
		this.release(SUPERBLOCK.LOCK);
	}

	isHeldBy(word: number, pid: number): boolean {
		return isLockHeldBy(this.#words, word, pid);
	}

	release(word: number): void {
		if (Atomics.exchange(this.#words, word, 0) & WAITERS) Atomics.notify(this.#words, word);
	}

	#acquire(word: number): void {
		const words = this.#words;
		for (;;) {
			if (Atomics.compareExchange(words, word, 0, this.#pid) === 0) return;
			this.#heap.counters.lockWaits++;
			for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(words, word) === 0) break;
			const holder = Atomics.load(words, word);
			if (holder === 0) continue;
			const marked = holder | WAITERS;
			if (holder !== marked && Atomics.compareExchange(words, word, holder, marked) !== holder) continue;
			if (Atomics.wait(words, word, marked, WAIT_MS) === 'timed-out') this.onStuck?.(word, holder & PID_MASK);
		}
	}

	#isFenced(): boolean {
		return Atomics.load(this.#words, this.#slotWord + SLOT.FENCE) !== 0;
	}
}

export function isLockHeldBy(words: Int32Array, word: number, pid: number): boolean {
	return (Atomics.load(words, word) & PID_MASK) === pid;
}
