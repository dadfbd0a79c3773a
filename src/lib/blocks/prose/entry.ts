import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { picture, words } from '../schemas';
import { example } from './example';
import type { ProseParameters } from './parameters';

export const entry: BlockEntry<ProseParameters> = {
	name: 'prose',
	line: 'Paragraphs under a heading, with a picture beside them and a quote: about us, history, how it works',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90).optional(),
		paragraphs: z.array(words).min(1, 'one paragraph or more'),
		picture: picture.optional(),
		quote: z.strictObject({ text: words, by: words.optional() }).optional()
	}),
	needs: [],
	criteria: ({ heading, paragraphs, quote }) => [
		{
			check: 'tells',
			text: heading
				? `The page shall tell in sentences under the heading "${heading}".`
				: `The page shall tell in sentences: "${(paragraphs[0] ?? '').slice(0, 80)}".`
		},
		...(quote ? [{ check: 'quotes', text: `The page shall set the words "${quote.text}" apart as a quote.` }] : [])
	],
	example
};
