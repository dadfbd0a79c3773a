/** Source text taken apart at its brackets, strings and comments: as much syntax as it takes to read a contract. */

/** Without comments and with single blanks; strings and regular expressions stay as they are. */
export function withoutLayout(source: string): string {
	let plain = '';
	for (const { text, kind } of pieces(source)) {
		if (kind === 'comment') plain += ' ';
		else plain += kind === 'text' ? text : text.replace(/\s+/g, ' ');
	}
	return plain
		.replace(/\s+/g, ' ')
		.replace(/,(?= ?[)\]}])/g, '')
		.replace(/([([{]) | (?=[)\]}.])/g, '$1')
		.trim();
}

/** Comments become blanks, so that what follows begins where it did. */
export function withoutComments(source: string): string {
	return [...pieces(source)].map(({ text, kind }) => (kind === 'comment' ? text.replace(/[^\n]/g, ' ') : text)).join('');
}

/** The parts between commas that stand in no bracket. */
export function splitAtCommas(source: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let part = '';
	for (const { text, kind } of pieces(source)) {
		if (kind === 'code' && text === ',' && depth === 0) {
			parts.push(part.trim());
			part = '';
			continue;
		}
		if (kind === 'code') depth += depthOf(text);
		part += text;
	}
	return [...parts, part.trim()].filter(Boolean);
}

/** What stands from `start`, a bracket, to the one that closes it, both left out. */
export function insideBrackets(source: string, start: number): string {
	let depth = 0;
	let inside = '';
	for (const { text, kind } of pieces(source.slice(start))) {
		if (kind === 'code') depth += depthOf(text);
		if (depth === 0) break;
		inside += text;
	}
	return inside.slice(1);
}

/** What stands from `start` to the end of the statement: a semicolon, or a line that begins anew, in no bracket. */
export function untilStatementEnds(source: string, start: number): string {
	let depth = 0;
	let statement = '';
	for (const { text, kind } of pieces(source.slice(start))) {
		if (kind === 'code') depth += depthOf(text);
		if (kind === 'code' && depth <= 0 && text === ';') break;
		if (kind === 'code' && depth <= 0 && /\n$/.test(statement) && /^[a-z]/.test(text) && /[)\]}'"`\w]\s*$/.test(statement)) break;
		statement += text;
	}
	return statement.trim();
}

interface Piece {
	text: string;
	/** Code comes a character at a time, or a word. */
	kind: 'code' | 'text' | 'comment';
}

const PIECE =
	/(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(,=:]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)|[\w$]+|[\s\S]/g;

function* pieces(source: string): Generator<Piece> {
	for (const { 0: text, groups = {} } of source.matchAll(PIECE))
		yield { text, kind: groups.comment ? 'comment' : groups.text ? 'text' : 'code' };
}

function depthOf(sign: string): number {
	if (/^[([{]$/.test(sign)) return 1;
	return /^[)\]}]$/.test(sign) ? -1 : 0;
}
