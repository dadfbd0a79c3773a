/**
 * The answer to `POST /registry/-/batch` (body: a JSON array of `[path, accept]`), of type BATCH_TYPE: frames one after the other, in
 * the order in which they become ready. A frame: u32, big-endian, the length of its header in bytes; the header, JSON
 * `{ index, status, length, encoding?, next? }`; then `length` bytes of body, as the registry sent them (`encoding: 'gzip'` where
 * compressed). `index` counts the members asked for; those that the server adds (`next`, as `[path, accept]`) count on from there, in
 * the order in which frames announce them. 413 means: too large, ask for it alone. The server's side: scripts/registry-batch.mjs.
 */
import { concatBytes } from '../joined-bytes';
import { MAX_PACKAGE_BYTES } from './limits';

export const BATCH_PATH = '/-/batch';
export const BATCH_TYPE = 'application/vnd.tabsmith.registry-batch';

export interface FrameHeader {
	index: number;
	status: number;
	length: number;
	encoding?: string;
	next?: [path: string, accept: string][];
}

export interface Frame {
	header: FrameHeader;
	body: Uint8Array<ArrayBuffer>;
}

const LENGTH_BYTES = 4;
/** A frame that says more is no frame of ours. */
const MAX_HEADER_BYTES = 16 * 2 ** 20;

/** Frames as they become whole. @throws SyntaxError for a header that is not JSON, or says an impossible length; a torn last frame is left out */
export async function* readFrames(stream: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
	const reader = new ByteReader(stream);
	for (;;) {
		const prefix = await reader.take(LENGTH_BYTES);
		if (!prefix) return;
		const length = new DataView(prefix.buffer).getUint32(0);
		if (length > MAX_HEADER_BYTES) throw new SyntaxError(`A frame's header of ${length} bytes.`);
		const head = await reader.take(length);
		if (!head) return;
		const header = JSON.parse(new TextDecoder().decode(head)) as FrameHeader;
		if (!(header.length >= 0 && header.length <= MAX_PACKAGE_BYTES)) throw new SyntaxError(`A frame of ${header.length} bytes.`);
		const body = await reader.take(header.length);
		if (!body) return;
		yield { header, body };
	}
}

/** Takes exact numbers of bytes from a stream, each byte copied once. */
class ByteReader {
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	#chunk: Uint8Array = new Uint8Array(0);

	constructor(stream: ReadableStream<Uint8Array>) {
		this.#reader = stream.getReader();
	}

	/** null where the stream ends before. Memory grows with what arrives, not with what a header promises. */
	async take(size: number): Promise<Uint8Array<ArrayBuffer> | null> {
		const parts: Uint8Array[] = [];
		for (let missing = size; missing > 0;) {
			if (this.#chunk.length === 0) {
				const { done, value } = await this.#reader.read();
				if (done) return null;
				this.#chunk = value;
			}
			const part = this.#chunk.subarray(0, missing);
			parts.push(part);
			missing -= part.length;
			this.#chunk = this.#chunk.subarray(part.length);
		}
		return concatBytes(parts);
	}
}
