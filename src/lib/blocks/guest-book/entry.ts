import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { kebab, words } from '../schemas';
import { example } from './example';
import type { GuestBookParameters } from './parameters';

export const entry: BlockEntry<GuestBookParameters> = {
	name: 'guest-book',
	line: 'Where visitors leave a few words with their name for all to read',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		thanks: words.max(160),
		entries: z.array(z.strictObject({ name: words.max(60), text: words.max(1000) })).optional(),
		none: words.max(160)
	}),
	needs: [],
	criteria: ({ heading }) => [
		{
			check: 'writes',
			text: `When a visitor writes into "${heading}", it shall stand on top with the name, after a reload too.`
		},
		{
			check: 'refuses-empty',
			text: `If name or words are missing, "${heading}" shall say so beside the field and take nothing.`
		},
		{ check: 'removes', text: `When who wrote into "${heading}" takes it back, it shall be gone.` }
	],
	example
};
