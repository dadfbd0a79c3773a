import { layout } from '../fs/layout';
import type { Syscall, SyscallResult } from '../protocol';

const STATE_IDLE = 0;
const STATE_ASKED = 1;
/** The kernel answers by notify; waking up now and then only covers a lost one. */
const WAIT_MS = 1000;
const OP_JSON = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The process's side of blocking calls: JSON in its slot of the heap, a bell for the kernel, `Atomics.wait` for the answer. */
export class SyscallClient {
	readonly #words: Int32Array;
	readonly #bytes: Uint8Array;
	readonly #slot: number;
	readonly #slotWord: number;
	readonly #buffer: number;

	constructor(heap: SharedArrayBuffer, slot: number) {
		this.#words = new Int32Array(heap);
		this.#bytes = new Uint8Array(heap);
		this.#slot = slot;
		const base = layout.PROC + slot * layout.SLOT_BYTES;
		this.#slotWord = base >> 2;
		this.#buffer = base + layout.S_BUF;
	}

	/** @throws `E2BIG` when the call does not fit the slot. */
	call<Op extends Syscall['op']>(call: Extract<Syscall, { op: Op }>): SyscallResult[Op] & { errno?: number } {
		const words = this.#words;
		const request = encoder.encode(JSON.stringify(call));
		if (request.length > layout.BUFLEN)
			throw Object.assign(new Error(`E2BIG: argument list too long, ${call.op}`), { code: 'E2BIG', errno: -7, syscall: call.op });
		this.#bytes.set(request, this.#buffer);
		words[this.#slotWord + layout.S_LEN] = request.length;
		words[this.#slotWord + layout.S_OP] = OP_JSON;
		words[this.#slotWord + layout.S_RES] = 0;
		Atomics.store(words, this.#slotWord, STATE_ASKED);
		Atomics.or(words, layout.BELLMAP + (this.#slot >> 5), 1 << (this.#slot & 31));
		Atomics.add(words, layout.BELL, 1);
		Atomics.notify(words, layout.BELL);
		while (Atomics.load(words, this.#slotWord) === STATE_ASKED) Atomics.wait(words, this.#slotWord, STATE_ASKED, WAIT_MS);
		Atomics.store(words, this.#slotWord, STATE_IDLE);
		const length = words[this.#slotWord + layout.S_LEN] ?? 0;
		return JSON.parse(decoder.decode(this.#bytes.slice(this.#buffer, this.#buffer + length))) as SyscallResult[Op] & {
			errno?: number;
		};
	}
}

/** Blocks this worker for ever: what an exited process does when code still calls into it. */
export function blockForEver(): never {
	const never = new Int32Array(new SharedArrayBuffer(4));
	for (;;) Atomics.wait(never, 0, 0);
}
