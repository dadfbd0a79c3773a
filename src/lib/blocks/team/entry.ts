import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, listed, picture, words } from '../schemas';
import { example } from './example';
import type { TeamParameters } from './parameters';

const person = z.strictObject({
	name: words.max(80),
	role: words.max(80),
	text: words.optional(),
	picture: picture.optional(),
	email: z.email('an e-mail address').optional()
});

export const entry: BlockEntry<TeamParameters> = {
	name: 'team',
	line: 'People with name, role and a face or initials',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.optional(),
		people: z
			.array(person)
			.min(1)
			.refine((people) => areDistinct(people.map(({ name }) => name)), 'two people have the same name')
	}),
	needs: [],
	criteria: ({ people }) => [
		{ check: 'introduces', text: `The page shall introduce ${listed(people.map(({ name }) => name))}, each with the role.` }
	],
	example
};
