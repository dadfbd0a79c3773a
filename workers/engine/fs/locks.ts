import { layout, slotWordOf } from './layout';
import { blockForever } from './ring';

/** Set in a lock word when somebody waits for it: the holder then notifies on release. */
const WAITERS = 0x40000000;
const PID_MASK = 0x3fffffff;
const SPINS = 60;
const WAIT_MS = 50;

/**
 * The mapped heap and its locks. A lock word holds the pid of its holder, so that the kernel can release what a dead process held.
 * Order: an inode's lock first, then the metadata lock.
 */
export class LockedHeap {
	readonly heap: SharedArrayBuffer;
	readonly words: Int32Array;
	readonly floats: Float64Array;
	/** All bytes; grows with the heap. */
	readonly bytes: Uint8Array;
	readonly pid: number;
	readonly slotWord: number;
	readonly counters = { retries: 0, lockWaits: 0 };
	/** Told each time a lock was not released within 50 ms: its word and the pid of its holder. */
	onLockStuck: ((word: number, holder: number) => void) | undefined;
	#heldInode = 0;

	constructor(heap: SharedArrayBuffer, pid: number, slot = 0) {
		this.heap = heap;
		this.pid = pid;
		this.slotWord = slotWordOf(slot);
		this.words = new Int32Array(heap, 0, layout.DATA >> 2);
		this.floats = new Float64Array(heap, 0, layout.DATA >> 3);
		this.bytes = new Uint8Array(heap);
	}

	/** A word as it is now; 0 outside the tables, which a lock-free reader may run into. */
	load(word: number): number {
		return this.words[word] ?? 0;
	}

	inodeWord(inode: number): number {
		return (layout.INO >> 2) + inode * layout.INODE_WORDS;
	}

	dentryWord(dentry: number): number {
		return (layout.DEN >> 2) + dentry * layout.DENTRY_WORDS;
	}

	lockInode(inode: number): void {
		// Named before it is taken: a death in between must not leave a lock that nobody knows of.
		this.words[this.slotWord + layout.S_HELD] = inode;
		this.#heldInode = inode;
		this.acquire(this.inodeWord(inode) + layout.I_LOCK);
		if (this.#isFenced()) {
			this.unlockInode(inode);
			blockForever();
		}
	}

	unlockInode(inode: number): void {
		this.release(this.inodeWord(inode) + layout.I_LOCK);
		this.#heldInode = 0;
		this.words[this.slotWord + layout.S_HELD] = 0;
	}

	protected lockMetadata(): void {
		this.acquire(layout.LOCK);
		// A write that already holds its inode is let through: it ends in microseconds.
		if (this.#heldInode === 0 && this.#isFenced()) {
			this.release(layout.LOCK);
			blockForever();
		}
	}

	protected unlockMetadata(): void {
		this.release(layout.LOCK);
	}

	protected isHeldBy(word: number, pid: number): boolean {
		return (Atomics.load(this.words, word) & PID_MASK) === pid;
	}

	protected release(word: number): void {
		if (Atomics.exchange(this.words, word, 0) & WAITERS) Atomics.notify(this.words, word);
	}

	private acquire(word: number): void {
		const { words } = this;
		for (;;) {
			if (Atomics.compareExchange(words, word, 0, this.pid) === 0) return;
			this.counters.lockWaits++;
			for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(words, word) === 0) break;
			const holder = Atomics.load(words, word);
			if (holder === 0) continue;
			const marked = holder | WAITERS;
			if (holder !== marked && Atomics.compareExchange(words, word, holder, marked) !== holder) continue;
			if (Atomics.wait(words, word, marked, WAIT_MS) === 'timed-out') this.onLockStuck?.(word, holder & PID_MASK);
		}
	}

	#isFenced(): boolean {
		return Atomics.load(this.words, this.slotWord + layout.S_FENCE) !== 0;
	}
}
