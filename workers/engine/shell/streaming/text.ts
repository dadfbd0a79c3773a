import { StringDecoder } from 'node:string_decoder';
import { assertHoldable } from '../tool-input';

/** Text of UTF-8 bytes as it comes; a character that is cut in two comes whole. */
export async function* textOf(input: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
	const decoder = new StringDecoder('utf8');
	for await (const chunk of input) {
		const text = decoder.write(chunk);
		if (text !== '') yield text;
	}
	const rest = decoder.end();
	if (rest !== '') yield rest;
}

/** Whole lines, as many at a time as have come; only the last may lack its newline. @throws InputTooLarge for a line beyond the limit */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
	let begun = '';
	for await (const text of textOf(input)) {
		const end = text.lastIndexOf('\n') + 1;
		if (end > 0) {
			yield begun + text.slice(0, end);
			begun = text.slice(end);
		} else begun += text;
		assertHoldable(begun.length);
	}
	if (begun !== '') yield begun;
}
