import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fields, kebab, words } from '../schemas';
import { example } from './example';
import type { WritingParameters } from './parameters';

export const entry: BlockEntry<WritingParameters> = {
	name: 'writing',
	line: "Where articles are written, kept as drafts and published, with a photo; for a page of the owner's",
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		categories: z.array(words.max(40)).refine(areDistinct, 'two categories are the same'),
		fields: fields.optional(),
		hasPlace: z.boolean().optional(),
		hasPhoto: z.boolean().optional()
	}),
	needs: ['articles'],
	criteria: ({ hasPhoto }) => [
		{ check: 'saves-draft', text: 'When the writer saves something new, it shall be listed as a draft, after a reload too.' },
		{
			check: 'marks-missing',
			text: 'If title, sentence or text is missing, the page shall say so beside the field and save nothing.'
		},
		{
			check: 'publishes-and-takes-back',
			text: 'When the writer publishes a draft, it shall be listed as published, and as a draft again once it is taken back.'
		},
		{ check: 'edits', text: 'When the writer changes something, it shall stand in the list with the change.' },
		{
			check: 'deletes-after-asking',
			text: 'When the writer deletes something, the page shall ask first, and then it shall be gone.'
		},
		...(hasPhoto ? [{ check: 'takes-photo', text: 'When the writer chooses a photo, the page shall show it.' }] : [])
	],
	example
};
