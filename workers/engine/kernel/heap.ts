import { layout, slotWordOf } from '../fs/layout';

/** The kernel's views on the shared heap: words of everything but file blocks, and all bytes. */
export class Heap {
	readonly words: Int32Array;
	readonly bytes: Uint8Array;

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
}
