import { layout } from '../fs/layout';
import type { Syscall } from '../protocol';
import type { Heap } from './heap';
import type { ProcessRecord } from './process-record';

const STATE_ASKED = 1;
const STATE_ANSWERED = 2;
const EIO = -5;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Answers a call; a promise when it takes time (the process waits, the kernel does not). */
export type SyscallHandler = (record: ProcessRecord, call: Syscall) => object | Promise<object>;

/** Waits on the doorbell until the engine is stopped, and serves the slots whose bit is set. */
export async function serveSyscalls(
	heap: Heap,
	bySlot: ReadonlyMap<number, ProcessRecord>,
	handle: SyscallHandler
): Promise<void> {
	const { words } = heap;
	while (!heap.isStopped) {
		const seen = Atomics.load(words, layout.BELL);
		let hasServed = false;
		for (let group = 0; group < layout.NSLOT / 32; group++) {
			let bits = Atomics.exchange(words, layout.BELLMAP + group, 0);
			while (bits) {
				const bit = 31 - Math.clz32(bits);
				bits &= ~(1 << bit);
				hasServed = true;
				const record = bySlot.get(group * 32 + bit);
				if (record && Atomics.load(words, record.slotWord) === STATE_ASKED) serve(heap, record, handle);
			}
		}
		if (!hasServed) await heap.changed(layout.BELL, seen);
	}
}

function serve(heap: Heap, record: ProcessRecord, handle: SyscallHandler): void {
	const start = heap.slotBuffer(record.slot);
	const length = heap.word(record.slotWord + layout.S_LEN);
	try {
		const call = JSON.parse(decoder.decode(heap.bytes.slice(start, start + length))) as Syscall;
		const result = handle(record, call);
		if (result instanceof Promise) void result.catch(failure).then((late) => answer(heap, record, late));
		else answer(heap, record, result);
	} catch (error) {
		answer(heap, record, failure(error));
	}
}

function failure(error: unknown): object {
	console.error('[kernel]', error);
	return { errno: EIO };
}

function answer(heap: Heap, record: ProcessRecord, result: object): void {
	if (record.state === 'dead') return;
	const bytes = encoder.encode(JSON.stringify(result));
	heap.bytes.set(bytes, heap.slotBuffer(record.slot));
	heap.words[record.slotWord + layout.S_LEN] = bytes.length;
	Atomics.store(heap.words, record.slotWord, STATE_ANSWERED);
	Atomics.notify(heap.words, record.slotWord);
}
