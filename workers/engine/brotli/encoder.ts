/** Compression: Google's encoder as the package `brotli` carries it (1.3 MB), a script of its own. */
import createEncoder, { type Encoder } from 'brotli-encoder';

/** Room beyond the size of the input: what cannot be compressed grows a little. */
const OUTPUT_SLACK = 1024;

export interface EncodeOptions {
	quality: number;
	windowBits: number;
	mode: number;
}

let encoder: Encoder | undefined;

/** One whole stream. @throws Error when the encoder refuses */
export function encode(bytes: Uint8Array, { quality, windowBits, mode }: EncodeOptions): Uint8Array {
	if (!encoder) {
		const made: Partial<Encoder> = {};
		void createEncoder(made);
		encoder = made as Encoder;
	}
	const capacity = bytes.length + (bytes.length >> 8) + OUTPUT_SLACK;
	const input = encoder._malloc(bytes.length);
	const output = encoder._malloc(capacity);
	try {
		encoder.HEAPU8.set(bytes, input);
		const size = encoder._encodeWithDictionary(quality, windowBits, mode, bytes.length, input, 0, 0, capacity, output);
		if (size < 0) throw new Error('Compression failed');
		return encoder.HEAPU8.slice(output, output + size);
	} finally {
		encoder._free(input);
		encoder._free(output);
	}
}

const pack = { encode };
export type BrotliEncoderPack = typeof pack;
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for('tabsmith.extra')] = pack;
