/** Decompression (94 KiB): a script of its own. */
import { BrotliDecompress } from 'brotli-decoder';

/** What was read until the input ended or turned out wrong. */
export interface Decoded {
	chunks: Uint8Array[];
	state: 'complete' | 'cut off' | 'damaged';
}

export function decode(bytes: Uint8Array): Decoded {
	const chunks: Uint8Array[] = [];
	let position = 0;
	const input = {
		read(target: Uint8Array, at: number, count: number) {
			const part = bytes.subarray(position, position + count);
			target.set(part, at);
			position += part.length;
			return part.length;
		}
	};
	const output = {
		// The decoder enlarges what is too small: this never is.
		buffer: { length: Infinity },
		write(part: Uint8Array, count: number) {
			chunks.push(part.slice(0, count));
			return count;
		}
	};
	if (bytes.length === 0) return { chunks, state: 'cut off' };
	try {
		BrotliDecompress(input, output);
		return { chunks, state: 'complete' };
	} catch (error) {
		return { chunks, state: /end of input|not enough bytes/.test((error as Error).message) ? 'cut off' : 'damaged' };
	}
}

const pack = { decode };
export type BrotliDecoderPack = typeof pack;
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for('tabsmith.extra')] = pack;
