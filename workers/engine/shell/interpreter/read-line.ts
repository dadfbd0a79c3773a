import { read, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { toolInput } from '../tool-input';
import type { Descriptors } from './descriptors';

const NEWLINE = 0x0a;
const BUSY_MS = 5;

export interface ReadOptions {
	fd?: number;
	/** Byte that ends the line. */
	delimiter?: number;
	/** At most so many bytes. */
	count?: number;
	signal?: AbortSignal;
}

export interface LineRead {
	text: string;
	/** The input ended before the line did. */
	isEnd: boolean;
}

/** One line of a descriptor, and nothing behind it: commands that run next read from there. */
export async function readLine(
	io: Descriptors,
	{ fd = 0, delimiter = NEWLINE, count = Infinity, signal }: ReadOptions
): Promise<LineRead> {
	const endpoint = io.endpoint(fd);
	const isTerminal = endpoint.fd === 0 && process.stdin.isTTY;
	const bytes: number[] = [];
	const take = (byte: number): boolean => {
		if (byte === delimiter) return true;
		bytes.push(byte);
		return bytes.length >= count;
	};
	const abort = signal ?? new AbortController().signal;
	const isEnd =
		endpoint.fd === null || isTerminal
			? await fromStream(isTerminal ? toolInput(process.stdin, abort) : endpoint.reader(), take, abort)
			: await fromDescriptor(endpoint.fd, take, abort);
	return { text: Buffer.from(bytes).toString(), isEnd };
}

/** @returns whether the input has ended */
async function fromStream(stream: Readable, take: (byte: number) => boolean, signal: AbortSignal): Promise<boolean> {
	for (;;) {
		const chunk = stream.read() as Buffer | null;
		if (chunk === null) {
			if (stream.readableEnded || stream.destroyed || signal.aborted) return true;
			await nextEvent(stream, signal);
			continue;
		}
		for (const [index, byte] of chunk.entries()) {
			if (!take(byte)) continue;
			if (index + 1 < chunk.length) stream.unshift(chunk.subarray(index + 1));
			return false;
		}
	}
}

function nextEvent(stream: Readable, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const events = ['readable', 'end', 'close', 'error'];
		const done = () => {
			for (const event of events) stream.off(event, done);
			signal.removeEventListener('abort', done);
			resolve();
		};
		for (const event of events) stream.on(event, done);
		signal.addEventListener('abort', done);
	});
}

/** Byte by byte, since others share the descriptor's position; only the first is waited for without blocking. */
async function fromDescriptor(fd: number, take: (byte: number) => boolean, signal: AbortSignal): Promise<boolean> {
	const byte = Buffer.alloc(1);
	for (let isFirst = true; !signal.aborted; isFirst = false) {
		const count = isFirst ? await readLater(fd, byte) : readNow(fd, byte);
		if (count === null) await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
		else if (count === 0) return true;
		else if (take(byte.readUInt8(0))) return false;
	}
	return true;
}

/** Null when it would block. */
function readNow(fd: number, byte: Buffer): number | null {
	try {
		return readSync(fd, byte, 0, 1, null);
	} catch (error) {
		return codeAllows(error);
	}
}

function readLater(fd: number, byte: Buffer): Promise<number | null> {
	return new Promise((resolve, reject) => {
		read(fd, byte, 0, 1, null, (error, count) => {
			if (!error) return resolve(count);
			try {
				resolve(codeAllows(error));
			} catch (fault) {
				reject(fault as Error);
			}
		});
	});
}

function codeAllows(error: unknown): number | null {
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'EAGAIN') return null;
	if (code === 'EOF') return 0;
	throw error;
}
