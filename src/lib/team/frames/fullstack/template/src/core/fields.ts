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
export const Whole = (what: string) => z.coerce.number(`${what} is a number`).int(`${what} is a whole number`);
export const Decimal = (what: string) => z.coerce.number(`${what} is a number`);
/** Money in cents. */
export const Cents = (what: string) => z.coerce.number(`${what} is an amount`).int().min(0, `${what} is not negative`);
export const Day = (what: string) => z.iso.date(`${what} is a date`);
export const Instant = (what: string) => z.iso.datetime({ offset: true, error: `${what} is a date and time` });
export const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((v) => v === 'true')]);
export const Link = z.url({ protocol: /^https?$/, error: 'Enter an address that starts with https://' });
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
