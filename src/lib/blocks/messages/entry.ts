import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { fieldName, kebab, words } from '../schemas';
import { example } from './example';
import type { MessagesParameters } from './parameters';

export const entry: BlockEntry<MessagesParameters> = {
	name: 'messages',
	line: 'Private messages or letters between two members, at once or after hours; beside the block profiles',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		profiles: kebab,
		titleField: fieldName,
		profilesPath: z.string().regex(/^\/[\w/-]*$/, "the path of a page, as '/people'"),
		collection: kebab,
		word: words.max(40),
		arrivesAfterHours: z
			.number()
			.min(0)
			.max(24 * 30),
		welcome: z.array(z.strictObject({ from: words.max(60), text: words })).optional(),
		none: words.max(160)
	}),
	needs: ['profiles'],
	criteria: ({ word, arrivesAfterHours: hours, welcome }) => [
		{ check: 'asks-to-join', text: `While somebody is not signed in, the page shall show no ${word} and ask to sign in.` },
		{
			check: 'asks-for-profile',
			text: `While a member has no profile, the page shall ask to make one before any ${word} is written.`
		},
		{
			check: 'sends',
			text: `When a member writes a ${word} to another one, it shall stand in what they have written, after a reload too.`
		},
		{ check: 'refuses-empty', text: `If a ${word} is empty, the page shall say so and send nothing.` },
		...(hours > 0
			? [
					{ check: 'says-when', text: `While a ${word} is under way, its writer shall see when it arrives.` },
					{
						check: 'arrives-later',
						text: `When a ${word} was sent, the receiver shall be able to read it after ${hours} hours and not before.`
					}
				]
			: []),
		{ check: 'answers', text: `When a ${word} was read, the receiver shall be able to answer it.` },
		{ check: 'only-two-read', text: `A ${word} shall be shown to nobody but the two whom it is between.` },
		{ check: 'refused-when-shut-out', text: `If the receiver has shut out the writer, the ${word} shall be refused.` },
		...(welcome?.length
			? [{ check: 'finds-welcome', text: `A new member shall find ${welcome.length} ${word} to begin with.` }]
			: [])
	],
	example
};
