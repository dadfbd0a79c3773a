import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import {
	areDistinct,
	field,
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
import type { MediaItem, MediaParameters } from './parameters';

const item = z
	.strictObject({
		slug,
		title: words.max(120),
		seconds: z.int().min(2, 'two seconds or more').max(36_000),
		picture,
		url: z.url().optional(),
		facts: z.record(z.string(), value).optional(),
		text: z.array(words).refine(areDistinct, 'two paragraphs are the same').optional(),
		steps: z.array(z.strictObject({ at: z.int().min(0), text: words.max(160) })).optional(),
		amounts: z
			.array(z.strictObject({ name: words.max(80), amount: z.number().positive(), unit: words.max(20).optional() }))
			.refine((amounts) => areDistinct(amounts.map(({ name }) => name)), 'two amounts have the same name')
			.optional(),
		portions: z.number().positive().optional()
	})
	.refine(
		({ steps = [], seconds }) =>
			steps.every(({ at }, index) => at < seconds && (index === 0 || at > (steps[index - 1]?.at ?? 0))),
		'steps are in order of time, before the end'
	)
	.refine(({ amounts, portions }) => Boolean(amounts) === Boolean(portions), 'give amounts and portions, or neither');

export const entry: BlockEntry<MediaParameters> = {
	name: 'media',
	line: 'Films or recordings with a player of its own: search, filters, favourites, steps to jump to, amounts for portions, a playlist',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			collection: kebab,
			kind: z.enum(['video', 'audio']),
			fields: z.array(field).optional(),
			filters: z.array(filter).optional(),
			sort: z.array(sort).optional(),
			search: z.boolean(),
			favourites: z.boolean(),
			playlist: z.boolean().optional(),
			items: z.array(item).min(2, 'two items or more'),
			none: words.max(160).optional()
		})
		.superRefine((parameters, { addIssue }) => {
			for (const message of problemsOf(parameters)) addIssue({ code: 'custom', message });
		}),
	needs: [],
	criteria: (parameters) => {
		const { heading, items, filters = [], sort = [], search, favourites, playlist } = parameters;
		const labelOf = (name: string) => parameters.fields?.find((one) => one.name === name)?.label ?? name;
		const choices = filters.filter(({ kind }) => kind === 'choice').map((one) => labelOf(one.field));
		const drawn = items.filter(({ url }) => !url);
		const hasAmounts = items.some(({ amounts }) => amounts);
		const criterion = (isAsked: unknown, check: string, text: string) => (isAsked ? [{ check, text }] : []);
		return [
			...criterion(true, 'lists', `"${heading}" shall list ${items.length} items, each with a picture and how long it lasts.`),
			...criterion(
				choices.length,
				'filters',
				`When somebody chooses by ${listed(choices)}, "${heading}" shall list what fits and nothing else.`
			),
			...criterion(search, 'searches', `When somebody searches "${heading}" for words of a title, it shall be found.`),
			...criterion(search, 'finds-nothing', `If a search of "${heading}" finds nothing, the page shall say so.`),
			...criterion(
				sort.length,
				'sorts',
				`When somebody sorts "${heading}" by ${listed(sort.map(({ label }) => label))}, it shall be in rising order, numbers as numbers.`
			),
			...criterion(
				favourites,
				'hearts-stay',
				`When somebody marks a favourite in "${heading}", it shall stay marked after a reload, and favourites alone can be shown.`
			),
			...criterion(
				true,
				'opens',
				`When somebody chooses an item of "${heading}", its page shall show it with all that is known of it.`
			),
			...criterion(
				true,
				'direct-link',
				`When somebody opens the address of an item of "${heading}" directly, it shall be shown; an address without one shall be said to be none.`
			),
			...criterion(
				drawn.length,
				'plays-and-pauses',
				`When somebody plays an item of "${heading}", its time shall run, and stand still once it is paused.`
			),
			...criterion(
				drawn.some(({ steps }) => steps?.length),
				'step-jumps',
				`When somebody chooses a step of an item of "${heading}", the player shall go there and mark the step.`
			),
			...criterion(
				hasAmounts,
				'portions-scale',
				`When somebody asks for three times the portions, all amounts shall be three times as large.`
			),
			...criterion(
				hasAmounts,
				'refuses-portions',
				'If the number of portions is 0, negative, missing or a word, the page shall say so and leave the amounts as they were.'
			),
			...criterion(
				playlist && items.slice(0, -1).some(({ url }) => !url),
				'plays-next',
				`When an item of "${heading}" has ended, the next one shall begin.`
			)
		];
	},
	example
};

function problemsOf({ fields = [], filters = [], sort = [], items }: MediaParameters): string[] {
	const problems = unknownFields(
		[...filters, ...sort].map((one) => one.field),
		fields
	).map((name) => `there is no field '${name}'`);
	if (!areDistinct(items.map((one) => one.slug))) problems.push('two items have the same slug');
	if (!areDistinct(items.map(({ title }) => title))) problems.push('two items have the same title');
	return [...problems, ...items.flatMap((one) => factProblems(one, fields))];
}

function factProblems({ title, facts = {} }: MediaItem, fields: NonNullable<MediaParameters['fields']>): string[] {
	return Object.entries(facts).flatMap(([name, given]) => {
		const of = fields.find((one) => one.name === name);
		if (!of) return [`"${title}": there is no field '${name}'`];
		return fitsField(of, given) ? [] : [`"${title}": ${name} is to be of kind '${of.kind}'`];
	});
}
