import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, listed, words } from '../schemas';
import { example } from './example';
import type { FiguresParameters } from './parameters';

export const entry: BlockEntry<FiguresParameters> = {
	name: 'figures',
	line: 'Figures at a glance: large numbers in a row and charts (bars, a line, shares) of given values',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			cards: z.array(
				z.strictObject({
					label: words.max(40),
					value: words.max(20),
					change: words.max(40).optional(),
					isGood: z.boolean().optional()
				})
			),
			charts: z.array(
				z.strictObject({
					title: words.max(60),
					kind: z.enum(['bars', 'line', 'share']),
					rows: z
						.array(z.strictObject({ label: words.max(40), value: z.number() }))
						.min(2)
						.refine((rows) => areDistinct(rows.map(({ label }) => label)), 'two rows have the same label'),
					unit: words.max(12).optional(),
					decimals: z.int().min(0).max(3).optional()
				})
			)
		})
		.refine(({ cards, charts }) => cards.length + charts.length > 0, 'there is a card or a chart'),
	needs: [],
	criteria: ({ cards, charts }) => [
		...(cards.length
			? [{ check: 'shows-figures', text: `The page shall show ${listed(cards.map(({ label }) => label))} as large figures.` }]
			: []),
		...(charts.length
			? [
					{
						check: 'shows-charts',
						text: `The page shall show ${listed(charts.map(({ title }) => title))} as a chart with each value.`
					}
				]
			: [])
	],
	example
};
