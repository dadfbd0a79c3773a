import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { example } from './example';
import type { SlidingTilesParameters } from './parameters';

const words = z.string().trim().min(1);

export const entry: BlockEntry<SlidingTilesParameters> = {
	name: 'sliding-tiles',
	line: 'The game 2048: numbered tiles slide and merge, by arrow keys and swipes, points and best',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(200).optional(),
		size: z.int().min(3).max(8),
		target: z
			.int()
			.min(32)
			.max(131072)
			.refine((target) => Number.isInteger(Math.log2(target)), 'the target is a power of two, as 2048'),
		hasUndo: z.boolean()
	}),
	needs: [],
	criteria: ({ size, target, hasUndo }) => [
		{ check: 'starts', text: `When the game starts, two tiles shall lie on a board of ${size} by ${size}, each a 2 or a 4.` },
		{
			check: 'slides',
			text: 'When an arrow key is pressed, all tiles shall slide that way as far as they go, and one new tile shall appear.'
		},
		{
			check: 'merges-once',
			text: 'When two equal tiles meet, they shall become one of twice the number, each tile once in a move, and their sum be added to the points.'
		},
		{ check: 'buttons-slide', text: 'The board shall be playable by touch as well as by keys.' },
		{ check: 'nothing-moves', text: 'When no tile can move in a direction, nothing shall appear.' },
		{ check: 'over', text: 'When no move is left, it shall say that the game is over.' },
		{ check: 'wins', text: `When a tile reaches ${target}, it shall say so, and one may play on.` },
		...(hasUndo ? [{ check: 'undo', text: 'When undo is pressed, the last move shall be taken back with its points.' }] : []),
		{ check: 'best-stays', text: 'The most points shall be kept on the device, and a reload shall go on with the same game.' }
	],
	example
};
