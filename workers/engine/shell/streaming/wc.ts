import { parseOptions } from './options';
import type { StreamingToolOf } from './streaming-tool';

/** In the order in which they are printed. */
const COLUMNS = ['l', 'w', 'm', 'c'] as const;
/** Of several counts of what is no file. @source coreutils, wc.c */
const COLUMN_WIDTH = 7;
const NEWLINE = 0x0a;
/** @source isspace(3) in the POSIX locale */
const SPACES: ReadonlySet<number> = new Set([0x09, NEWLINE, 0x0b, 0x0c, 0x0d, 0x20]);

/** `wc [-l] [-w] [-c] [-m]`. */
export const wc: StreamingToolOf = (args) => {
	const options = parseOptions(args, { flags: 'lwcm', values: '', long: { lines: 'l', words: 'w', bytes: 'c', chars: 'm' } });
	if (!options || options.operands.length > 0) return null;
	const wanted = options.flags.size > 0 ? options.flags : new Set(['l', 'w', 'c']);
	return async function* (input) {
		const counts = { l: 0, w: 0, m: 0, c: 0 };
		let isInWord = false;
		for await (const chunk of input) {
			counts.c += chunk.length;
			for (const byte of chunk) {
				if (byte === NEWLINE) counts.l++;
				// Every byte but those that go on with a character of UTF-8.
				if ((byte & 0xc0) !== 0x80) counts.m++;
				const isSpace = SPACES.has(byte);
				if (isInWord && isSpace) isInWord = false;
				else if (!isInWord && !isSpace) {
					isInWord = true;
					counts.w++;
				}
			}
		}
		const columns = COLUMNS.filter((column) => wanted.has(column)).map((column) => String(counts[column]));
		yield `${columns.map((text) => (columns.length > 1 ? text.padStart(COLUMN_WIDTH) : text)).join(' ')}\n`;
		return 0;
	};
};
