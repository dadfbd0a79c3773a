import { EIO } from '../fs/errno';
import { DOORBELL_WORD, takeCallers } from '../fs/syscall-channel';
import type { Syscall } from '../protocol';
import type { KernelHeap } from './kernel-heap';
import type { ProcessRecord } from './process-record';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Answers a call; a promise when it takes time (the process waits, the kernel does not). */
export type SyscallHandler = (record: ProcessRecord, call: Syscall) => object | Promise<object>;

/** Waits on the doorbell until the engine is stopped, and serves the slots that rang it. */
export async function serveSyscalls(
	heap: KernelHeap,
	bySlot: ReadonlyMap<number, ProcessRecord>,
	handle: SyscallHandler
): Promise<void> {
	while (!heap.isStopped) {
		const seen = heap.seen(DOORBELL_WORD);
		const callers = takeCallers(heap.words);
		for (const slot of callers) {
			const record = bySlot.get(slot);
			const request = record?.syscalls.request();
			if (record && request) serve(record, request, handle);
		}
		if (callers.length === 0) await heap.changed(DOORBELL_WORD, seen);
	}
}

function serve(record: ProcessRecord, request: Uint8Array, handle: SyscallHandler): void {
	try {
		const call = JSON.parse(decoder.decode(request)) as Syscall;
		const result = handle(record, call);
		if (result instanceof Promise) void result.catch(failure).then((late) => respond(record, late));
		else respond(record, result);
	} catch (error) {
		respond(record, failure(error));
	}
}

function failure(error: unknown): object {
	console.error('[kernel]', error);
	return { errno: EIO };
}

function respond(record: ProcessRecord, result: object): void {
	if (record.state !== 'dead') record.syscalls.respond(encoder.encode(JSON.stringify(result)));
}
