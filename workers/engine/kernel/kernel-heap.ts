import { TABLE_WORDS } from '../fs/layout/regions';
import { wake } from '../fs/ring-header';

/** The shared heap as the kernel waits on it: words that others count up, until the engine is stopped. */
export class KernelHeap {
	readonly words: Int32Array;
	/** How many of the kernel's tasks wait on each word. */
	readonly #waits = new Map<number, number>();
	#isStopped = false;

	constructor(readonly buffer: SharedArrayBuffer) {
		this.words = new Int32Array(buffer, 0, TABLE_WORDS);
	}

	/** An event word as it is now: read it before whatever it is about, and wait with {@link changed}. */
	seen(word: number): number {
		return Atomics.load(this.words, word);
	}

	/** Counts an event word up and wakes who waits on it. */
	wake(word: number): void {
		wake(this.words, word);
	}

	/** Waits while an event word is `seen`. False once the engine is stopped: whoever waits must leave. */
	async changed(word: number, seen: number): Promise<boolean> {
		if (this.#isStopped) return false;
		const wait = Atomics.waitAsync(this.words, word, seen);
		if (!wait.async) return true;
		this.#waits.set(word, (this.#waits.get(word) ?? 0) + 1);
		await wait.value;
		const left = (this.#waits.get(word) ?? 1) - 1;
		if (left) this.#waits.set(word, left);
		else this.#waits.delete(word);
		return !this.#isStopped;
	}

	get isStopped(): boolean {
		return this.#isStopped;
	}

	/** Wakes the kernel's tasks for the last time. One that waited on would keep the whole heap, up to a gigabyte, as long as this worker lives. */
	stop(): void {
		this.#isStopped = true;
		for (const word of this.#waits.keys()) Atomics.notify(this.words, word);
	}
}
