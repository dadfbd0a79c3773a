/** Data as TypeScript source, as a person would write it. @param depth how many tabs the line that it begins on is indented by */
export function literal(value: unknown, depth = 0): string {
	if (typeof value === 'string') return quoted(value);
	if (value === null || typeof value !== 'object') return String(value);
	const isList = Array.isArray(value);
	const parts = isList
		? value.map((item) => literal(item, depth + 1))
		: Object.entries(value)
				.filter(([, property]) => property !== undefined)
				.map(([key, property]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)}: ${literal(property, depth + 1)}`);
	const [open, close] = isList ? (['[', ']'] as const) : (['{', '}'] as const);
	if (!parts.length) return `${open}${close}`;
	const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
	if (line.length + depth * TAB <= MAX_LINE && !line.includes('\n')) return line;
	const tabs = '\t'.repeat(depth);
	return `${open}\n${parts.map((part) => `${tabs}\t${part}`).join(',\n')}\n${tabs}${close}`;
}

/** Columns; a tab counts as two. */
const MAX_LINE = 100;
const TAB = 2;

/** A string of TypeScript, in single quotes. */
export function quoted(text: string): string {
	return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
