import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { action, areDistinct, listed, words } from '../schemas';
import { example } from './example';
import type { PricingParameters } from './parameters';

const plan = z.strictObject({
	name: words.max(60),
	price: words.max(30),
	per: words.max(40).optional(),
	text: words.optional(),
	points: z.array(words).refine(areDistinct, 'two points are the same'),
	action: action.optional(),
	isBest: z.boolean().optional()
});

export const entry: BlockEntry<PricingParameters> = {
	name: 'pricing',
	line: 'Prices side by side, each with what it includes; one may be recommended. Nothing is bought here',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.optional(),
		plans: z
			.array(plan)
			.min(1)
			.refine((plans) => areDistinct(plans.map(({ name }) => name)), 'two plans have the same name')
			.refine((plans) => plans.filter(({ isBest }) => isBest).length < 2, 'at most one plan isBest'),
		note: words.optional()
	}),
	needs: [],
	criteria: ({ plans }) => [
		{
			check: 'shows-plans',
			text: `The page shall show the prices of ${listed(plans.map(({ name, price }) => `${name}: ${price}`))}, each with what it includes.`
		},
		...plans
			.filter(({ isBest }) => isBest)
			.map(({ name }) => ({ check: 'sets-one-apart', text: `The page shall set "${name}" apart from the other prices.` }))
	],
	example
};
