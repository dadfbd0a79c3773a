import type { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';

const MIB = 1024 * 1024;
/** What a tool may hold of its input, in bytes (in UTF-16 units of a line): more would endanger the tab. */
const HELD_LIMIT = 64 * MIB;

/** A tool would have to hold more than the limit. */
export class InputTooLarge extends Error {
	constructor() {
		super(`input is too large: this tool can hold at most ${HELD_LIMIT / MIB} MiB of it`);
	}
}

/** @throws InputTooLarge */
export function assertHoldable(size: number): void {
	if (size > HELD_LIMIT) throw new InputTooLarge();
}

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

/** The stream piece by piece, read no faster than it is asked for. It stays open when its reader stops early: others may share it. */
export async function* bytesOf(stream: Readable): AsyncGenerator<Buffer, void> {
	// Somebody before has had it all.
	if (stream.destroyed) return;
	for await (const chunk of stream.iterator({ destroyOnReturn: false }))
		yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
}

/** All of `input`. @throws InputTooLarge */
export async function readAll(input: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	for await (const chunk of input) {
		assertHoldable((sizeBytes += chunk.length));
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
