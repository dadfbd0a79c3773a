import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, picture, words } from '../schemas';
import { example } from './example';
import type { MatchingParameters } from './parameters';

export const entry: BlockEntry<MatchingParameters> = {
	name: 'matching',
	line: 'Asks a few questions and shows what fits best, with percent and reason: partners, pets, courses, plants',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400),
			asks: z
				.array(
					z.strictObject({
						name: fieldName,
						question: words.max(160),
						options: z.array(words.max(60)).min(2, 'two options or more').refine(areDistinct, 'two options are the same'),
						weight: z.number().positive().optional()
					})
				)
				.min(1)
				.refine((asks) => areDistinct(asks.map(({ name }) => name)), 'two asks have the same name')
				.refine((asks) => areDistinct(asks.map(({ question }) => question)), 'two questions are the same'),
			candidates: z
				.array(
					z.strictObject({
						title: words.max(90),
						text: words,
						picture: picture.optional(),
						fits: z.record(z.string(), z.array(words).min(1))
					})
				)
				.min(2, 'two candidates or more')
				.refine((candidates) => areDistinct(candidates.map(({ title }) => title)), 'two candidates have the same title'),
			most: z.int().min(1).max(10),
			least: z.number().min(0).max(1).optional(),
			none: words.max(160)
		})
		.superRefine(({ asks, candidates }, { addIssue }) => {
			for (const { title, fits } of candidates)
				for (const [name, options] of Object.entries(fits)) {
					const ask = asks.find((one) => one.name === name);
					const strays = options.filter((option) => !ask?.options.includes(option));
					if (!ask) addIssue({ code: 'custom', message: `"${title}": nothing asks for '${name}'` });
					else if (strays.length)
						addIssue({ code: 'custom', message: `"${title}": ${name} has no option "${strays.join('", "')}"` });
				}
		}),
	needs: [],
	criteria: ({ heading, asks, most }) => [
		{
			check: 'best-first',
			text: `When all ${asks.length} questions of "${heading}" are answered, the page shall show at most ${most} that fit, the best first, each with its percent.`
		},
		{ check: 'says-why', text: `"${heading}" shall say by which answers each result fits.` },
		{
			check: 'asks-for-all',
			text: `If a question of "${heading}" is not answered, the page shall ask for it and show no result.`
		},
		{ check: 'starts-over', text: `When somebody starts "${heading}" again, nothing shall be chosen and no result be shown.` }
	],
	example
};
