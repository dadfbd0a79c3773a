import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { ProgressParameters } from './parameters';

export const entry: BlockEntry<ProgressParameters> = {
	name: 'progress',
	line: 'How far a goal is reached, as a bar: donations, signatures, trees planted',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		text: words.optional(),
		goal: z.number().positive('the goal is more than 0'),
		reached: z.number().min(0),
		unit: words.max(20),
		note: words.optional()
	}),
	needs: [],
	criteria: ({ heading, goal, reached, unit }) => [
		{
			check: 'shows-share',
			text: `Under "${heading}" the page shall show which share of ${goal} ${unit} the ${reached} ${unit} are.`
		}
	],
	example
};
