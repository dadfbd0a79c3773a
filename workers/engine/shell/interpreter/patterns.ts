/** A pattern of the shell as a regular expression, whole or as a prefix or suffix. @source Bash manual, 3.5.8.1 Pattern Matching */
const CLASSES: Readonly<Record<string, string>> = {
	alpha: 'a-zA-Z',
	digit: '0-9',
	alnum: 'a-zA-Z0-9',
	upper: 'A-Z',
	lower: 'a-z',
	space: '\\s',
	blank: ' \\t',
	punct: '!-\\/:-@\\[-`{-~',
	xdigit: '0-9a-fA-F',
	word: '\\w',
	cntrl: '\\x00-\\x1f\\x7f',
	print: '\\x20-\\x7e',
	graph: '\\x21-\\x7e'
};

interface PatternOptions {
	/** For file names: `*` and `?` take no slash. */
	isPath?: boolean;
	/** `*` takes as little as possible. */
	isShortest?: boolean;
	isCaseIgnored?: boolean;
}

/** Whether the text would be more than itself as a pattern. */
export function isPattern(pattern: string): boolean {
	return /[*?]|\[.+\]|[@+!]\(/.test(pattern.replace(/\\[^]/g, ''));
}

/** The text that a pattern without operators stands for. */
export const unescaped = (pattern: string): string => pattern.replace(/\\([^])/g, '$1');

export function matches(text: string, pattern: string, options: PatternOptions = {}): boolean {
	return compiled(`^(?:${sourceOf(pattern, options)})$`, options.isCaseIgnored ? 'sui' : 'su').test(text);
}

/** A pattern that no expression can be made of (a range from z to a) matches nothing. */
export function compiled(source: string, flags: string): RegExp {
	try {
		return new RegExp(source, flags);
	} catch {
		return /(?!)/;
	}
}

/** Source of the regular expression, without anchors. */
export function sourceOf(pattern: string, options: PatternOptions = {}): string {
	const any = options.isPath ? '[^/]' : '.';
	const lazy = options.isShortest ? '?' : '';
	let out = '';
	for (let at = 0; at < pattern.length; at++) {
		const char = pattern.charAt(at);
		if (/[?*+@!]/.test(char) && pattern.charAt(at + 1) === '(') {
			const end = closingParenthesis(pattern, at + 1);
			if (end > 0) {
				out += extended(char, pattern.slice(at + 2, end), options, any);
				at = end;
				continue;
			}
		}
		if (char === '\\' && at + 1 < pattern.length) out += literal(pattern.charAt(++at));
		else if (char === '*') out += `${any}*${lazy}`;
		else if (char === '?') out += any;
		else if (char === '[') {
			const { source, end } = bracket(pattern, at);
			out += source;
			at = end;
		} else out += literal(char);
	}
	return out;
}

const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** Within brackets. */
const member = (char: string): string => char.replace(/[\\^[\]-]/g, '\\$&');

function extended(operator: string, body: string, options: PatternOptions, any: string): string {
	const choices = `(?:${alternatives(body).map((part) => sourceOf(part, options)).join('|')})`; // prettier-ignore
	if (operator === '!') return `(?:(?!${choices}(?:$|/))${any}*)`;
	return operator === '@' ? choices : `${choices}${operator}`;
}

function alternatives(body: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let begun = '';
	for (let at = 0; at < body.length; at++) {
		const char = body.charAt(at);
		if (char === '\\') begun += body.slice(at, ++at + 1);
		else if (char === '|' && depth === 0) {
			parts.push(begun);
			begun = '';
		} else {
			if (char === '(') depth++;
			if (char === ')') depth--;
			begun += char;
		}
	}
	return [...parts, begun];
}

function closingParenthesis(pattern: string, open: number): number {
	let depth = 0;
	for (let at = open; at < pattern.length; at++) {
		const char = pattern.charAt(at);
		if (char === '\\') at++;
		else if (char === '(') depth++;
		else if (char === ')' && --depth === 0) return at;
	}
	return -1;
}

function bracket(pattern: string, start: number): { source: string; end: number } {
	const open = /^\[([!^]?)(\]?(?:\[:\w+:\]|\\.|[^\]\\])*)\]/s.exec(pattern.slice(start));
	if (!open) return { source: '\\[', end: start };
	const [whole, negation = '', body = ''] = open;
	const inner = body.replace(/\[:(\w+):\]|\\(.)|([\][^\\])|-/gs, (part, name?: string, escaped?: string, special?: string) =>
		name ? (CLASSES[name] ?? '') : escaped ? member(escaped) : special ? member(special) : part
	);
	// A dash at an end is itself.
	const source = `[${negation ? '^' : ''}${inner.replace(/^-|-$/g, '\\-')}]`;
	return { source, end: start + whole.length - 1 };
}
