import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { WheelParameters } from './parameters';

export const entry: BlockEntry<WheelParameters> = {
	name: 'wheel',
	line: 'Wheel of fortune that draws one of its entries by chance; entries can be edited, what was drawn is listed',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		entries: z
			.array(words.max(40))
			.min(2)
			.max(40)
			.refine((all) => areDistinct(all.map((one) => one.toLowerCase())), 'two entries are the same'),
		mayEdit: z.boolean(),
		removesDrawn: z.boolean()
	}),
	needs: [],
	criteria: ({ entries, mayEdit, removesDrawn }) => [
		{ check: 'spins', text: `When the wheel is spun, it shall draw one of its ${entries.length} entries and say which.` },
		{ check: 'every-entry', text: 'Every entry shall be drawn by chance, and no other.' },
		{ check: 'history', text: 'What was drawn shall be listed in order and be kept.' },
		...(mayEdit
			? [
					{ check: 'adds-and-removes', text: 'Entries shall be added and removed, and be kept.' },
					{ check: 'refuses-empty', text: 'An empty entry or one that is there already shall be refused with a message.' }
				]
			: []),
		...(removesDrawn ? [{ check: 'takes-off', text: 'It shall be possible to take what was drawn off the wheel.' }] : [])
	],
	example
};
