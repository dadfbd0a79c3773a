/** Takes compression off: of documents as a registry sends them, of packages as they are published. */
import { NpmError } from './errors';

/** Any size. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, format: CompressionFormat): Promise<Uint8Array<ArrayBuffer>> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** One write and one output buffer, whose size the gzip trailer gives. @throws TAR_BAD_ARCHIVE */
export async function gunzip(archive: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	const stream = new DecompressionStream('gzip');
	const writer = stream.writable.getWriter();
	// A broken archive rejects the reader below as well: one report is enough.
	writer.write(archive).catch(() => {});
	writer.close().catch(() => {});
	const size = new DataView(archive.buffer, archive.byteOffset).getUint32(archive.length - 4, true);
	const out = new Uint8Array(size);
	let filled = 0;
	const reader = stream.readable.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		if (filled + value.length > size) throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is larger than it says.');
		out.set(value, filled);
		filled += value.length;
	}
	if (filled !== size) throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is smaller than it says.');
	return out;
}
