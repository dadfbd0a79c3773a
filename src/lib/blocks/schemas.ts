import { z } from '../domain/zod';
import type { Action, Fact, Field, Filter, FormField, Picture, Sort, Value } from './data';
import { iconNames } from './icon-paths';
import { pictureName } from './picture-names';

/** Schemas of what the parameters of many blocks have in common. */

export const words = z.string().trim().min(1, 'say it in words, or leave it out');

export const icon = z.enum(iconNames);

export const picture: z.ZodType<Picture> = z.strictObject({ label: words, icon: pictureName.optional(), src: words.optional() });

export const action: z.ZodType<Action> = z.strictObject({
	label: words.max(40),
	href: words.regex(/^(\/|#|https?:\/\/|mailto:|tel:)/, "an address of the app ('/about'), a place ('#contact') or 'https://...'")
});

export const fact: z.ZodType<Fact> = z.strictObject({ label: words, value: words });

export const formField: z.ZodType<FormField> = z
	.strictObject({
		name: z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'camelCase, as lunchChoice'),
		label: words,
		kind: z.enum([
			...(['text', 'longText', 'email', 'phone', 'url', 'number'] as const),
			...(['money', 'date', 'time', 'choice', 'check', 'password'] as const)
		]),
		isRequired: z.boolean().optional(),
		options: z.array(words).optional(),
		hint: words.optional(),
		min: z.number().optional(),
		max: z.number().optional(),
		unit: words.max(20).optional()
	})
	.refine(({ kind, options = [] }) => kind !== 'choice' || options.length > 1, 'a choice needs two or more options');

/** Fields of a form: each has a name of its own. */
export const formFields = z
	.array(formField)
	.min(1)
	.refine((fields) => areDistinct(fields.map(({ name }) => name)), 'two fields have the same name');

export const areDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** `YYYY-MM-DD` */
export const isoDate = z.iso.date('a day as 2031-09-12');

/** `HH:MM` */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of 24 hours as 09:30');

/** 'A', 'B' and 'C', for sentences of criteria. */
export function listed(names: readonly string[]): string {
	const quoted = names.map((name) => `"${name}"`);
	return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}

/** The name of a field or value in code. */
export const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'camelCase, as meetingPlace');

/** The name of a collection or address. */
export const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case, as support-groups');

/** The last part of an address, in any script. */
export const slug = z.string().regex(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u, 'words joined by hyphens, as sencha-asahi');

export const value: z.ZodType<Value> = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const field: z.ZodType<Field> = z.strictObject({
	name: fieldName,
	label: words.max(40),
	kind: z.enum([
		...(['text', 'longText', 'email', 'phone', 'url', 'number'] as const),
		...(['money', 'date', 'time', 'choice', 'check', 'list'] as const)
	]),
	options: z.array(words).optional(),
	unit: words.max(20).optional()
});

/** Fields of records: each has a name of its own. */
export const fields = z
	.array(field)
	.min(1)
	.refine((all) => areDistinct(all.map(({ name }) => name)), 'two fields have the same name');

export const filter: z.ZodType<Filter> = z.strictObject({
	field: fieldName,
	kind: z.enum(['choice', 'most', 'least', 'tick', 'contains']),
	steps: z.array(z.number()).min(1).max(8).optional()
});

export const sort: z.ZodType<Sort> = z.strictObject({ field: fieldName, label: words.max(40) });

/** Says which names of fields there are not; for refinements of parameters that name fields. */
export const unknownFields = (names: readonly string[], known: readonly { name: string }[]): string[] =>
	names.filter((name) => !known.some((one) => one.name === name));

/** Whether a value is of a field's kind. */
export function fitsField({ kind, options }: Field, given: Value): boolean {
	if (kind === 'number' || kind === 'money') return typeof given === 'number';
	if (kind === 'check') return typeof given === 'boolean';
	if (kind === 'list') return Array.isArray(given);
	if (typeof given !== 'string') return false;
	if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(given);
	if (kind === 'time') return /^\d{2}:\d{2}$/.test(given);
	return kind !== 'choice' || !options?.length || options.includes(given);
}
