/** JSON from outside, looked at without trust. */

export type Fields = Record<string, unknown>;

/** An object's fields; none when it is no object. */
export function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
export function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
export function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** What a text holds as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

export function isObjectText(text: string): boolean {
	const value = parseJson(text);
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
