import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, formFields, kebab, words } from '../schemas';
import { example } from './example';
import { answersTo } from './logic';
import type { AssistantParameters } from './parameters';

const parameters: z.ZodType<AssistantParameters> = z
	.strictObject({
		name: words.max(40),
		greeting: words.max(300),
		answers: z
			.array(z.strictObject({ question: words, answer: words, group: words.optional(), asked: z.array(words).optional() }))
			.min(1)
			.refine((all) => areDistinct(all.map(({ question }) => question)), 'two questions are the same'),
		noAnswer: words,
		person: z.strictObject({ action: words.max(40), fields: formFields, thanks: words, collection: kebab }).optional(),
		urgent: z.strictObject({ words: z.array(words).min(1), number: words.max(30), text: words }).optional(),
		place: z.enum(['corner', 'page'])
	})
	.superRefine(({ answers }, context) => {
		for (const [index, { question, asked = [] }] of answers.entries())
			for (const way of [question, ...asked]) {
				const [found] = answersTo(way, answers);
				if (found !== answers[index])
					context.addIssue({
						code: 'custom',
						path: ['answers', index],
						message: `"${way}" would get ${found ? `the answer to "${found.question}"` : 'no answer'}: ask it in words that no other question has`
					});
			}
	});

export const entry: BlockEntry<AssistantParameters> = {
	name: 'assistant',
	line: 'Helper that replies with the best fitting answer of a list, says when it has none and takes a message for a person; urgent number first',
	frames: ['client', 'site'],
	parameters,
	needs: [],
	criteria: ({ name, person, urgent, place }) => [
		...(place === 'corner'
			? [{ check: 'opens', text: `At the bottom right, a button shall open "${name}", and it can be closed.` }]
			: []),
		{
			check: 'answers-fitting',
			text: 'When a question is asked, it shall reply with the answer that fits best, in other words as well.'
		},
		{
			check: 'says-no-answer',
			text: `When it has no answer, it shall say so and make nothing up${person ? `, and offer "${person.action}"` : ''}.`
		},
		...(person
			? [
					{ check: 'takes-message', text: 'When a message is left for a person, it shall be confirmed.' },
					...(person.fields.some(({ kind }) => kind === 'phone')
						? [{ check: 'refuses-phone', text: 'When the phone number is no number, such as abc, it shall be refused.' }]
						: []),
					{ check: 'marks-missing', text: 'When the form is sent empty, each missing field shall be marked.' }
				]
			: []),
		...(urgent
			? [
					{
						check: 'urgent-number',
						text: `When something urgent is written, such as "${urgent.words[0]}", it shall show ${urgent.number} before anything else.`
					}
				]
			: []),
		{ check: 'empty-line-nothing', text: 'When an empty line is sent, nothing shall happen.' }
	],
	example
};
