import { z } from '../../domain/zod';
import type { Value } from '../data';
import type { BlockEntry } from '../entry';
import {
	areDistinct,
	fieldName,
	fields,
	filter,
	fitsField,
	kebab,
	listed,
	picture,
	slug,
	sort,
	unknownFields,
	value,
	words
} from '../schemas';
import { example } from './example';
import type { DirectoryParameters, DirectoryRecord } from './parameters';

const RESERVED = ['slug', 'picture', 'text'];

const record: z.ZodType<DirectoryRecord> = z
	.looseObject({ slug: slug.optional(), picture: picture.optional(), text: z.array(words).optional() })
	.refine(
		(one) => Object.entries(one).every(([name, has]) => RESERVED.includes(name) || value.safeParse(has).success),
		'the value of a field is a text, a number, true or false, or a list of texts'
	) as unknown as z.ZodType<DirectoryRecord>;

const shape = z.strictObject({
	heading: words.max(90),
	intro: words.max(400).optional(),
	one: words.max(40),
	all: words.max(40),
	collection: kebab,
	fields,
	titleField: fieldName,
	summaryFields: z.array(fieldName).max(6),
	records: z.array(record).min(1),
	filters: z.array(filter).optional(),
	search: z.boolean().optional(),
	sort: z.array(sort).optional(),
	layout: z.enum(['cards', 'rows', 'table']).optional(),
	favourites: z.boolean().optional(),
	none: words.max(200).optional(),
	scale: z.strictObject({ field: fieldName, label: words.max(40), from: z.union([z.number().positive(), fieldName]) }).optional()
});

export const entry: BlockEntry<DirectoryParameters> = {
	name: 'directory',
	line: 'Things of one kind to look through (places, recipes, plants, groups): a list to filter, search and sort, and a page for each',
	frames: ['client', 'site'],
	parameters: shape.superRefine((given, context) => {
		for (const problem of problemsOf(given)) context.addIssue({ code: 'custom', message: problem });
	}),
	needs: [],
	criteria,
	example
};

function problemsOf(given: DirectoryParameters): string[] {
	const { titleField, summaryFields, filters = [], sort: sorts = [], scale, records } = given;
	const named = [titleField, ...summaryFields, ...filters.map(({ field }) => field), ...sorts.map(({ field }) => field)];
	if (scale) named.push(scale.field);
	const problems = unknownFields(named, given.fields).map((name) => `there is no field '${name}'`);
	const titles = records.map((one) => one.slug ?? String(one[titleField] ?? ''));
	if (titles.some((title) => !title)) problems.push(`each record has a text in '${titleField}'`);
	if (!areDistinct(titles.map((title) => title.toLowerCase()))) problems.push(`two records have the same ${titleField} or slug`);
	records.forEach((one, index) => {
		for (const field of given.fields) {
			const has = one[field.name] as Value | undefined;
			if (has !== undefined && has !== '' && !fitsField(field, has))
				problems.push(`records.${index}.${field.name}: ${JSON.stringify(has)} is not of the kind '${field.kind}'`);
		}
		for (const name of unknownFields(Object.keys(one), given.fields).filter((other) => !RESERVED.includes(other)))
			problems.push(`records.${index}: there is no field '${name}'`);
	});
	return problems;
}

function criteria(parameters: DirectoryParameters): { check: string; text: string }[] {
	const { one, all, records, filters = [], search, sort: sorts = [], favourites, scale, summaryFields } = parameters;
	const label = (name: string) => parameters.fields.find((field) => field.name === name)?.label ?? name;
	const by = listed(filters.map(({ field }) => label(field)));
	const found: [boolean, string, string][] = [
		[
			true,
			'lists',
			`When somebody opens the page, it shall list ${records.length} ${all}, each with ${listed([parameters.titleField, ...summaryFields].map(label))}.`
		],
		[filters.length > 0, 'filters', `When somebody narrows the list by ${by}, it shall show only the ${all} that fit.`],
		[
			filters.length > 1,
			'filters-together',
			`When ${by} are chosen together, the list shall show only ${all} for which all of them hold.`
		],
		[Boolean(search), 'searches', `When somebody searches for the name of a ${one}, the list shall show it.`],
		[Boolean(search), 'finds-nothing', `If nothing fits the search, the page shall say so kindly and offer all ${all} again.`],
		[
			sorts.length > 0,
			'sorts',
			`When somebody sorts the ${all} by ${listed(sorts.map((one) => one.label))}, they shall be in rising or falling order, numbers as numbers.`
		],
		[true, 'opens', `When somebody opens a ${one}, its own page shall show all that is known of it, and lead back to the list.`],
		[
			true,
			'direct-link',
			`When somebody opens the address of a ${one} directly, its page shall be shown; an unknown address shall be told.`
		],
		[
			Boolean(favourites),
			'favourites-stay',
			`When somebody gives a ${one} a heart, it shall still have it after a reload and be found among the favourites.`
		],
		[
			Boolean(scale),
			'scales',
			`When somebody changes ${scale?.label ?? ''}, the amounts shall be worked out for that number; 0 shall be refused.`
		]
	];
	return found.filter(([has]) => has).map(([, check, text]) => ({ check, text }));
}
