/** Parts of the package `brotli`, by the names under which the build knows them; its index offers no more than whole buffers. */
declare module 'brotli-decoder' {
	/** Pulls with `read`, pushes with `write`. @throws Error when the bytes are not Brotli, or end too early */
	export function BrotliDecompress(
		input: { read(target: Uint8Array, at: number, count: number): number },
		output: { buffer: { length: number }; write(bytes: Uint8Array, count: number): number }
	): void;
}
declare module 'brotli-encoder' {
	export interface Encoder {
		HEAPU8: Uint8Array;
		_malloc(size: number): number;
		_free(pointer: number): void;
		_encodeWithDictionary(
			quality: number,
			windowBits: number,
			mode: number,
			inputSize: number,
			input: number,
			dictionarySize: number,
			dictionary: number,
			outputSize: number,
			output: number
		): number;
	}
	/** Fills `target` before it returns, in spite of its promise. */
	export default function createEncoder(target: Partial<Encoder>): Promise<Encoder>;
}
