import { SyscallChannel } from '../fs/syscall-channel';
import type { Syscall, SyscallResult } from '../protocol';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The process's side of blocking calls: JSON through its slot of the heap. */
export class SyscallClient {
	readonly #channel: SyscallChannel;

	constructor(heap: SharedArrayBuffer, slot: number) {
		this.#channel = new SyscallChannel(heap, slot);
	}

	/** @throws `E2BIG` when the call does not fit the slot. */
	call<Op extends Syscall['op']>(call: Extract<Syscall, { op: Op }>): SyscallResult[Op] & { errno?: number } {
		const request = encoder.encode(JSON.stringify(call));
		if (request.length > SyscallChannel.maxBytes)
			throw Object.assign(new Error(`E2BIG: argument list too long, ${call.op}`), { code: 'E2BIG', errno: -7, syscall: call.op });
		return JSON.parse(decoder.decode(this.#channel.call(request))) as SyscallResult[Op] & { errno?: number };
	}
}
