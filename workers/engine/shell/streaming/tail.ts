import { assertHoldable } from '../tool-input';
import { parseOptions } from './options';
import type { StreamingTool, StreamingToolOf } from './streaming-tool';

const NEWLINE = 0x0a;
const DEFAULT_LINES = '10';

/** `tail [-n LINES | -n +FIRST | -c BYTES | -LINES]`. Holds no more of its input than what may have to be printed. */
export const tail: StreamingToolOf = (args) => {
	const options = parseOptions(args, {
		flags: 'qf',
		values: 'nc',
		long: { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', follow: 'f' },
		digits: 'n'
	});
	if (!options) return null;
	const byteCount = options.values.get('c')?.at(-1);
	if (byteCount !== undefined) return /^-?\d+$/.test(byteCount) ? lastBytes(Math.abs(Number(byteCount))) : null;
	const count = options.values.get('n')?.at(-1) ?? DEFAULT_LINES;
	if (/^\+\d+$/.test(count)) return fromLine(Number(count));
	return /^-?\d+$/.test(count) ? lastLines(Math.abs(Number(count))) : null;
};

/** @param lineNumber 1-based */
function fromLine(lineNumber: number): StreamingTool {
	return async function* (input) {
		let skipped = Math.max(lineNumber - 1, 0);
		for await (const chunk of input) {
			let start = 0;
			while (skipped > 0 && start < chunk.length) {
				const at = chunk.indexOf(NEWLINE, start);
				start = at < 0 ? chunk.length : at + 1;
				if (at >= 0) skipped--;
			}
			yield chunk.subarray(start);
		}
		return 0;
	};
}

function lastLines(count: number): StreamingTool {
	return async function* (input) {
		const bytes = await lastChunks(input, count, newlinesOf);
		// The newline at the very end begins no line.
		let start = bytes.at(-1) === NEWLINE ? bytes.length - 1 : bytes.length;
		for (let missing = count; missing > 0 && start >= 0; missing--)
			start = start === 0 ? -1 : bytes.lastIndexOf(NEWLINE, start - 1);
		if (count > 0) yield bytes.subarray(start + 1);
		return 0;
	};
}

function lastBytes(count: number): StreamingTool {
	return async function* (input) {
		const bytes = await lastChunks(input, count, (chunk) => chunk.length);
		yield bytes.subarray(Math.max(bytes.length - count, 0));
		return 0;
	};
}

/** The end of the input, so much that it has more than `count` units, cut between chunks. @throws InputTooLarge */
async function lastChunks(input: AsyncIterable<Buffer>, count: number, unitsOf: (chunk: Buffer) => number): Promise<Buffer> {
	const held: { chunk: Buffer; units: number }[] = [];
	let units = 0;
	let sizeBytes = 0;
	for await (const chunk of input) {
		held.push({ chunk, units: unitsOf(chunk) });
		units += held.at(-1)?.units ?? 0;
		sizeBytes += chunk.length;
		for (let first = held[0]; first && units - first.units > count; first = held[0]) {
			held.shift();
			units -= first.units;
			sizeBytes -= first.chunk.length;
		}
		assertHoldable(sizeBytes);
	}
	return Buffer.concat(held.map(({ chunk }) => chunk));
}

function newlinesOf(chunk: Buffer): number {
	let count = 0;
	for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count++;
	return count;
}
