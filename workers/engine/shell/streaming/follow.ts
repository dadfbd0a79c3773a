import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { OwnTool } from '../own-tool';
import { bytesOf } from '../tool-input';
import { BrokenPipe, write } from '../tool-output';
import { parseOptions } from './options';
import { tail } from './tail';

/** How often a followed file is looked at. */
const POLL_MS = 200;

/** `tail -f FILE`, `tail -F FILE`: the end of a file and what is added to it, until stopped. Null when the arguments ask for something else. */
export function follow(args: string[]): OwnTool | null {
	const options = parseOptions(args, {
		flags: 'fFq',
		values: 'n',
		long: { follow: 'f', lines: 'n', quiet: 'q', silent: 'q' },
		digits: 'n'
	});
	const [file, ...others] = options?.operands ?? [];
	if (!options || file === undefined || file === '-' || others.length > 0) return null;
	if (!options.flags.has('f') && !options.flags.has('F')) return null;
	const lastLines = tail((options.values.get('n') ?? []).flatMap((count) => ['-n', count]));
	if (!lastLines) return null;
	return async (_args, { cwd, stdout, stderr, signal }) => {
		const path = resolve(cwd, file);
		const initialBytes = sizeOf(path);
		if (initialBytes === null) {
			stderr.write(`tail: cannot open '${file}' for reading: No such file or directory\n`);
			return 1;
		}
		const library = () => Promise.reject(new Error('tail asks no library'));
		for await (const piece of lastLines(part(path, 0, initialBytes), { cwd, stderr, library })) await write(stdout, piece);
		const { setTimeout: pause } = process.getBuiltinModule('node:timers/promises');
		let sizeBytes = initialBytes;
		for (;;) {
			await pause(POLL_MS, undefined, { signal });
			if ((stdout as Writable).destroyed) throw new BrokenPipe();
			const latestBytes: number = sizeOf(path) ?? sizeBytes;
			if (latestBytes < sizeBytes) {
				stderr.write(`tail: ${file}: file truncated\n`);
				sizeBytes = 0;
			}
			for await (const piece of part(path, sizeBytes, latestBytes)) await write(stdout, piece);
			sizeBytes = latestBytes;
		}
	};
}

/** Null when there is no such file. */
function sizeOf(path: string): number | null {
	try {
		return statSync(path).size;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** The file's bytes from `start` up to `end`. */
async function* part(path: string, start: number, end: number): AsyncGenerator<Buffer, void> {
	if (start < end) yield* bytesOf(createReadStream(path, { start, end: end - 1 }));
}
