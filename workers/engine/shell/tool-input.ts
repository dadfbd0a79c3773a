import type { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';

/**
 * Standard input of a tool that runs within the shell. From a terminal it is a stream of the tool's own: Ctrl-D ends it,
 * and the shell goes on reading.
 */
export function toolInput(stdin: Readable, signal: AbortSignal): Readable {
	if (stdin !== process.stdin || !process.stdin.isTTY) return stdin;
	const own = new ReadStream(0);
	signal.addEventListener('abort', () => own.destroy(), { once: true });
	return own;
}

/** All of `stream` as bytes. */
export async function readAll(stream: Readable): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer));
	return Buffer.concat(chunks);
}
