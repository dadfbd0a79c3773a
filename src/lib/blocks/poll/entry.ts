import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, kebab, words } from '../schemas';
import { example } from './example';
import type { PollParameters } from './parameters';

export const entry: BlockEntry<PollParameters> = {
	name: 'poll',
	line: 'One question to vote on, once per browser, with the result as bars afterwards',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			question: words.max(120),
			intro: words.max(300).optional(),
			options: z.array(words).min(2).max(12).refine(areDistinct, 'two options are the same'),
			collection: kebab,
			seeds: z.record(z.string(), z.int().min(0).max(200)).optional()
		})
		.refine(({ options, seeds = {} }) => Object.keys(seeds).every((one) => options.includes(one)), {
			error: 'seeds are votes by option: each names one of them',
			path: ['seeds']
		}),
	needs: [],
	criteria: () => [
		{ check: 'needs-choice', text: 'When nothing is chosen, it shall say so and count no vote.' },
		{ check: 'shows-bars', text: 'When a vote is given, the result shall be shown as bars in which it is counted.' },
		{ check: 'votes-once', text: 'A browser shall vote once, not again after a reload.' }
	],
	example
};
