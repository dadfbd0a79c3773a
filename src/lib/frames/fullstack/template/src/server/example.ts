/** An example of what a schema admits: believable, and the same each time. */
import * as z from 'zod';

type Schema = {
	$ref?: string;
	$defs?: Record<string, Schema>;
	const?: unknown;
	enum?: unknown[];
	default?: unknown;
	anyOf?: Schema[];
	oneOf?: Schema[];
	allOf?: Schema[];
	type?: string | string[];
	properties?: Record<string, Schema>;
	additionalProperties?: Schema | boolean;
	items?: Schema;
	prefixItems?: Schema[];
	minItems?: number;
	maxItems?: number;
	minLength?: number;
	maxLength?: number;
	format?: string;
	pattern?: string;
	minimum?: number;
	exclusiveMinimum?: number;
	maximum?: number;
	exclusiveMaximum?: number;
	multipleOf?: number;
};

/** Rows of a list, where the schema does not say how many. */
const ROWS = 3;
const MAX_DEPTH = 8;
const NAMES = ['Ada Keller', 'Max Sommer', 'Vera Lang', 'Tim Rossi', 'Nora Falk'];
/** What patterns in contracts often ask for. */
const TYPICAL = [
	...['2026-01', '2026-01-15', '2026', '10:00', '10:00:00', '2026-W03', '#3366cc', '3366cc', 'ABC', 'abc', 'A1', 'a', 'A', '1'],
	...[
		'123',
		'12345',
		'123456',
		'1.50',
		'12.50',
		'+1 555 0100',
		'0123456789',
		'abc-123',
		'ABC-123',
		'example-1',
		'en',
		'EUR',
		'de-DE'
	],
	...['https://example.com/1', 'ada@example.com', '/example', 'data:image/png;base64,AAAA', '978-3-16-148410-0', '🙂']
];

/** What a handler might give for the schema; with what is wrong with it where none could be made up. */
export function exampleOf(schema: z.ZodType): { example: unknown; problem?: string } {
	// Where a schema changes what it takes, its limits stand on one of both sides.
	const examples = (['output', 'input'] as const).map((io) => {
		const root = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
		return sample(root, { root, name: '', index: 0, depth: 0 });
	});
	const example = examples.find((one) => schema.safeParse(one).success) ?? examples[0];
	const [issue] = schema.safeParse(example).error?.issues ?? [];
	return { example, ...(issue && { problem: `${issue.path.join('.') || 'the answer'}: ${issue.message}` }) };
}

interface Place {
	root: Schema;
	/** Of the property. */
	name: string;
	/** Of the row, from 0. */
	index: number;
	depth: number;
}

function sample(schema: Schema, place: Place): unknown {
	const { root, index } = place;
	if (place.depth > MAX_DEPTH) return null;
	const deeper = { ...place, depth: place.depth + 1 };
	if (schema.$ref === '#') return sample(root, deeper);
	if (schema.$ref) return sample(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, deeper);
	if ('const' in schema) return schema.const;
	if (schema.enum) return schema.enum[index % schema.enum.length];
	if ('default' in schema) return schema.default;
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return sample(choices.find(({ type }) => type !== 'null') ?? {}, deeper);
	if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sample(part, deeper)));
	const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
	switch (type) {
		case 'object':
			return objectOf(schema, deeper);
		case 'array':
			return arrayOf(schema, deeper);
		case 'integer':
		case 'number':
			return numberOf(schema, place);
		case 'boolean':
			return index % 2 === 0;
		case 'null':
			return null;
		default:
			return stringOf(schema, place);
	}
}

function objectOf({ properties = {}, additionalProperties: more }: Schema, place: Place): Record<string, unknown> {
	const known = Object.entries(properties).map(([name, one]) => [name, sample(one, { ...place, name })] as const);
	const isRecord = known.length === 0 && typeof more === 'object';
	return Object.fromEntries(isRecord ? [['example', sample(more, { ...place, name: 'example' })]] : known);
}

function arrayOf({ items = {}, prefixItems, minItems = 0, maxItems = Infinity }: Schema, place: Place): unknown[] {
	if (prefixItems) return prefixItems.map((one) => sample(one, place));
	const length = Math.max(minItems, Math.min(ROWS, maxItems));
	return Array.from({ length }, (_, index) => sample(items, { ...place, index }));
}

function numberOf(schema: Schema, { name, index }: Place): number {
	const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = schema;
	const least = minimum ?? (exclusiveMinimum === undefined ? -Infinity : exclusiveMinimum + 1);
	const most = maximum ?? (exclusiveMaximum === undefined ? Infinity : exclusiveMaximum - 1);
	const usual = { total: ROWS, page: 1, size: 10 }[name] ?? index + 1;
	const fitting = Math.min(Math.max(usual, least), most);
	return multipleOf ? Math.ceil(fitting / multipleOf) * multipleOf : fitting;
}

function stringOf({ format, pattern, minLength = 0, maxLength = Infinity }: Schema, { name, index }: Place): string {
	const day = String((index % 28) + 1).padStart(2, '0');
	const formats: Record<string, string> = {
		...{ 'date-time': `2026-01-${day}T10:00:00Z`, date: `2026-01-${day}`, time: '10:00:00', duration: 'PT1H' },
		...{
			email: `example${index + 1}@example.com`,
			uri: `https://example.com/${index + 1}`,
			ipv4: '192.0.2.1',
			ipv6: '2001:db8::1'
		},
		uuid: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`
	};
	const known = format && formats[format];
	if (known) return known;
	const words = /(?:name|author|owner|by|person|member|user)$/i.test(name)
		? NAMES[index % NAMES.length]!
		: `Example ${name.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`) || 'text'} ${index + 1}`;
	const sized = (text: string) => text.padEnd(minLength, 'x').slice(0, maxLength);
	if (!pattern) return sized(words);
	const fits = new RegExp(pattern, 'u');
	return [sized(words), ...TYPICAL, ...TYPICAL.map(sized)].find((text) => fits.test(text)) ?? words;
}
