import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { kebab, words } from '../schemas';
import { example } from './example';
import type { ReviewsParameters } from './parameters';

export const entry: BlockEntry<ReviewsParameters> = {
	name: 'reviews',
	line: 'Opinions in stars and words with their average; visitors add theirs',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		of: words.max(90),
		collection: kebab,
		reviews: z
			.array(z.strictObject({ name: words.max(60), stars: z.int().min(1).max(5, 'stars are 1 to 5'), text: words.max(1000) }))
			.min(1, 'one review or more')
	}),
	needs: [],
	criteria: ({ of }) => [
		{
			check: 'average-right',
			text: `The page shall show the average of the stars for "${of}", and how many opinions there are.`
		},
		{
			check: 'rates',
			text: `When a visitor gives stars and words for "${of}", they shall stand on top and count in the average, after a reload too.`
		},
		{ check: 'refuses-empty', text: 'If name or words are missing, the page shall say so beside the field and take nothing.' },
		{ check: 'refuses-no-stars', text: 'If no stars are chosen, the page shall say so and take nothing.' }
	],
	example
};
