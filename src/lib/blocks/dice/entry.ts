import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { DiceParameters } from './parameters';

const sides = z.int().min(2).max(100);

export const entry: BlockEntry<DiceParameters> = {
	name: 'dice',
	line: 'Dice of any number of sides to roll, with sum, history and average',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		dice: z.array(sides).min(1).max(12),
		kinds: z
			.array(sides)
			.max(8)
			.refine((all) => new Set(all).size === all.length, 'two kinds are the same')
			.optional()
	}),
	needs: [],
	criteria: ({ dice, kinds = [] }) => [
		{ check: 'rolls', text: `When the dice are rolled, ${dice.length} shall show a number of theirs, by chance.` },
		{ check: 'sum-right', text: 'The sum of the dice shall be shown, and be right.' },
		{ check: 'history', text: 'Each throw shall be listed, the newest first.' },
		...(kinds.length ? [{ check: 'more-dice', text: 'Dice shall be added and taken away.' }] : [])
	],
	example
};
