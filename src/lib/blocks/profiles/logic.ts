import type { FormField, FormValues } from '../../core/fields';
import { slugOf } from '../../web/detail';
import type { Field } from '../data';
import type { ProfileRecord, ProfilesParameters } from './parameters';

/** What is asked for in a profile; lists are texts with commas. */
export function formFieldsOf(
	{ fields, titleField }: Pick<ProfilesParameters, 'fields' | 'titleField'>,
	listHint: string
): FormField[] {
	return fields.map(({ name, label, kind, options, unit }) => ({
		...{ name, label, kind: kind === 'list' ? 'text' : kind, isRequired: name === titleField },
		...(kind === 'list' ? { hint: listHint } : {}),
		...(name === titleField ? { max: 60 } : {}),
		...(options && kind === 'choice' ? { options } : {}),
		...(unit ? { unit } : {})
	}));
}

/** A profile's own values as a form has them. */
export const valuesOf = (profile: ProfileRecord, fields: readonly Field[]): FormValues =>
	Object.fromEntries(
		fields.map(({ name }) => {
			const value = profile[name];
			return [name, Array.isArray(value) ? value.join(', ') : ((value ?? '') as string | number | boolean)];
		})
	);

/** What is kept of what a form says. */
export const profileOf = (given: FormValues, fields: readonly Field[]): Record<string, string | number | boolean | string[]> =>
	Object.fromEntries(
		fields.map(({ name, kind }) => {
			const value = given[name] ?? '';
			return [
				name,
				kind === 'list'
					? String(value)
							.split(/\s*[,,、;]\s*/)
							.filter(Boolean)
					: value
			];
		})
	);

/** The last part of a new profile's address. @param taken by others @param now ms, for names that are taken */
export function freeSlug(name: string, taken: readonly string[], now: number): string {
	const slug = slugOf(name) || 'member';
	return taken.includes(slug) ? `${slug}-${now.toString(36)}` : slug;
}
