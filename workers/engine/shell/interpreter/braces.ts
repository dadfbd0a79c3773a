import { closingIndex, closingSingle } from '../quoting';

const RANGE = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.(-?\d+))?$/;
/** A range that would make more words than this stays text. */
const MAX_RANGE = 100_000;

/** `a{b,c}` as `ab` and `ac`, `{1..3}` as `1 2 3`; a word without such a list as it is. @source Bash manual, 3.5.1 Brace Expansion */
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
			const all = items.length > 1 ? items.flatMap(expandBraces) : rangeOf(items[0] ?? '');
			if (all.length === 0) continue;
			const tails = expandBraces(word.slice(end + 1));
			return all.flatMap((item) => tails.map((tail) => word.slice(0, at) + item + tail));
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

/** The words of `1..5..2` or `a..e`; none when it is no range. */
function rangeOf(body: string): string[] {
	const [, first = '', last = '', stepText = '1'] = RANGE.exec(body) ?? [];
	const areNumbers = /\d/.test(first) && /\d/.test(last);
	if (first === '' || (!areNumbers && /\d/.test(first + last))) return [];
	const from = areNumbers ? Number(first) : first.charCodeAt(0);
	const to = areNumbers ? Number(last) : last.charCodeAt(0);
	const step = Math.abs(Number(stepText)) || 1;
	const count = Math.floor(Math.abs(to - from) / step) + 1;
	if (count > MAX_RANGE) return [];
	const isPadded = /^-?0\d/.test(first) || /^-?0\d/.test(last);
	const width = isPadded ? Math.max(first.length, last.length) : 0;
	return Array.from({ length: count }, (_, index) => {
		const value = from + (to < from ? -index : index) * step;
		if (!areNumbers) return String.fromCharCode(value);
		return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
	});
}
