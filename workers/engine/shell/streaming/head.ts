import { assertHoldable } from '../tool-input';
import { parseOptions } from './options';
import type { StreamingTool, StreamingToolOf } from './streaming-tool';
import { linesOf } from './text';

const NEWLINE = 0x0a;
const DEFAULT_LINES = '10';

/** `head [-n LINES | -n -LAST | -c BYTES | -LINES]`. */
export const head: StreamingToolOf = (args) => {
	const options = parseOptions(args, {
		flags: 'q',
		values: 'nc',
		long: { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q' },
		digits: 'n'
	});
	if (!options) return null;
	const byteCount = options.values.get('c')?.at(-1);
	const count = byteCount ?? options.values.get('n')?.at(-1) ?? DEFAULT_LINES;
	if (byteCount === undefined && /^-\d+$/.test(count)) return allButLast(-Number(count));
	if (!/^\d+$/.test(count)) return null;
	return byteCount === undefined ? firstLines(Number(count)) : firstBytes(Number(count));
};

function firstLines(count: number): StreamingTool {
	return async function* (input) {
		let missing = count;
		if (missing === 0) return 0;
		for await (const chunk of input) {
			let end = 0;
			while (missing > 0 && end < chunk.length) {
				const at = chunk.indexOf(NEWLINE, end);
				end = at < 0 ? chunk.length : at + 1;
				if (at >= 0) missing--;
			}
			yield chunk.subarray(0, end);
			if (missing === 0) break;
		}
		return 0;
	};
}

function firstBytes(count: number): StreamingTool {
	return async function* (input) {
		let missing = count;
		if (missing === 0) return 0;
		for await (const chunk of input) {
			yield chunk.subarray(0, missing);
			missing -= chunk.length;
			if (missing <= 0) break;
		}
		return 0;
	};
}

function allButLast(count: number): StreamingTool {
	return async function* (input) {
		let held: string[] = [];
		for await (const lines of linesOf(input)) {
			held.push(...(lines.match(/.*\n|.+$/g) ?? []));
			const end = Math.max(held.length - count, 0);
			yield held.slice(0, end).join('');
			held = held.slice(end);
			assertHoldable(held.reduce((size, line) => size + line.length, 0));
		}
		return 0;
	};
}
