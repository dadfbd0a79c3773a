import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { FaqParameters } from './parameters';

const group = z.strictObject({
	name: words.max(60).optional(),
	items: z.array(z.strictObject({ question: words.max(200), answer: words })).min(1)
});

export const entry: BlockEntry<FaqParameters> = {
	name: 'faq',
	line: 'Questions that open to their answers, in groups, with a search and an emergency number',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.optional(),
			groups: z.array(group).min(1),
			search: z.boolean().optional(),
			urgent: z.strictObject({ text: words, number: words.max(30), group: words.optional() }).optional()
		})
		.refine(
			({ groups }) => areDistinct(groups.flatMap(({ items }) => items.map(({ question }) => question))),
			'two questions are the same'
		)
		.refine(({ groups }) => areDistinct(groups.map(({ name = '' }) => name)), 'two groups have the same name')
		.refine(
			({ groups, urgent }) => !urgent?.group || groups.some(({ name }) => name === urgent.group),
			'urgent.group is the name of one of the groups'
		),
	needs: [],
	criteria: ({ heading, groups, search, urgent }) => {
		const count = groups.reduce((sum, { items }) => sum + items.length, 0);
		const names = groups.flatMap(({ name }) => name ?? []);
		return [
			{
				check: 'shows-questions',
				text: `Under "${heading}" the page shall show exactly ${count} questions${names.length > 1 ? `, grouped by ${names.join(', ')}` : ''}.`
			},
			{
				check: 'folds',
				text: `When somebody chooses a question of "${heading}", the page shall show its answer, and fold it at the next click.`
			},
			...(search && count > 1
				? [
						{
							check: 'search-finds',
							text: `When somebody searches "${heading}", the page shall show the questions that fit and no others.`
						},
						{ check: 'search-finds-nothing', text: `If nothing fits a search of "${heading}", the page shall say so kindly.` }
					]
				: []),
			...(urgent
				? [
						{
							check: 'urgent-first',
							text: `The page shall show the number ${urgent.number} large before the questions${urgent.group ? `, and first in each answer of "${urgent.group}"` : ''}.`
						}
					]
				: [])
		];
	},
	example
};
