/** Schema parts that several entities share. */
import * as z from 'zod';

/** What an `integer` column holds. */
const MAX_INT = 2 ** 31 - 1;
/** What a `numeric(14, 4)` column holds. */
const MAX_DECIMAL = 9_999_999_999;
const MAX_PAGE = 1_000_000;

export const Id = z.coerce.number().int().positive().max(MAX_INT);
export const IdParams = z.object({ id: Id });
export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email('Enter a valid e-mail address'));
export const Text = (max: number, what: string) =>
	z.string().trim().min(1, `${what} is required`).max(max, `${what} is limited to ${max} characters`);
export const LongText = (max: number) => z.string().trim().max(max);
/** A number as an input sends it: an empty one is missing, not 0. */
const Filled = (what: string) => z.union([z.number(), z.string().trim().min(1, `${what} is required`)], `${what} is required`);
const range = (what: string, schema: z.ZodCoercedNumber<number | string>, min: number, max: number) =>
	Filled(what).pipe(schema.min(min, `${what} is at least ${min}`).max(max, `${what} is at most ${max}`));
export const Whole = (what: string, min = -MAX_INT, max = MAX_INT) =>
	range(what, z.coerce.number<number | string>(`${what} is a number`).int(`${what} is a whole number`), min, max);
export const Decimal = (what: string, min = -MAX_DECIMAL, max = MAX_DECIMAL) =>
	range(what, z.coerce.number<number | string>(`${what} is a number`), min, max);
/** Money in cents. */
export const Cents = (what: string) =>
	range(what, z.coerce.number<number | string>(`${what} is an amount`).int(`${what} is an amount`), 0, MAX_INT);
/** Years of four digits, from 1: PostgreSQL has no year 0, and answers carry four digits. */
const isYear = (date: Date) => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999;
export const Day = (what: string) => z.iso.date(`${what} is a date`).refine((day) => isYear(new Date(day)), `${what} is a date`);
/** In UTC, whatever the offset it came with. */
export const Instant = (what: string) =>
	z.iso
		.datetime({ offset: true, error: `${what} is a date and time` })
		.refine((time) => isYear(new Date(time)), `${what} is a date and time`)
		.overwrite((time) => (isYear(new Date(time)) ? new Date(time).toISOString() : time));
export const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((v) => v === 'true')]);
export const Link = z.url({ protocol: /^https?$/, error: 'Enter an address that starts with https://' });
/** The address of a picture, or a small picture itself; pages show it as an image only. */
export const Picture = z.union(
	[
		Link,
		z
			.string()
			.max(20_000)
			.regex(/^data:image\/(svg\+xml|png|jpeg|webp|gif)[;,]/)
	],
	'Enter an address that starts with https://'
);
export const Phone = z
	.string()
	.trim()
	.regex(/^[+0-9 ()/.-]{3,40}$/, 'Enter a phone number');
/** What may be left empty: an empty input becomes null. */
export const optional = <const T extends z.ZodType>(schema: T) =>
	z.preprocess((v) => (v === '' || v === undefined ? null : v), schema.nullable()).optional();
/** Choices for a select box. */
export const Choices = z.array(z.object({ id: z.number().int(), label: z.string() }));

export const Time = z.iso.datetime({ offset: true });
export const Ok = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' });

/** Query of every list: search, sort, page. */
export const listQuery = <const S extends readonly [string, ...string[]]>(sorts: S, dir: 'asc' | 'desc' = 'asc') =>
	z.object({
		q: z.string().trim().max(100).default(''),
		sort: z.enum(sorts).default(sorts[0] as never),
		dir: z.enum(['asc', 'desc']).default(dir),
		page: z.coerce.number().int().min(1).max(MAX_PAGE).default(1),
		size: z.coerce.number().int().min(1).max(100).default(10)
	});
/** Answer of every list. */
export const listOf = <T extends z.ZodType>(row: T) =>
	z.object({ rows: z.array(row), total: z.number().int(), page: z.number().int(), size: z.number().int() });
