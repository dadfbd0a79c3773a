import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { TypingParameters } from './parameters';

export const entry: BlockEntry<TypingParameters> = {
	name: 'typing',
	line: 'Typing test: a text to type, mistakes marked, words a minute, accuracy and best',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		texts: z
			.array(
				words
					.min(20)
					.max(1200)
					.refine((text) => !/[\n\t]| {2}/.test(text), 'one line, with single spaces')
			)
			.min(1)
			.refine(areDistinct, 'two texts are the same'),
		seconds: z.int().min(10).max(600).optional()
	}),
	needs: [],
	criteria: ({ seconds }) => [
		{ check: 'marks-errors', text: 'While one types, right signs and mistakes shall be marked in the text.' },
		{ check: 'speed-right', text: 'At the end it shall say how many words a minute were right, and how exact it was.' },
		...(seconds ? [{ check: 'time-ends', text: `After ${seconds} seconds the typing shall end.` }] : []),
		{ check: 'best-stays', text: 'The best speed shall be kept on the device.' }
	],
	example
};
