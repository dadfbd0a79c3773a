import type { BindingInstaller } from '../../process/runtime';

/** StringDecoder keeps the bytes of an incomplete character in its state until the rest arrives. */
export const string_decoder: BindingInstaller = (binding, runtime) => {
	const encodings = binding.encodings as string[];
	const { kBufferedBytes, kMissingBytes, kEncodingField } = binding as Record<string, number> & {
		kBufferedBytes: number;
		kMissingBytes: number;
		kEncodingField: number;
	};

	binding.decode = (state: Uint8Array, chunk: ArrayBufferView | string) => {
		if (typeof chunk === 'string') return chunk;
		if (!ArrayBuffer.isView(chunk)) {
			throw Object.assign(new TypeError('The "buf" argument must be an instance of Buffer, TypedArray, or DataView.'), {
				code: 'ERR_INVALID_ARG_TYPE'
			});
		}
		const encoding = encodings[state[kEncodingField] as number] as BufferEncoding;
		const bytes = joined(
			state.subarray(0, state[kBufferedBytes]),
			new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
		);
		const { kept, missing } = incompleteTail(bytes, encoding);
		state[kBufferedBytes] = kept;
		state[kMissingBytes] = missing;
		state.set(bytes.subarray(bytes.length - kept), 0);
		return runtime.Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length - kept).toString(encoding);
	};
	binding.flush = (state: Uint8Array) => {
		const kept = state[kBufferedBytes] as number;
		state[kBufferedBytes] = 0;
		state[kMissingBytes] = 0;
		return kept
			? runtime.Buffer.from(state.slice(0, kept)).toString(encodings[state[kEncodingField] as number] as BufferEncoding)
			: '';
	};
};

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
	if (!head.length) return tail;
	const bytes = new Uint8Array(head.length + tail.length);
	bytes.set(head);
	bytes.set(tail, head.length);
	return bytes;
}

/** How many bytes at the end belong to a character that is not complete, and how many it lacks. */
function incompleteTail(bytes: Uint8Array, encoding: string): { kept: number; missing: number } {
	const { length } = bytes;
	if (encoding === 'utf8') {
		for (let back = 1; back <= Math.min(3, length); back++) {
			const byte = bytes[length - back] as number;
			if ((byte & 0xc0) === 0x80) continue;
			const needed = sequenceLength(byte);
			return needed > back ? { kept: back, missing: needed - back } : { kept: 0, missing: 0 };
		}
	}
	if (encoding === 'utf16le') {
		if (length % 2) return { kept: 1, missing: 1 };
		const isHighSurrogate = length >= 2 && ((bytes[length - 1] as number) & 0xfc) === 0xd8;
		return isHighSurrogate ? { kept: 2, missing: 2 } : { kept: 0, missing: 0 };
	}
	if (encoding === 'base64' || encoding === 'base64url') return { kept: length % 3, missing: length % 3 ? 3 - (length % 3) : 0 };
	return { kept: 0, missing: 0 };
}

function sequenceLength(lead: number): number {
	if ((lead & 0xe0) === 0xc0) return 2;
	if ((lead & 0xf0) === 0xe0) return 3;
	return (lead & 0xf8) === 0xf0 ? 4 : 1;
}
