import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { formFields, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { SuggestionsParameters } from './parameters';

export const entry: BlockEntry<SuggestionsParameters> = {
	name: 'suggestions',
	line: "A form by which anybody suggests an entry of a directory; it waits for approval (block 'approvals') and is not listed before",
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		fields: formFields,
		action: words.max(40),
		thanks: words.max(200)
	}),
	needs: [],
	criteria: ({ fields }) => [
		{
			check: 'thanks-first',
			text: 'When somebody suggests something, the page shall thank them and say that it is looked at first.'
		},
		{
			check: 'refuses-empty',
			text: `If ${listed(fields.filter(({ isRequired }) => isRequired).map(({ label }) => label))} is missing, the form shall mark it and send nothing.`
		},
		{ check: 'not-shown-yet', text: 'While a suggestion is not approved, visitors shall not see it.' }
	],
	example
};
