import type { Extra } from './chat';
import { fieldsOf, listOf, textOf, type Fields } from './json-value';

/** Fields that only their own server understands, put together from the pieces of a stream so that they go back as they were meant. */

/** Pieces of text are joined, lists appended, objects merged; of anything else the latest counts. */
export function mergeExtra(before: Extra | undefined, piece: Fields): Extra {
	const merged: Extra = { ...before };
	for (const [key, value] of Object.entries(piece)) {
		if (value === null || value === undefined) continue;
		merged[key] = key in merged ? joined(merged[key], value) : value;
	}
	return merged;
}

function joined(before: unknown, piece: unknown): unknown {
	if (typeof before === 'string' && typeof piece === 'string') return before + piece;
	if (Array.isArray(before) && Array.isArray(piece)) return listOf(piece).reduce(appended, before);
	if (isObject(before) && isObject(piece)) return mergeExtra(fieldsOf(before), fieldsOf(piece));
	return piece;
}

/** The texts of a thought come in pieces, each in an entry of its own with the same index; all else in the list stays apart. */
function appended(list: unknown, entry: unknown): unknown[] {
	const entries = listOf(list);
	const last = fieldsOf(entries.at(-1));
	const next = fieldsOf(entry);
	const key = ['text', 'summary'].find((name) => typeof last[name] === 'string' && typeof next[name] === 'string');
	const isSame =
		key !== undefined && last.type === next.type && last.index === next.index && (last.id ?? next.id) === (next.id ?? last.id);
	if (!isSame) return [...entries, entry];
	const known = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== undefined));
	return [...entries.slice(0, -1), { ...last, ...known, [key]: textOf(last[key]) + textOf(next[key]) }];
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
