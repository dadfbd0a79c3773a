import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, formFields, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { InboxParameters } from './parameters';

export const entry: BlockEntry<InboxParameters> = {
	name: 'inbox',
	line: "All that a form has brought, with a state to set and a table to save; for a page of the owner's",
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		fields: formFields,
		states: z.array(words.max(30)).min(2, 'two states or more').refine(areDistinct, 'two states are the same').optional(),
		csv: z.boolean().optional(),
		none: words.max(160)
	}),
	needs: [],
	criteria: ({ heading, fields, states, csv }) => [
		{ check: 'says-none', text: `While nothing was sent, "${heading}" shall say so.` },
		{
			check: 'lists-entries',
			text: `When something was sent, "${heading}" shall list it with ${listed(fields.map(({ label }) => label))}, the newest first.`
		},
		...(states
			? [
					{
						check: 'sets-state',
						text: `When the owner sets an entry of "${heading}" to ${listed(states)}, it shall be found under that, after a reload too.`
					}
				]
			: []),
		...(csv
			? [{ check: 'csv', text: `When the owner saves "${heading}" as a table, the file shall have a line for each entry.` }]
			: [])
	],
	example
};
