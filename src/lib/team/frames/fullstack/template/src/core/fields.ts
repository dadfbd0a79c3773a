/** Schema parts that several entities share. */
import * as z from 'zod';

export const Id = z.coerce.number().int().positive();
export const IdParams = z.object({ id: Id });
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .pipe(z.email('Enter a valid e-mail address'));
export const Text = (max: number, what: string) =>
  z.string().trim().min(1, `${what} is required`).max(max, `${what} is limited to ${max} characters`);
export const LongText = (max: number) => z.string().trim().max(max);
/** A number as an input sends it: an empty one is missing, not 0. */
const Filled = (what: string) => z.union([z.number(), z.string().trim().min(1, `${what} is required`)], `${what} is required`);
const range = (what: string, schema: z.ZodCoercedNumber<number | string>, min = -Infinity, max = Infinity) => {
  const above = Number.isFinite(min) ? schema.min(min, `${what} is at least ${min}`) : schema;
  return Filled(what).pipe(Number.isFinite(max) ? above.max(max, `${what} is at most ${max}`) : above);
};
export const Whole = (what: string, min?: number, max?: number) => range(what, z.coerce.number<number | string>(`${what} is a number`).int(`${what} is a whole number`), min, max);
export const Decimal = (what: string, min?: number, max?: number) => range(what, z.coerce.number<number | string>(`${what} is a number`), min, max);
/** Money in cents. */
export const Cents = (what: string) => range(what, z.coerce.number<number | string>(`${what} is an amount`).int(`${what} is an amount`), 0);
export const Day = (what: string) => z.iso.date(`${what} is a date`);
export const Instant = (what: string) => z.iso.datetime({ offset: true, error: `${what} is a date and time` });
export const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((v) => v === 'true')]);
export const Link = z.url({ protocol: /^https?$/, error: 'Enter an address that starts with https://' });
/** The address of a picture, or a small picture itself; pages show it as an image only. */
export const Picture = z.union([Link, z.string().max(20_000).regex(/^data:image\/(svg\+xml|png|jpeg|webp|gif)[;,]/)], 'Enter an address that starts with https://');
export const Phone = z.string().trim().regex(/^[+0-9 ()/.-]{3,40}$/, 'Enter a phone number');
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
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(100).default(10),
  });
/** Answer of every list. */
export const listOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.number().int(), page: z.number().int(), size: z.number().int() });
