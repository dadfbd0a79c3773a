import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { example } from './example';
import type { SnakeParameters } from './parameters';

const words = z.string().trim().min(1);

export const entry: BlockEntry<SnakeParameters> = {
	name: 'snake',
	line: 'The game of a snake that eats and grows, by keys, swipes and buttons, with speeds, pause and best',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(200).optional(),
		size: z.int().min(8).max(40),
		speeds: z
			.array(z.strictObject({ label: words.max(20), ms: z.int().min(40).max(1000) }))
			.min(1)
			.max(5)
			.refine((all) => new Set(all.map(({ ms }) => ms)).size === all.length, 'two speeds are the same'),
		walls: z.enum(['die', 'wrap'])
	}),
	needs: [],
	criteria: ({ walls }) => [
		{ check: 'waits', text: 'Before the game is started, the snake shall stand still.' },
		{ check: 'turns', text: 'When an arrow key is pressed or an arrow is tapped, the snake shall go that way.' },
		{ check: 'no-reverse', text: 'The snake shall not turn straight back into itself, not even by two quick keys.' },
		{
			check: 'grows',
			text: 'When the snake reaches the food, it shall grow by one, the points go up, and new food appear elsewhere.'
		},
		walls === 'die'
			? { check: 'dies', text: 'When the snake runs into a wall, the game shall be over, with its points and a new game.' }
			: { check: 'wraps', text: 'When the snake leaves the field, it shall come in again at the other side.' },
		{ check: 'pauses', text: 'When the game is paused or the tab is hidden, the snake shall stand still until it goes on.' },
		{ check: 'best-stays', text: 'The most points shall be kept on the device.' }
	],
	example
};
