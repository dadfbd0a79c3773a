import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { TimelineParameters } from './parameters';

export const entry: BlockEntry<TimelineParameters> = {
	name: 'timeline',
	line: 'What happened when, along a line: history, tour dates, stages of a project',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.optional(),
		entries: z
			.array(
				z.strictObject({ when: words.max(60), title: words.max(120), place: words.max(120).optional(), text: words.optional() })
			)
			.min(1)
	}),
	needs: [],
	criteria: ({ heading, entries }) => [
		{
			check: 'in-order',
			text: `Under "${heading}" the page shall tell ${entries.length} things in this order: from "${entries[0]?.when}" to "${entries.at(-1)?.when}".`
		}
	],
	example
};
