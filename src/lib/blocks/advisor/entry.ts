import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { pictureName } from '../picture-names';
import { areDistinct, fact, fieldName, words } from '../schemas';
import { example } from './example';
import type { AdvisorParameters } from './parameters';

const range = z.strictObject({ min: z.number().optional(), max: z.number().optional() });

const parameters: z.ZodType<AdvisorParameters> = z
	.strictObject({
		title: words.max(90),
		intro: words.max(300).optional(),
		steps: z
			.array(
				z
					.strictObject({
						...{ name: fieldName, question: words, label: words.max(40), kind: z.enum(['choice', 'number']) },
						options: z
							.array(z.strictObject({ label: words, icon: pictureName.optional() }))
							.min(2)
							.optional(),
						...{ unit: words.max(20).optional(), min: z.number().optional(), max: z.number().optional() },
						hint: words.optional()
					})
					.refine(
						({ kind, options }) => (kind === 'choice') === (options !== undefined),
						'a choice has options, a number has none'
					)
			)
			.min(1)
			.refine((steps) => areDistinct(steps.map(({ name }) => name)), 'two steps have the same name'),
		results: z
			.array(
				z.strictObject({
					...{ name: words, text: words, icon: pictureName.optional(), facts: z.array(fact).optional() },
					suits: z.record(z.string(), z.union([z.array(words).min(1), range])),
					amount: z
						.strictObject({
							...{ of: fieldName, per: z.number().positive(), plus: z.int().min(0).optional() },
							...{ least: z.int().min(0), word: words }
						})
						.optional()
				})
			)
			.min(2)
			.refine((results) => areDistinct(results.map(({ name }) => name)), 'two results have the same name'),
		most: z.int().min(1).max(5),
		all: words.optional()
	})
	.superRefine(({ steps, results }, context) => {
		const issue = (index: number, message: string) => context.addIssue({ code: 'custom', path: ['results', index], message });
		for (const [index, { suits, amount }] of results.entries()) {
			for (const [name, wanted] of Object.entries(suits)) {
				const step = steps.find((one) => one.name === name);
				const options = step?.options?.map(({ label }) => label) ?? [];
				if (!step) issue(index, `there is no step '${name}'`);
				else if (Array.isArray(wanted) !== (step.kind === 'choice'))
					issue(index, `'${name}' is a ${step.kind}: it suits ${step.kind === 'choice' ? 'a list of options' : '{ min, max }'}`);
				else if (Array.isArray(wanted) && wanted.some((one) => !options.includes(one)))
					issue(index, `'${name}' has only the options ${options.join(', ')}`);
			}
			if (amount && steps.find(({ name }) => name === amount.of)?.kind !== 'number')
				issue(index, `amount.of names no number that is asked`);
		}
	});

export const entry: BlockEntry<AdvisorParameters> = {
	name: 'advisor',
	line: 'Helper that asks one question after the other and names what suits, with a reason, how many and facts; back keeps answers',
	frames: ['client', 'site'],
	parameters,
	needs: [],
	criteria: ({ steps, results, most, all }) => [
		{
			check: 'one-question-after-other',
			text: `When it is started, it shall ask ${steps.map(({ label }) => label).join(', ')} one after the other.`
		},
		{ check: 'needs-answer', text: 'When a question is not answered, it shall say so and not go on.' },
		...(steps.some(({ kind }) => kind === 'number')
			? [
					{
						check: 'refuses-number',
						text: 'When a number is a word or out of its range, such as 0, it shall say so and show no result.'
					}
				]
			: []),
		{
			check: 'advice-fits',
			text: `When all is answered, it shall name ${most > 1 ? `up to ${most}` : 'one'} that suit${most > 1 ? '' : 's'} the answers.`
		},
		{ check: 'says-why', text: 'The advice shall say why, in words of the answers.' },
		...(results.some(({ amount }) => amount)
			? [{ check: 'amount', text: 'It shall say how many are needed, by what was answered.' }]
			: []),
		{ check: 'back-keeps-answers', text: 'When somebody goes back, the earlier answers shall be kept.' },
		{ check: 'advice-changes', text: 'When an answer is changed, the advice shall change to fit.' },
		{ check: 'starts-over', text: 'When started over, the first question shall be asked with nothing chosen.' },
		...(all
			? [{ check: 'lists-all', text: `All ${results.length} shall be listed: ${results.map(({ name }) => name).join(', ')}.` }]
			: [])
	],
	example
};
