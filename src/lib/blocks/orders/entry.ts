import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { OrdersParameters } from './parameters';

export const entry: BlockEntry<OrdersParameters> = {
	name: 'orders',
	line: "The owner's list of a shop's orders: goods, total, address, and a state to change and filter by; for a page of the owner's",
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		orders: kebab,
		states: z.array(words.max(30)).min(2).refine(areDistinct, 'two states are the same'),
		none: words.max(160)
	}),
	needs: ['cart'],
	criteria: ({ states }) => [
		{ check: 'says-none', text: 'While there are no orders, the page shall say so.' },
		{
			check: 'lists-orders',
			text: 'When something was ordered, the owner shall see it with its lines, numbers, total and address, the newest first.'
		},
		{ check: 'filters-state', text: `When the owner chooses ${listed(states)}, only orders in that state shall be listed.` },
		{
			check: 'changes-state',
			text: 'When the owner changes the state of an order, it shall be found under the new state, after a reload too.'
		}
	],
	example
};
