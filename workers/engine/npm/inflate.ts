/** Takes compression off: of documents as a registry sends them, of packages as they are published. Nothing is allocated on their word alone. */
import { NpmError } from './errors';
import { MAX_DOCUMENT_BYTES, MAX_PACKAGE_BYTES } from './limits';

const GZIP_TRAILER_BYTES = 4;
/** An archive is believed to be this many times its compressed size, at most; a larger one grows as it comes. */
const LIKELY_RATIO = 32;
const FIRST_BYTES = 64 * 1024;

interface Bounds {
	/** Bytes that the output likely has. */
	expected: number;
	limit: number;
	what: string;
}

/** @throws ETOOLARGE for a document past MAX_DOCUMENT_BYTES, TypeError for a broken one */
export function inflate(bytes: Uint8Array<ArrayBuffer>, format: CompressionFormat): Promise<Uint8Array<ArrayBuffer>> {
	const expected = bytes.length * 8 + FIRST_BYTES;
	return decompress(bytes, format, { expected, limit: MAX_DOCUMENT_BYTES, what: "The registry's answer" });
}

/** @throws TAR_BAD_ARCHIVE for what is no gzip or is cut short, ETOOLARGE past `limit` bytes */
export async function gunzip(archive: Uint8Array<ArrayBuffer>, limit = MAX_PACKAGE_BYTES): Promise<Uint8Array<ArrayBuffer>> {
	const trailer = archive.length - GZIP_TRAILER_BYTES;
	if (trailer < 0) throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is cut short. Install again.');
	const stated = new DataView(archive.buffer, archive.byteOffset, archive.length).getUint32(trailer, true);
	const expected = Math.min(stated, archive.length * LIKELY_RATIO + FIRST_BYTES);
	try {
		return await decompress(archive, 'gzip', { expected, limit, what: 'The package' });
	} catch (error) {
		if (error instanceof NpmError) throw error;
		throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is no gzip, or is cut short. Install again.', { cause: error });
	}
}

export function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** One write, and one output buffer where it is as large as expected. */
async function decompress(
	bytes: Uint8Array<ArrayBuffer>,
	format: CompressionFormat,
	{ expected, limit, what }: Bounds
): Promise<Uint8Array<ArrayBuffer>> {
	const stream = new DecompressionStream(format);
	const writer = stream.writable.getWriter();
	// A broken archive rejects the reader below as well: one report is enough.
	writer.write(bytes).catch(() => {});
	writer.close().catch(() => {});
	let out = new Uint8Array(Math.min(expected, limit));
	let filled = 0;
	const reader = stream.readable.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return out.subarray(0, filled);
		if (filled + value.length > limit) {
			await reader.cancel().catch(() => {});
			throw new NpmError('ETOOLARGE', `${what} unpacks to more than ${limit / 2 ** 20} MiB. Choose a smaller one.`);
		}
		if (filled + value.length > out.length) out = grown(out, Math.min(limit, Math.max(filled + value.length, out.length * 2)));
		out.set(value, filled);
		filled += value.length;
	}
}

function grown(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(size);
	larger.set(bytes);
	return larger;
}
