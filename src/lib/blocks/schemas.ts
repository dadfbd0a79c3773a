import { z } from '../domain/zod';
import type { Action, Fact, FormField, Item, Picture } from './data';
import { iconNames } from './icon-paths';

/** Schemas of what the parameters of many blocks have in common. */

export const words = z.string().trim().min(1, 'say it in words, or leave it out');

export const icon = z.enum(iconNames);

export const picture: z.ZodType<Picture> = z.strictObject({ label: words, icon: icon.optional(), src: words.optional() });

export const action: z.ZodType<Action> = z.strictObject({
	label: words.max(40),
	href: words.regex(/^(\/|#|https?:\/\/|mailto:|tel:)/, "an address of the app ('/about'), a place ('#contact') or 'https://...'")
});

export const fact: z.ZodType<Fact> = z.strictObject({ label: words, value: words });

export const item: z.ZodType<Item> = z.strictObject({
	title: words,
	text: words.optional(),
	picture: picture.optional(),
	facts: z.array(fact).optional()
});

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
		max: z.number().optional()
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
