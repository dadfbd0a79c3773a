import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { pictureName } from '../picture-names';
import { areDistinct, fact, kebab, words } from '../schemas';
import { example } from './example';
import { sharesOf } from './logic';
import type { AssessmentParameters } from './parameters';

const parameters: z.ZodType<AssessmentParameters> = z
	.strictObject({
		title: words.max(90),
		intro: words.max(300),
		questions: z
			.array(
				z.strictObject({
					question: words,
					icon: pictureName.optional(),
					answers: z
						.array(z.strictObject({ text: words, points: z.record(z.string(), z.number().min(0)) }))
						.min(2)
						.max(8)
						.refine((answers) => areDistinct(answers.map(({ text }) => text)), 'two answers are the same')
				})
			)
			.min(1)
			.refine((all) => areDistinct(all.map(({ question }) => question)), 'two questions are the same'),
		results: z
			.array(
				z.strictObject({
					...{ key: kebab, title: words.max(60), text: words, icon: pictureName.optional(), facts: z.array(fact).optional() }
				})
			)
			.min(2)
			.refine((all) => areDistinct(all.map(({ key }) => key)), 'two results have the same key'),
		showsShares: z.boolean()
	})
	.superRefine((all, context) => {
		const { questions, results } = all;
		const keys = results.map(({ key }) => key);
		for (const [index, { answers }] of questions.entries()) {
			const unknown = answers.flatMap(({ points }) => Object.keys(points)).filter((key) => !keys.includes(key));
			if (unknown.length)
				context.addIssue({ code: 'custom', path: ['questions', index], message: `no result has the key ${unknown.join(', ')}` });
		}
		for (const [index, { key, title }] of results.entries())
			if (sharesOf(all, bestFor(all, key))[0]?.key !== key)
				context.addIssue({
					code: 'custom',
					path: ['results', index],
					message: `no answers lead to "${title}": give it more points`
				});
	});

/** The answers that give a result the most, compared with the others. */
function bestFor({ questions }: AssessmentParameters, key: string): number[] {
	return questions.map(({ answers }) => {
		const worth = answers.map(({ points }) => 2 * (points[key] ?? 0) - Object.values(points).reduce((sum, one) => sum + one, 0));
		return worth.indexOf(Math.max(...worth));
	});
}

export const entry: BlockEntry<AssessmentParameters> = {
	name: 'assessment',
	line: 'Self-check or "which one are you": answers give points, the result with most is shown, with the shares of all',
	frames: ['client', 'site'],
	parameters,
	needs: [],
	criteria: ({ questions, results, showsShares }) => [
		{ check: 'asks-one-by-one', text: `It shall ask its ${questions.length} questions one by one, with the progress.` },
		{
			check: 'result-fits',
			text: `When all is answered, it shall show the result that fits, of ${results.map(({ title }) => title).join(', ')}.`
		},
		...(showsShares ? [{ check: 'shows-shares', text: 'The share of each result shall be shown in percent.' }] : []),
		{ check: 'back-keeps', text: 'When somebody goes back, the answers shall be kept.' },
		{ check: 'starts-again', text: 'When started again, nothing shall be chosen.' }
	],
	example
};
