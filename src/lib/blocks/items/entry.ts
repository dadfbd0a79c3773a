import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { action, areDistinct, fact, icon, listed, picture, words } from '../schemas';
import { example } from './example';
import type { ItemsParameters } from './parameters';

const item = z.strictObject({
	title: words.max(90),
	text: words.optional(),
	picture: picture.optional(),
	icon: icon.optional(),
	facts: z.array(fact).optional(),
	href: z
		.string()
		.refine((href) => action.safeParse({ label: 'x', href }).success, "an address of the app, '#place' or 'https://...'")
		.optional()
});

export const entry: BlockEntry<ItemsParameters> = {
	name: 'items',
	line: 'Things of one kind as cards, rows or numbered steps: services, features, rules, how it works, sponsors',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.optional(),
		layout: z.enum(['cards', 'rows', 'numbered']),
		items: z
			.array(item)
			.min(1)
			.refine((items) => areDistinct(items.map(({ title }) => title)), 'two items have the same title')
	}),
	needs: [],
	criteria: ({ heading, layout, items }) => [
		{
			check: 'shows-each',
			text: `Under "${heading}" the page shall show exactly ${items.length}: ${listed(items.map(({ title }) => title))}, each with a heading of its own.`
		},
		...(layout !== 'numbered' && items.some(({ picture }) => picture)
			? [{ check: 'shows-pictures', text: `Under "${heading}" the page shall show a picture with each of those that have one.` }]
			: []),
		...(layout === 'numbered'
			? [{ check: 'numbers-them', text: `The page shall number "${heading}" from 1 to ${items.length}.` }]
			: []),
		...(items.some(({ href }) => href)
			? [
					{
						check: 'leads-on',
						text: `When somebody chooses ${listed(items.flatMap(({ title, href }) => (href ? [title] : [])))}, the page shall lead there.`
					}
				]
			: [])
	],
	example
};
