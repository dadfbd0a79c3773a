const ESCAPES: Readonly<Record<string, string>> = {
	n: '\n',
	t: '\t',
	r: '\r',
	'\\': '\\',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	E: '\x1b',
	f: '\f',
	v: '\v',
	'"': '"'
};

/**
 * Bytes of a text in which backslashes begin escapes.
 * @param octal how octal numbers begin: `\0NNN` for echo and %b, `\NNN` for formats
 * @returns also whether `\c` ended it
 */
export function unescapeBytes(text: string, octal: 'with zero' | 'plain'): { bytes: Buffer; hasEnded: boolean } {
	const parts: Buffer[] = [];
	const number = octal === 'plain' ? '[0-7]{1,3}' : '0[0-7]{0,3}';
	const expression = new RegExp(`\\\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|${number}|[^])|[^\\\\]+|\\\\$`, 'g');
	for (const [whole, code] of text.matchAll(expression)) {
		if (code === undefined) parts.push(Buffer.from(whole));
		else if (code === 'c' && octal === 'with zero') return { bytes: Buffer.concat(parts), hasEnded: true };
		else if (/^x./.test(code)) parts.push(Buffer.from([Number.parseInt(code.slice(1), 16)]));
		else if (/^[uU]./.test(code)) parts.push(Buffer.from(String.fromCodePoint(Number.parseInt(code.slice(1), 16))));
		else if (/^[0-7]/.test(code)) parts.push(Buffer.from([Number.parseInt(code, 8) & 255]));
		else parts.push(Buffer.from(ESCAPES[code] ?? whole));
	}
	return { bytes: Buffer.concat(parts), hasEnded: false };
}
