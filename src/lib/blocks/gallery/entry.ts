import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, listed, picture, words } from '../schemas';
import { example } from './example';
import type { GalleryParameters } from './parameters';

const item = z.strictObject({
	title: words.max(90),
	caption: words.optional(),
	year: words.max(20).optional(),
	category: words.optional(),
	picture
});

export const entry: BlockEntry<GalleryParameters> = {
	name: 'gallery',
	line: 'Pictures side by side, narrowed by category, each seen large with title and year',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.optional(),
			items: z
				.array(item)
				.min(2, 'two pictures or more')
				.refine((items) => areDistinct(items.map(({ title }) => title)), 'two pictures have the same title'),
			categories: z.array(words.max(40)).refine(areDistinct, 'two categories are the same').optional()
		})
		.refine(
			({ items, categories = [] }) => items.every(({ category }) => !category || categories.includes(category)),
			'the category of each picture is one of categories'
		)
		.refine(
			({ items, categories = [] }) => categories.every((category) => items.some((item) => item.category === category)),
			'each of the categories has a picture'
		),
	needs: [],
	criteria: ({ heading, items, categories = [] }) => [
		{ check: 'shows-pictures', text: `Under "${heading}" the page shall show ${items.length} pictures, each with its title.` },
		...(categories.length
			? [
					{
						check: 'filters',
						text: `When somebody chooses ${listed(categories)}, the page shall show the pictures of that kind only, and all of them again after that.`
					}
				]
			: []),
		{
			check: 'opens-large',
			text: `When somebody chooses a picture of "${heading}", the page shall show it large with its title${items.some(({ year }) => year) ? ' and year' : ''}.`
		},
		{
			check: 'next-and-previous',
			text: 'While a picture is seen large, the page shall go on to the next and back to the previous one.'
		},
		{ check: 'closes', text: 'When somebody closes the large picture or presses Escape, the page shall be as before.' }
	],
	example
};
