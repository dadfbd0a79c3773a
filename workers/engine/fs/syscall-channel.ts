import { REGION, slotWordOf, TABLE_WORDS } from './layout/regions';
import { PAYLOAD_BYTES, PAYLOAD_OFFSET, SLOT, SLOT_BYTES, SLOT_COUNT, SYSCALL_STATE } from './layout/slot';
import { SUPERBLOCK } from './layout/superblock';

/** The kernel wakes the process; waking up now and then only covers a lost notification. */
const WAIT_MS = 1000;

/** One blocking call at a time between a process and the kernel, as bytes in the process's slot. */
export class SyscallChannel {
	/** Largest call or answer, in bytes. */
	static readonly maxBytes = PAYLOAD_BYTES;
	readonly #words: Int32Array;
	readonly #bytes: Uint8Array;
	readonly #slot: number;
	readonly #first: number;
	readonly #payload: number;

	constructor(heap: SharedArrayBuffer, slot: number) {
		this.#words = new Int32Array(heap, 0, TABLE_WORDS);
		this.#bytes = new Uint8Array(heap, 0, TABLE_WORDS * 4);
		this.#slot = slot;
		this.#first = slotWordOf(slot);
		this.#payload = REGION.SLOTS + slot * SLOT_BYTES + PAYLOAD_OFFSET;
	}

	/** The process's side: rings the kernel's doorbell and blocks until it has answered. */
	call(request: Uint8Array): Uint8Array {
		const words = this.#words;
		const state = this.#first + SLOT.STATE;
		this.#write(request);
		Atomics.store(words, state, SYSCALL_STATE.ASKED);
		Atomics.or(words, SUPERBLOCK.DOORBELL_MAP + (this.#slot >> 5), 1 << (this.#slot & 31));
		Atomics.add(words, SUPERBLOCK.DOORBELL, 1);
		Atomics.notify(words, SUPERBLOCK.DOORBELL);
		while (Atomics.load(words, state) === SYSCALL_STATE.ASKED) Atomics.wait(words, state, SYSCALL_STATE.ASKED, WAIT_MS);
		Atomics.store(words, state, SYSCALL_STATE.IDLE);
		return this.#read();
	}

	/** The kernel's side: the call that waits, or null. */
	request(): Uint8Array | null {
		return Atomics.load(this.#words, this.#first + SLOT.STATE) === SYSCALL_STATE.ASKED ? this.#read() : null;
	}

	respond(bytes: Uint8Array): void {
		this.#write(bytes);
		Atomics.store(this.#words, this.#first + SLOT.STATE, SYSCALL_STATE.ANSWERED);
		Atomics.notify(this.#words, this.#first + SLOT.STATE);
	}

	/** Nobody waits any more: the process is dead. */
	close(): void {
		this.#words[this.#first + SLOT.STATE] = SYSCALL_STATE.IDLE;
	}

	#write(bytes: Uint8Array): void {
		this.#bytes.set(bytes, this.#payload);
		this.#words[this.#first + SLOT.LENGTH] = bytes.length;
	}

	#read(): Uint8Array {
		return this.#bytes.slice(this.#payload, this.#payload + (this.#words[this.#first + SLOT.LENGTH] ?? 0));
	}
}

/** The doorbell's word: it counts the calls of all processes. */
export const DOORBELL_WORD = SUPERBLOCK.DOORBELL;

/** Slots of the processes that have called since this was asked last. */
export function takeCallers(words: Int32Array): number[] {
	const slots: number[] = [];
	for (let group = 0; group < SLOT_COUNT / 32; group++) {
		let bits = Atomics.exchange(words, SUPERBLOCK.DOORBELL_MAP + group, 0);
		while (bits) {
			const bit = 31 - Math.clz32(bits);
			bits &= ~(1 << bit);
			slots.push(group * 32 + bit);
		}
	}
	return slots;
}
