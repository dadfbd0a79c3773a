import { layout, ringWordOf } from './layout';

const MASK = layout.RCAP - 1;
/** A blocked reader or writer looks again at least this often, in case a wake-up was lost with a dead process. */
const WAIT_MS = 1000;
const EPIPE = -32;

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
		this.#words = new Int32Array(heap, 0, layout.DATA >> 2);
		this.#data = new Uint8Array(heap, layout.RD + index * layout.RCAP, layout.RCAP);
		this.#base = ringWordOf(index);
		this.#fenceWord = fenceWord;
	}

	/** Clears a ring that nobody uses. Its readers wait on its own counter until `R_EVTR` is pointed elsewhere. */
	static init(words: Int32Array, index: number): void {
		const base = ringWordOf(index);
		words.fill(0, base, base + layout.RING_HEADER_BYTES / 4);
		words[base + layout.R_EVTR] = base + layout.R_CNTR;
	}

	/** Bytes that can be read now. */
	avail(): number {
		return (this.#load(layout.R_WPOS) - this.#load(layout.R_RPOS)) | 0;
	}

	/** Bytes that can be written now. */
	space(): number {
		return layout.RCAP - this.avail();
	}

	/** No writer is left. */
	eof(): boolean {
		return this.#load(layout.R_WRITERS) <= 0;
	}

	/** Whether a read would answer now: with bytes, or with an end of file. */
	isReadable(): boolean {
		return this.avail() > 0 || this.eof() || this.#load(layout.R_MARK) !== 0;
	}

	/** Takes the end mark of an empty ring: the caller's read, and no other, sees end of file. */
	takeEndMark(): boolean {
		this.#checkFence();
		const mark = this.#base + layout.R_MARK;
		// Nothing is written behind a mark, so a ring that is empty under one has given all that came before it.
		if (Atomics.load(this.#words, mark) === 0 || this.avail() > 0) return false;
		if (Atomics.compareExchange(this.#words, mark, 1, 0) !== 1) return false;
		this.#wake(this.writeEventWord());
		return true;
	}

	broken(): boolean {
		return this.#load(layout.R_READERS) <= 0;
	}

	/** Word that changes when bytes arrive or the last writer leaves. */
	readEventWord(): number {
		return this.#words[this.#base + layout.R_EVTR] ?? 0;
	}

	/** Word that changes when space appears or the last reader leaves. */
	writeEventWord(): number {
		return this.#base + layout.R_CNTW;
	}

	/** Writes what fits, from `offset` on; answers the number of bytes. */
	put(bytes: Uint8Array, offset = 0): number {
		this.#checkFence();
		const writePosition = this.#load(layout.R_WPOS);
		const space = layout.RCAP - ((writePosition - this.#load(layout.R_RPOS)) | 0);
		const count = Math.min(space, bytes.length - offset);
		if (count <= 0) return 0;
		const at = writePosition & MASK;
		const first = Math.min(count, layout.RCAP - at);
		this.#data.set(bytes.subarray(offset, offset + first), at);
		if (first < count) this.#data.set(bytes.subarray(offset + first, offset + count), 0);
		Atomics.store(this.#words, this.#base + layout.R_WPOS, (writePosition + count) | 0);
		this.#wake(this.readEventWord());
		return count;
	}

	/** Takes up to `max` bytes; null when there are none. */
	get(max: number = layout.RCAP): Uint8Array<ArrayBuffer> | null {
		this.#checkFence();
		const readPosition = this.#load(layout.R_RPOS);
		const count = Math.min(max, (this.#load(layout.R_WPOS) - readPosition) | 0);
		if (count <= 0) return null;
		const at = readPosition & MASK;
		const first = Math.min(count, layout.RCAP - at);
		const out = new Uint8Array(count);
		out.set(this.#data.subarray(at, at + first));
		if (first < count) out.set(this.#data.subarray(0, count - first), first);
		Atomics.store(this.#words, this.#base + layout.R_RPOS, (readPosition + count) | 0);
		this.#wake(this.writeEventWord());
		return out;
	}

	/** Writes everything, blocking; answers the length, or -EPIPE when no reader is left. */
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

	#wake(word: number): void {
		Atomics.add(this.#words, word, 1);
		Atomics.notify(this.#words, word);
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
