import { RING_COUNT } from '../fs/layout/ring';
import { Ring } from '../fs/ring';
import {
	addRingEnd,
	clearRing,
	clearRingEndMark,
	dropRingEnd,
	hasRingEndMark,
	isRingOpen,
	markRingEnd,
	type RingEnd
} from '../fs/ring-header';
import type { KernelHeap } from './kernel-heap';
import type { ProcessRecord } from './process-record';

const FIRST_RINGS = 512;

/**
 * The heap's byte pipes. An end that a process owns is noted in its slot, so that whoever releases it, the process or the kernel
 * after its death, does so exactly once. Ends that the kernel holds (the client's side) are only counted.
 */
export class RingTable {
	readonly #heap: KernelHeap;
	readonly #isUsed = new Uint8Array(RING_COUNT);
	#cursor = 0;
	/** Rings in turn: few at first, since each that was ever used keeps its memory. */
	#inTurn = FIRST_RINGS;

	constructor(heap: KernelHeap) {
		this.#heap = heap;
	}

	/** An empty ring without ends. @throws when all are in use */
	allocate(): number {
		for (;;) {
			const index = this.#nextFree();
			if (index > 0) {
				this.#isUsed[index] = 1;
				clearRing(this.#heap.words, index);
				return index;
			}
			if (this.#inTurn === RING_COUNT) throw new Error('ENFILE: too many open pipes in the engine');
			this.#cursor = this.#inTurn - 1;
			this.#inTurn = Math.min(RING_COUNT, this.#inTurn * 2);
		}
	}

	/** 0 when all that are in turn are open. */
	#nextFree(): number {
		for (let tried = 0; tried < this.#inTurn; tried++) {
			this.#cursor = (this.#cursor + 1) % this.#inTurn;
			if (this.#cursor === 0) continue;
			if (!this.#isUsed[this.#cursor] || !isRingOpen(this.#heap.words, this.#cursor)) return this.#cursor;
		}
		return 0;
	}

	/** Gives `owner` an end: counted, and noted in its slot. @throws when it has as many as it may */
	addEnd(owner: ProcessRecord, index: number, end: RingEnd): void {
		if (!owner.memory.noteRingEnd(index, end)) throw new Error('EMFILE: too many open pipes in one process');
		this.retain(index, end);
	}

	/** Releases every end that a dead process still held. */
	releaseAllOf(owner: ProcessRecord): void {
		for (const [index, end] of owner.memory.takeAllRingEnds()) this.release(index, end);
	}

	/** Counts an end of the kernel's own. */
	retain(index: number, end: RingEnd): void {
		addRingEnd(this.#heap.words, index, end);
	}

	/** Uncounts an end; the last one wakes the other side, which then sees EOF or EPIPE. */
	release(index: number, end: RingEnd): void {
		dropRingEnd(this.#heap.words, index, end);
	}

	/** Reads until EOF, abort or the engine's end, then releases the kernel's read end. `onBytes` may be slow: the ring is the backpressure. */
	async pump(
		index: number,
		onBytes: (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>,
		signal?: AbortSignal
	): Promise<void> {
		const ring = new Ring(this.#heap.buffer, index);
		signal?.addEventListener('abort', () => this.#heap.wake(ring.readEventWord()), { once: true });
		for (;;) {
			const word = ring.readEventWord();
			const seen = this.#heap.seen(word);
			if (signal?.aborted) break;
			const hasEnded = ring.eof();
			const bytes = ring.get();
			if (bytes) {
				await onBytes(bytes);
				continue;
			}
			if (hasEnded || !(await this.#heap.changed(word, seen))) break;
		}
		this.release(index, 'read');
	}

	/** Writes all of `bytes`, waiting for room; false when nobody reads any more, on abort, or at the engine's end. */
	async write(index: number, bytes: Uint8Array, signal?: AbortSignal): Promise<boolean> {
		const ring = new Ring(this.#heap.buffer, index);
		const onAbort = () => this.#heap.wake(ring.writeEventWord());
		let offset = 0;
		while (offset < bytes.length) {
			const word = ring.writeEventWord();
			const seen = this.#heap.seen(word);
			if (ring.broken() || signal?.aborted) return false;
			const taken = ring.put(bytes, offset);
			offset += taken;
			if (taken) continue;
			signal?.addEventListener('abort', onAbort);
			const isRunning = await this.#heap.changed(word, seen);
			signal?.removeEventListener('abort', onAbort);
			if (!isRunning) return false;
		}
		return true;
	}

	/** Lets one reader see end of file once it has read what is in the ring; resolves when one has, or nobody is left to. */
	async markEnd(index: number): Promise<void> {
		const ring = new Ring(this.#heap.buffer, index);
		markRingEnd(this.#heap.words, index);
		for (;;) {
			const word = ring.writeEventWord();
			const seen = this.#heap.seen(word);
			if (!hasRingEndMark(this.#heap.words, index) || ring.broken()) return;
			if (!(await this.#heap.changed(word, seen))) return;
		}
	}

	/** Takes back a mark that no reader has reached. */
	clearEnd(index: number): void {
		clearRingEndMark(this.#heap.words, index);
	}
}

/** A ring written by several callers of the kernel: their bytes keep their order. */
export class RingWriter {
	#tail: Promise<unknown> = Promise.resolve();
	#isClosed = false;

	constructor(
		private readonly rings: RingTable,
		private readonly index: number
	) {}

	write(bytes: Uint8Array): Promise<void> {
		return this.#queue(async () => void (await this.rings.write(this.index, bytes)));
	}

	/** One reader sees end of file behind what was written; later bytes wait until it has. */
	markEnd(): Promise<void> {
		return this.#queue(() => this.rings.markEnd(this.index));
	}

	/** Releases the kernel's write end after what is queued. */
	close(): void {
		this.#tail = this.#tail.then(() => {
			if (this.#isClosed) return;
			this.#isClosed = true;
			this.rings.release(this.index, 'write');
		});
	}

	#queue(task: () => Promise<void>): Promise<void> {
		const next = this.#tail.then(() => (this.#isClosed ? undefined : task()));
		this.#tail = next;
		return next;
	}
}
