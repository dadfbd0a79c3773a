import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { kebab, words } from '../schemas';
import { example } from './example';
import type { OrderLookupParameters } from './parameters';

export const entry: BlockEntry<OrderLookupParameters> = {
	name: 'order-lookup',
	line: 'Look up how far an order is, by its number and phone or e-mail, without an account',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		orders: kebab,
		label: words.max(40),
		kind: z.enum(['phone', 'email', 'text']),
		none: words.max(200)
	}),
	needs: ['cart'],
	criteria: ({ label }) => [
		{
			check: 'finds-with-both',
			text: `When somebody enters the number of an order and its ${label}, the page shall show the state of it.`
		},
		{ check: 'wrong-finds-nothing', text: `If the number or the ${label} is wrong, the page shall find nothing and say so.` },
		{ check: 'marks-missing', text: `If the number or the ${label} is left empty, the page shall mark it.` }
	],
	example
};
