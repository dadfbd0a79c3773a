import { layout, slotWordOf } from '../fs/layout';

/** The kernel's views on the shared heap: words of everything but file blocks, and all bytes. */
export class Heap {
	readonly words: Int32Array;
	readonly bytes: Uint8Array;
	/** How many of the kernel's tasks wait on each word. */
	readonly #waits = new Map<number, number>();
	#isStopped = false;

	constructor(readonly buffer: SharedArrayBuffer) {
		this.words = new Int32Array(buffer, 0, layout.DATA >> 2);
		this.bytes = new Uint8Array(buffer);
	}

	/** Index of the first word of a process's slot. */
	slotWord(slot: number): number {
		return slotWordOf(slot);
	}

	/** Byte offset of the payload of a slot's syscall. */
	slotBuffer(slot: number): number {
		return layout.PROC + slot * layout.SLOT_BYTES + layout.S_BUF;
	}

	word(index: number): number {
		return this.words[index] ?? 0;
	}

	/** Counts an event word up and wakes who waits on it. */
	wake(word: number): void {
		Atomics.add(this.words, word, 1);
		Atomics.notify(this.words, word);
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
