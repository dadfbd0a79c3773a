/** The reader of a pipe has ended: a tool that writes into it ends, too. */
export class BrokenPipe extends Error {}

const READER_GONE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/** Resolves once the stream takes more. @throws BrokenPipe */
export function write(stream: NodeJS.WritableStream, data: string | Uint8Array): Promise<void> {
	if (data.length === 0) return Promise.resolve();
	return new Promise((resolve, reject) => {
		// A pipe that is closed forgets the write that waits in it.
		const onClose = () => reject(new BrokenPipe());
		stream.once('close', onClose);
		stream.write(data, (error) => {
			stream.off('close', onClose);
			if (!error) resolve();
			else reject(READER_GONE.has((error as NodeJS.ErrnoException).code ?? '') ? new BrokenPipe() : error);
		});
	});
}
