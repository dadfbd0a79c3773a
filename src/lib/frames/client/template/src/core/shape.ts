/** What a value has to be, as plain data: records come from anybody, and pages show them. */
export type Shape = 'text' | 'number' | 'boolean' | readonly [Shape] | { readonly [field: string]: Shape };

/** Whether a value has a shape: `['text']` is a list of texts, `{ name: 'text' }` an object with at least these fields. */
export function fits(shape: Shape, value: unknown): boolean {
	if (typeof shape === 'string') return typeof value === (shape === 'text' ? 'string' : shape);
	if (isList(shape)) return Array.isArray(value) && value.every((one) => fits(shape[0], one));
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return Object.entries(shape).every(([name, one]) => fits(one, (value as Record<string, unknown>)[name]));
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
