import { EPIPE } from './errno';
import { REGION, ringWordOf, TABLE_WORDS } from './layout/regions';
import { RING, RING_BYTES } from './layout/ring';
import { wake } from './ring-header';

const MASK = RING_BYTES - 1;
/** A blocked reader or writer looks again at least this often, in case a wake-up was lost with a dead process. */
const WAIT_MS = 1000;

/**
 * A byte pipe in the heap: one or more writers, one or more readers, without the kernel.
 * End of file means no writer is left, or that a mark was reached; broken means no reader is left.
 */
export class Ring {
	readonly index: number;
	readonly #words: Int32Array;
	readonly #data: Uint8Array;
	readonly #base: number;
	readonly #fenceWord: number;

	/** `fenceWord`: the word that, once not zero, forbids this process to touch the heap (0: none). */
	constructor(heap: SharedArrayBuffer, index: number, fenceWord = 0) {
		this.index = index;
		this.#words = new Int32Array(heap, 0, TABLE_WORDS);
		this.#data = new Uint8Array(heap, REGION.RINGS + index * RING_BYTES, RING_BYTES);
		this.#base = ringWordOf(index);
		this.#fenceWord = fenceWord;
	}

	/** Bytes that can be read now. */
	avail(): number {
		return (this.#load(RING.WRITE_POSITION) - this.#load(RING.READ_POSITION)) | 0;
	}

	/** Bytes that can be written now. */
	space(): number {
		return RING_BYTES - this.avail();
	}

	/** No writer is left. */
	eof(): boolean {
		return this.#load(RING.WRITERS) <= 0;
	}

	/** Whether a read would return now: with bytes, or with an end of file. */
	isReadable(): boolean {
		return this.avail() > 0 || this.eof() || this.#load(RING.END_MARK) !== 0;
	}

	/** Takes the end mark of an empty ring: the caller's read, and no other, sees end of file. */
	takeEndMark(): boolean {
		this.#checkFence();
		const mark = this.#base + RING.END_MARK;
		// Nothing is written behind a mark, so a ring that is empty under one has given all that came before it.
		if (Atomics.load(this.#words, mark) === 0 || this.avail() > 0) return false;
		if (Atomics.compareExchange(this.#words, mark, 1, 0) !== 1) return false;
		wake(this.#words, this.writeEventWord());
		return true;
	}

	broken(): boolean {
		return this.#load(RING.READERS) <= 0;
	}

	/** Word that changes when bytes arrive or the last writer leaves. */
	readEventWord(): number {
		return this.#words[this.#base + RING.READ_EVENT] ?? 0;
	}

	/** Word that changes when space appears or the last reader leaves. */
	writeEventWord(): number {
		return this.#base + RING.WRITE_COUNTER;
	}

	/** From now on what arrives counts up `word` in place of the ring's own counter. */
	sendReadEventsTo(word: number): void {
		Atomics.store(this.#words, this.#base + RING.READ_EVENT, word);
	}

	/** Resolves when something has changed for readers; null when they need not wait. */
	whenReadable(): Promise<unknown> | null {
		const word = this.readEventWord();
		const seen = Atomics.load(this.#words, word);
		return this.isReadable() ? null : this.#changed(word, seen);
	}

	/** Resolves when something has changed for writers; null when they need not wait. */
	whenWritable(): Promise<unknown> | null {
		const word = this.writeEventWord();
		const seen = Atomics.load(this.#words, word);
		return this.broken() || this.space() > 0 ? null : this.#changed(word, seen);
	}

	/** Blocks until something has changed for readers, or for `timeoutMs`. */
	waitReadable(timeoutMs: number): void {
		const word = this.readEventWord();
		const seen = Atomics.load(this.#words, word);
		if (!this.isReadable()) Atomics.wait(this.#words, word, seen, timeoutMs);
	}

	/** Writes what fits, from `offset` on; returns the number of bytes. */
	put(bytes: Uint8Array, offset = 0): number {
		this.#checkFence();
		const writePosition = this.#load(RING.WRITE_POSITION);
		const space = RING_BYTES - ((writePosition - this.#load(RING.READ_POSITION)) | 0);
		const count = Math.min(space, bytes.length - offset);
		if (count <= 0) return 0;
		const at = writePosition & MASK;
		const first = Math.min(count, RING_BYTES - at);
		this.#data.set(bytes.subarray(offset, offset + first), at);
		if (first < count) this.#data.set(bytes.subarray(offset + first, offset + count), 0);
		Atomics.store(this.#words, this.#base + RING.WRITE_POSITION, (writePosition + count) | 0);
		wake(this.#words, this.readEventWord());
		return count;
	}

	/** Takes up to `max` bytes; null when there are none. */
	get(max: number = RING_BYTES): Uint8Array<ArrayBuffer> | null {
		this.#checkFence();
		const readPosition = this.#load(RING.READ_POSITION);
		const count = Math.min(max, (this.#load(RING.WRITE_POSITION) - readPosition) | 0);
		if (count <= 0) return null;
		const at = readPosition & MASK;
		const first = Math.min(count, RING_BYTES - at);
		const out = new Uint8Array(count);
		out.set(this.#data.subarray(at, at + first));
		if (first < count) out.set(this.#data.subarray(0, count - first), first);
		Atomics.store(this.#words, this.#base + RING.READ_POSITION, (readPosition + count) | 0);
		wake(this.#words, this.writeEventWord());
		return out;
	}

	/** Writes everything, blocking; returns the length, or -EPIPE when no reader is left. */
	putSync(bytes: Uint8Array): number {
		for (let offset = 0; offset < bytes.length;) {
			const word = this.writeEventWord();
			const seen = Atomics.load(this.#words, word);
			if (this.broken()) return EPIPE;
			const count = this.put(bytes, offset);
			if (count === 0) Atomics.wait(this.#words, word, seen, WAIT_MS);
			offset += count;
		}
		return bytes.length;
	}

	/** Reads at least one byte, blocking; null at end of file or at an end mark. */
	getSync(max?: number): Uint8Array<ArrayBuffer> | null {
		for (;;) {
			const word = this.readEventWord();
			const seen = Atomics.load(this.#words, word);
			const ended = this.eof();
			const bytes = this.get(max);
			if (bytes) return bytes;
			if (ended || this.takeEndMark()) return null;
			Atomics.wait(this.#words, word, seen, WAIT_MS);
		}
	}

	#load(word: number): number {
		return Atomics.load(this.#words, this.#base + word);
	}

	#changed(word: number, seen: number): Promise<unknown> | null {
		const wait = Atomics.waitAsync(this.#words, word, seen);
		return wait.async ? wait.value : null;
	}

	#checkFence(): void {
		if (this.#fenceWord && Atomics.load(this.#words, this.#fenceWord)) blockForever();
	}
}

/** For a process that is being ended: it must not touch the heap again, and cannot return either. */
export function blockForever(): never {
	const never = new Int32Array(new SharedArrayBuffer(4));
	for (;;) Atomics.wait(never, 0, 0);
}
