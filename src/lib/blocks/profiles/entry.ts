import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, fields, filter, kebab, listed, picture, slug, unknownFields, value, words } from '../schemas';
import { example } from './example';
import type { ProfileRecord, ProfilesParameters } from './parameters';

const person = z
	.looseObject({ slug, picture: picture.optional() })
	.refine(
		({ slug: _slug, picture: _picture, ...values }) => Object.values(values).every((one) => value.safeParse(one).success),
		'values are texts, numbers, true or false, or lists of texts'
	) as unknown as z.ZodType<ProfileRecord>;

export const entry: BlockEntry<ProfilesParameters> = {
	name: 'profiles',
	line: 'Members with a profile each: to fill in, find, follow, shut out and write to',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			one: words.max(40),
			all: words.max(40),
			collection: kebab,
			fields,
			titleField: fieldName,
			summaryFields: z.array(fieldName).max(3),
			filters: z.array(filter).optional(),
			search: z.boolean(),
			hasPhoto: z.boolean().optional(),
			follows: z.boolean().optional(),
			blocks: z.boolean().optional(),
			messages: z
				.string()
				.regex(/^\/[\w/-]*$/, "the path of a page, as '/letters'")
				.optional(),
			audience: z.enum(['everybody', 'members']).optional(),
			people: z.array(person).min(2, 'two people or more'),
			none: words.max(160).optional()
		})
		.superRefine(({ fields, titleField, summaryFields, filters = [], people }, { addIssue }) => {
			const names = [titleField, ...summaryFields, ...filters.map(({ field }) => field)];
			for (const name of unknownFields(names, fields)) addIssue({ code: 'custom', message: `there is no field '${name}'` });
			if (!areDistinct(people.map((one) => one.slug))) addIssue({ code: 'custom', message: 'two people have the same slug' });
			if (!areDistinct(people.map((one) => String(one[titleField]))))
				addIssue({ code: 'custom', message: 'two people have the same name' });
			if (people.some((one) => !one[titleField]))
				addIssue({ code: 'custom', message: `each of people has a value for '${titleField}'` });
		}),
	needs: [],
	criteria: (parameters) => {
		const { one, all, fields, filters = [], search, follows, blocks, messages, people } = parameters;
		const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
		const choices = filters.filter(({ kind }) => kind === 'choice').map(({ field }) => labelOf(field));
		const criterion = (isAsked: unknown, check: string, text: string) => (isAsked ? [{ check, text }] : []);
		return [
			...criterion(true, 'lists', `The page shall list ${people.length} ${all}.`),
			...criterion(
				true,
				'fills-in',
				`When a member fills in a profile with ${listed(fields.map(({ label }) => label))}, it shall be listed among the ${all}, after a reload too; without a name it shall be refused.`
			),
			...criterion(true, 'shows-profile', `When somebody chooses a ${one}, the page shall show all that the profile says.`),
			...criterion(
				search && people.length > 1,
				'searches',
				`When somebody searches for a name, the ${one} of that name shall be found.`
			),
			...criterion(
				choices.length,
				'filters',
				`When somebody chooses by ${listed(choices)}, only ${all} with that shall be listed.`
			),
			...criterion(search, 'nobody-found', 'If nobody is found, the page shall say so.'),
			...criterion(
				true,
				'asks-to-join',
				'While somebody is not signed in, the page shall ask to sign in instead of offering a profile to fill in.'
			),
			...criterion(
				follows,
				'follows-and-unfollows',
				`When a member follows a ${one}, the page shall say so, after a reload too, until the member unfollows.`
			),
			...criterion(
				blocks,
				'block-hides',
				`When a member shuts out a ${one}, that one shall not be found any more, until let in again.`
			),
			...criterion(messages, 'leads-to-messages', `The page of a ${one} shall lead to writing to that one.`)
		];
	},
	example
};
