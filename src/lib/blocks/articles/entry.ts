import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import {
	areDistinct,
	field,
	filter,
	fitsField,
	isoDate,
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
import type { ArticlesParameters } from './parameters';

const article = z.strictObject({
	slug,
	title: words.max(140),
	date: isoDate,
	category: words.optional(),
	tags: z.array(words.max(40)).refine(areDistinct, 'two tags are the same').optional(),
	place: words.max(80).optional(),
	author: words.max(80).optional(),
	lead: words.max(400),
	text: z.array(words).min(1, 'one paragraph or more'),
	picture: picture.optional(),
	facts: z.record(z.string(), value).optional()
});

export const entry: BlockEntry<ArticlesParameters> = {
	name: 'articles',
	line: 'A blog or magazine: articles newest first, by category, month and facts, each on a page of its own, with comments',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			collection: kebab,
			categories: z.array(words.max(40)).refine(areDistinct, 'two categories are the same'),
			category: words.optional(),
			fields: z.array(field).optional(),
			filters: z.array(filter).optional(),
			sort: z.array(sort).optional(),
			search: z.boolean(),
			archive: z.boolean().optional(),
			layout: z.enum(['front', 'list']),
			comments: z.boolean().optional(),
			articles: z.array(article).min(1, 'one article or more')
		})
		.superRefine((parameters, { addIssue }) => {
			for (const message of problemsOf(parameters)) addIssue({ code: 'custom', message });
		}),
	needs: [],
	criteria: (parameters) => {
		const { heading, categories, category, filters = [], sort = [], search, archive, comments } = parameters;
		const shown = parameters.articles.filter((one) => !category || one.category === category);
		const labelOf = (name: string) => parameters.fields?.find((one) => one.name === name)?.label ?? name;
		const criterion = (isAsked: unknown, check: string, text: string) => (isAsked ? [{ check, text }] : []);
		const choices = filters.filter(({ kind }) => kind === 'choice').map(({ field }) => labelOf(field));
		return [
			...criterion(
				true,
				'newest-first',
				`"${heading}" shall list ${shown.length} articles${category ? ` of ${category} and no others` : ''}, the newest first.`
			),
			...criterion(
				!category && categories.length > 1,
				'by-category',
				`When a reader chooses ${listed(categories)}, "${heading}" shall list articles of that category only.`
			),
			...criterion(archive, 'by-month', `When a reader chooses a month, "${heading}" shall list articles of that month only.`),
			...criterion(
				choices.length,
				'filters-facts',
				`When a reader chooses by ${listed(choices)}, "${heading}" shall list what fits and nothing else.`
			),
			...criterion(
				sort.length,
				'sorts-facts',
				`When a reader sorts "${heading}" by ${listed(sort.map(({ label }) => label))}, articles shall be in rising order, numbers as numbers.`
			),
			...criterion(
				true,
				'opens',
				`When a reader chooses an article of "${heading}", its page shall open with all of its text and facts.`
			),
			...criterion(
				true,
				'direct-link',
				`When somebody opens the address of an article of "${heading}" directly, it shall be shown; an address without an article shall be said to be none.`
			),
			...criterion(
				search,
				'searches',
				`When a reader searches "${heading}" for words of an article, that article shall be found.`
			),
			...criterion(
				search,
				'finds-nothing',
				`If a search of "${heading}" finds nothing, the page shall say so and offer all articles again.`
			),
			...criterion(
				comments,
				'comments-stay',
				`When a reader comments on an article of "${heading}" with a name, the comment shall stand below it, after a reload too.`
			),
			...criterion(
				comments,
				'removes-comment',
				`When a comment on "${heading}" is removed by who wrote it or runs the site, it shall be gone for all readers.`
			),
			...criterion(
				comments,
				'comment-refuses-empty',
				`If a comment on "${heading}" has no name or no text, the page shall say what is missing.`
			)
		];
	},
	example
};

function problemsOf({ categories, category, fields = [], filters = [], sort = [], articles }: ArticlesParameters): string[] {
	const known = (one: string | undefined) => one === undefined || categories.includes(one);
	const unknown = unknownFields(
		[...filters, ...sort].map(({ field }) => field),
		fields
	);
	const problems = [
		...(known(category) ? [] : [`category "${category}" is not one of categories`]),
		...articles.flatMap((one) => (known(one.category) ? [] : [`"${one.title}": "${one.category}" is not one of categories`])),
		...(areDistinct(articles.map((one) => one.slug)) ? [] : ['two articles have the same slug']),
		...(areDistinct(articles.map(({ title }) => title)) ? [] : ['two articles have the same title']),
		...(category && !articles.some((one) => one.category === category) ? [`no article is of "${category}"`] : []),
		...unknown.map((name) => `there is no field '${name}'`)
	];
	for (const { title, facts = {} } of articles)
		for (const [name, given] of Object.entries(facts)) {
			const of = fields.find((one) => one.name === name);
			if (!of) problems.push(`"${title}": there is no field '${name}'`);
			else if (!fitsField(of, given)) problems.push(`"${title}": ${name} is to be of kind '${of.kind}'`);
		}
	return problems;
}
