import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { GeneratorParameters } from './parameters';

export const entry: BlockEntry<GeneratorParameters> = {
	name: 'generator',
	line: 'Makes passwords (length, kinds of signs, strength) or combinations of lists (names, ideas, excuses) by chance, to copy',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			title: words.max(80),
			intro: words.max(300).optional(),
			kind: z.enum(['password', 'combination']),
			length: z.int().min(6).max(64).optional(),
			lists: z
				.array(z.strictObject({ name: words, entries: z.array(words).min(2).refine(areDistinct, 'two entries are the same') }))
				.min(1)
				.max(8)
				.optional(),
			joint: z.string().max(8).optional(),
			count: z.int().min(1).max(20)
		})
		.refine(({ kind, lists }) => (kind === 'combination') === (lists !== undefined), {
			error: 'lists belong to a combination, which needs them',
			path: ['lists']
		}),
	needs: [],
	criteria: ({ kind, count }) => [
		{ check: 'generates', text: `When new ones are made, ${count} shall be shown, by chance.` },
		...(kind === 'password'
			? [
					{ check: 'has-kinds', text: 'A password shall have the length and the kinds of signs that are chosen.' },
					{ check: 'refuses-none', text: 'When no kind of signs is chosen, it shall say so.' }
				]
			: [{ check: 'one-of-each', text: 'Each shall be made of one entry of every list.' }]),
		{ check: 'copies', text: 'When copy is pressed, the text shall be copied and it shall say so.' }
	],
	example
};
