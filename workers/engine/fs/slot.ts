import { slotWordOf, TABLE_WORDS } from './layout/regions';
import { RING_END_COUNT, SLOT } from './layout/slot';
import { SUPERBLOCK } from './layout/superblock';
import { isLockHeldBy } from './locks';
import { wake, type RingEnd } from './ring-header';

/** What the kernel and one process share besides files: its slot of the heap. Both sides use this class. */
export class ProcessSlot {
	readonly #words: Int32Array;
	readonly #first: number;

	constructor(
		heap: SharedArrayBuffer,
		readonly index: number
	) {
		this.#words = new Int32Array(heap, 0, TABLE_WORDS);
		this.#first = slotWordOf(index);
	}

	/** For a new process: nothing of its predecessor is left. */
	reset(pid: number): void {
		this.#words.fill(0, this.#first, this.#first + SLOT.DESCRIPTORS);
		this.#words[this.#first + SLOT.PID] = pid;
	}

	/** For a new worker of an engine service, which keeps its slot. */
	reuse(pid: number): void {
		this.#words[this.#first + SLOT.PID] = pid;
		Atomics.store(this.#words, this.fenceWord, 0);
	}

	/** The word that, once not zero, forbids the process to touch the heap. */
	get fenceWord(): number {
		return this.#first + SLOT.FENCE;
	}

	get isFenced(): boolean {
		return Atomics.load(this.#words, this.fenceWord) !== 0;
	}

	/** The process is being ended: it takes no lock any more. */
	fence(): void {
		Atomics.store(this.#words, this.fenceWord, 1);
	}

	/** Whether the process of this slot is inside a change of the file system. */
	holdsLock(pid: number): boolean {
		return isLockHeldBy(this.#words, SUPERBLOCK.LOCK, pid) || this.#load(SLOT.HELD_INODE) !== 0;
	}

	/** Bit per signal that the process handles itself. */
	get handledSignals(): number {
		return this.#load(SLOT.SIGNALS);
	}

	setHandled(signal: number, isHandled: boolean): void {
		if (isHandled) Atomics.or(this.#words, this.#first + SLOT.SIGNALS, 1 << signal);
		else Atomics.and(this.#words, this.#first + SLOT.SIGNALS, ~(1 << signal));
	}

	/** Size of its terminal in characters; 0 without one. */
	get columns(): number {
		return this.#load(SLOT.COLUMNS);
	}

	get rows(): number {
		return this.#load(SLOT.ROWS);
	}

	resize(columns: number, rows: number): void {
		this.#words[this.#first + SLOT.COLUMNS] = columns;
		this.#words[this.#first + SLOT.ROWS] = rows;
	}

	/** Notes that the process owns an end of a ring; false when it owns as many as it may. */
	noteRingEnd(ring: number, end: RingEnd): boolean {
		const first = this.#first + SLOT.RING_ENDS;
		for (let entry = first; entry < first + RING_END_COUNT; entry++) {
			if (this.#words[entry] !== 0) continue;
			Atomics.store(this.#words, entry, entryOf(ring, end));
			return true;
		}
		return false;
	}

	/** Forgets an end: true for whoever did it, the process or the kernel after its death, so that it is released once. */
	takeRingEnd(ring: number, end: RingEnd): boolean {
		const words = this.#words;
		const wanted = entryOf(ring, end);
		const first = this.#first + SLOT.RING_ENDS;
		for (let entry = first; entry < first + RING_END_COUNT; entry++)
			if (words[entry] === wanted && Atomics.compareExchange(words, entry, wanted, 0) === wanted) return true;
		return false;
	}

	/** As `takeRingEnd`, whatever is left. */
	takeAllRingEnds(): [ring: number, end: RingEnd][] {
		const taken: [number, RingEnd][] = [];
		const first = this.#first + SLOT.RING_ENDS;
		for (let entry = first; entry < first + RING_END_COUNT; entry++) {
			const value = this.#words[entry] === 0 ? 0 : Atomics.exchange(this.#words, entry, 0);
			if (value) taken.push([(value - 1) >> 1, (value - 1) & 1 ? 'write' : 'read']);
		}
		return taken;
	}

	/** The word that a blocking `spawnSync` sleeps on: its child's pipes and its exit count it up. */
	get eventWord(): number {
		return this.#first + SLOT.EVENT;
	}

	get eventCount(): number {
		return Atomics.load(this.#words, this.eventWord);
	}

	/** Blocks while the event word is `seen`, at most `timeoutMs`. */
	waitEvent(seen: number, timeoutMs: number): void {
		Atomics.wait(this.#words, this.eventWord, seen, timeoutMs);
	}

	/** How the child of a `spawnSync` ended; null while it runs. `signal` 0: it exited by itself. */
	get childExit(): { code: number; signal: number } | null {
		if (Atomics.load(this.#words, this.#first + SLOT.EXIT_DONE) === 0) return null;
		return { code: this.#load(SLOT.EXIT_CODE), signal: this.#load(SLOT.EXIT_SIGNAL) };
	}

	clearChildExit(): void {
		this.#words[this.#first + SLOT.EXIT_DONE] = 0;
	}

	reportChildExit(code: number, signal: number): void {
		this.#words[this.#first + SLOT.EXIT_CODE] = code;
		this.#words[this.#first + SLOT.EXIT_SIGNAL] = signal;
		Atomics.store(this.#words, this.#first + SLOT.EXIT_DONE, 1);
		wake(this.#words, this.eventWord);
	}

	#load(word: number): number {
		return this.#words[this.#first + word] ?? 0;
	}
}

function entryOf(ring: number, end: RingEnd): number {
	return ((ring << 1) | (end === 'write' ? 1 : 0)) + 1;
}
