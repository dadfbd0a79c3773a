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

/** Index behind the word that starts at `from`. */
export function wordEnd(source: string, from: number): number {
	for (let at = from; at < source.length; at++) {
		const char = source.charAt(at);
		if (/[\s;|&<>()]/.test(char)) return at;
		const next = source.charAt(at + 1);
		if (char === '\\') at++;
		else if (char === "'") at = closingSingle(source, at);
		else if (char === '"' || char === '`') at = closingIndex(source, at + 1, char);
		else if (char === '$' && next === '(') at = closingIndex(source, at + 2, ')');
		else if (char === '$' && next === '{') at = closingIndex(source, at + 2, '}');
	}
	return source.length;
}

/** `a{b,c}` as `ab` and `ac`; a word without such a list as it is. @source Bash manual, 3.5.1 Brace Expansion */
export function expandBraces(word: string): string[] {
	for (let at = 0; at < word.length; at++) {
		const char = word.charAt(at);
		if (char === '\\') at++;
		else if (char === "'") at = closingSingle(word, at);
		else if (char === '"' || char === '`') at = closingIndex(word, at + 1, char);
		else if (char === '$' && /[({]/.test(word.charAt(at + 1)))
			at = closingIndex(word, at + 2, word.charAt(at + 1) === '(' ? ')' : '}');
		else if (char === '{') {
			const { items, end } = listAt(word, at);
			if (items.length < 2) continue;
			const tails = expandBraces(word.slice(end + 1));
			return items.flatMap(expandBraces).flatMap((item) => tails.map((tail) => word.slice(0, at) + item + tail));
		}
	}
	return [word];
}

/** The items between the brace at `open` and its own closing one; none where it has none. */
function listAt(word: string, open: number): { items: string[]; end: number } {
	const items: string[] = [];
	let depth = 0;
	let start = open + 1;
	for (let at = start; at < word.length; at++) {
		const char = word.charAt(at);
		if (char === '\\') at++;
		else if (char === "'") at = closingSingle(word, at);
		else if (char === '"') at = closingIndex(word, at + 1, '"');
		else if (char === '{') depth++;
		else if (char === '}' && depth-- === 0) return { items: [...items, word.slice(start, at)], end: at };
		else if (char === ',' && depth === 0) {
			items.push(word.slice(start, at));
			start = at + 1;
		}
	}
	return { items: [], end: word.length };
}
