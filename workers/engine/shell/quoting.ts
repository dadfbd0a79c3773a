/** Index of the character that closes what begins before `from`, past nested quotes and substitutions; the length when none does. */
export function closingIndex(source: string, from: number, close: string): number {
	const isText = close === '"' || close === '`';
	for (let at = from; at < source.length; at++) {
		const char = source.charAt(at);
		if (char === close) return at;
		const next = source.charAt(at + 1);
		if (char === '\\') at++;
		else if (char === '$' && next === '{') at = closingIndex(source, at + 2, '}');
		else if (char === '$' && next === '(') at = closingIndex(source, at + 2, ')');
		else if (char === '`') at = closingIndex(source, at + 1, '`');
		else if (isText) continue;
		else if (char === "'") at = closingSingle(source, at);
		else if (char === '"') at = closingIndex(source, at + 1, '"');
		else if (char === '(' && close === ')') at = closingIndex(source, at + 1, ')');
	}
	return source.length;
}

/** Index of the quote that closes the single quote at `at`; one of `$'...'` may have escaped ones in it. */
export function closingSingle(source: string, at: number): number {
	const isEscaping = source.charAt(at - 1) === '$';
	for (let index = at + 1; index < source.length; index++) {
		const char = source.charAt(index);
		if (char === "'") return index;
		if (char === '\\' && isEscaping) index++;
	}
	return source.length;
}
