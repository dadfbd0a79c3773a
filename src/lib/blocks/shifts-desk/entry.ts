import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { kebab, words } from '../schemas';
import { example } from './example';
import type { ShiftsDeskParameters } from './parameters';

export const entry: BlockEntry<ShiftsDeskParameters> = {
	name: 'shifts-desk',
	line: 'All shifts with the names of who joined, new ones and calling off; for a page of the owner',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		joined: kebab,
		tasks: z.array(words.max(40)).min(1),
		places: z.array(words.max(40)).min(1),
		nobody: words.max(120)
	}),
	needs: ['shifts'],
	criteria: () => [
		{
			check: 'creates',
			text: 'When the owner adds a shift, it shall be listed with its places, after a reload too; one that ends before it begins shall be refused.'
		},
		{ check: 'shows-names', text: 'When somebody has joined a shift, the owner shall see who.' },
		{ check: 'removes-after-asking', text: 'When the owner deletes a shift, the page shall ask first.' }
	],
	example
};
