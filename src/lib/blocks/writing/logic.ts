import type { FormField, FormValues } from '../../core/fields';
import { slugOf } from '../../web/detail';
import type { KeptArticle } from '../articles/logic';
import type { Field, Value } from '../data';
import type { WritingParameters } from './parameters';

/** Labels of the fields that each article has. */
export interface WritingLabels {
	title: string;
	category: string;
	place: string;
	lead: string;
	text: string;
	textHint: string;
}

/** What is asked for when an article is written. Facts have a name of their own, so that one may be called 'title'. */
export function fieldsOf({ categories, fields = [], hasPlace }: WritingParameters, labels: WritingLabels): FormField[] {
	return [
		{ name: 'title', label: labels.title, kind: 'text', isRequired: true, max: 140 },
		...(categories.length
			? [{ name: 'category', label: labels.category, kind: 'choice' as const, isRequired: true, options: categories }]
			: []),
		...(hasPlace ? [{ name: 'place', label: labels.place, kind: 'text' as const, max: 80 }] : []),
		{ name: 'lead', label: labels.lead, kind: 'longText', isRequired: true, max: 400 },
		{ name: 'text', label: labels.text, kind: 'longText', isRequired: true, hint: labels.textHint },
		...fields.map(factField)
	];
}

const factField = ({ name, label, kind, options, unit }: Field): FormField => ({
	...{ name: `fact-${name}`, label, kind: kind === 'list' ? 'text' : kind },
	...(options ? { options } : {}),
	...(unit ? { unit } : {})
});

/** An article's own values as a form has them. */
export function valuesOf({ title, category = '', place = '', lead, text, facts = {} }: KeptArticle): FormValues {
	const own = Object.entries(facts).map(([name, value]) => [`fact-${name}`, Array.isArray(value) ? value.join(', ') : value]);
	return { title, category, place, lead, text: text.join('\n\n'), ...(Object.fromEntries(own) as FormValues) };
}

/** What is kept of what a form says. @param given of the form, as in {@link fieldsOf} */
export function articleOf(given: FormValues, fields: readonly Field[]): Pick<KeptArticle, 'title' | 'lead' | 'text' | 'facts'> {
	const facts = fields.flatMap(({ name, kind }): [string, Value][] => {
		const value = given[`fact-${name}`];
		if (value === undefined || value === '') return [];
		return [
			[
				name,
				kind === 'list'
					? String(value)
							.split(/\s*,\s*/)
							.filter(Boolean)
					: value
			]
		];
	});
	const { category, place } = given;
	return {
		...{ title: String(given['title']), lead: String(given['lead']), facts: Object.fromEntries(facts) },
		text: String(given['text'])
			.split(/\n\s*\n/)
			.map((paragraph) => paragraph.trim())
			.filter(Boolean),
		...(category ? { category: String(category) } : {}),
		...(place === undefined ? {} : { place: String(place) })
	};
}

/** The last part of a new article's address, which no other one has. */
export function freeSlug(title: string, taken: readonly string[]): string {
	const slug = slugOf(title) || 'article';
	if (!taken.includes(slug)) return slug;
	for (let number = 2; ; number++) if (!taken.includes(`${slug}-${number}`)) return `${slug}-${number}`;
}
