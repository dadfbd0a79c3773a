import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { fieldName, fields, kebab, words } from '../schemas';
import { example } from './example';
import type { ApprovalsParameters } from './parameters';

export const entry: BlockEntry<ApprovalsParameters> = {
	name: 'approvals',
	line: "What was suggested for a directory (block 'suggestions') and waits: approve it into the list, or reject it; for a page of the owner",
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			suggestions: kebab,
			collection: kebab,
			fields,
			titleField: fieldName,
			none: words.max(160)
		})
		.refine(({ fields: all, titleField }) => all.some(({ name }) => name === titleField), 'titleField names one of the fields')
		.refine(({ suggestions, collection }) => suggestions !== collection, 'suggestions wait in another collection than the list'),
	needs: [],
	criteria: () => [
		{ check: 'says-none', text: 'While nothing waits, the page shall say so.' },
		{
			check: 'waiting-there',
			text: 'When something was suggested, it shall be waiting there with all that was entered, and not be listed.'
		},
		{ check: 'approve-lists', text: 'When the owner approves a suggestion, it shall be in the list that visitors see.' },
		{ check: 'reject-removes', text: 'When the owner rejects a suggestion and says yes, it shall be gone and never be listed.' }
	],
	example
};
