import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, isoDate, kebab, words } from '../schemas';
import { example } from './example';
import type { SurveyParameters } from './parameters';

const question = z
	.strictObject({
		name: fieldName,
		kind: z.enum(['choice', 'choices', 'scale', 'text', 'number', 'date']),
		question: words,
		options: z.array(words).min(2).refine(areDistinct, 'two options are the same').optional(),
		...{ from: z.int().optional(), to: z.int().optional(), low: words.optional(), high: words.optional() },
		isRequired: z.boolean().optional()
	})
	.refine(
		({ kind, options }) => /^choice/.test(kind) === (options !== undefined),
		'choice and choices have options, nothing else has'
	)
	.refine(
		({ kind, from = 1, to = 5 }) => kind !== 'scale' || (from < to && to - from <= 10),
		'a scale has from < to, of eleven steps at most'
	);

export const entry: BlockEntry<SurveyParameters> = {
	name: 'survey',
	line: 'Survey without right or wrong: choices, scales, texts; one at a time or all at once, results as bars, once per browser, no names',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(90),
		intro: words.max(400).optional(),
		questions: z
			.array(question)
			.min(1)
			.refine((all) => areDistinct(all.map(({ name }) => name)), 'two questions have the same name'),
		onePerScreen: z.boolean(),
		results: z.enum(['everybody', 'after-answering', 'none']),
		oncePerBrowser: z.boolean(),
		thanks: words,
		collection: kebab,
		seeds: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))).optional(),
		closesOn: isoDate.optional()
	}),
	needs: [],
	criteria: ({ questions, onePerScreen, results, oncePerBrowser, thanks, closesOn }) => {
		// Over for good: nothing can be answered any more when its tests run.
		if (closesOn !== undefined && closesOn < new Date().toISOString().slice(0, 10))
			return [{ check: 'is-closed', text: `After ${closesOn} it shall say that it is closed and take no answers.` }];
		return [
			onePerScreen
				? { check: 'one-at-a-time', text: `It shall ask its ${questions.length} questions one at a time, with the progress.` }
				: { check: 'asks-all', text: `It shall ask its ${questions.length} questions on one screen.` },
			...(questions.some(({ isRequired }) => isRequired)
				? [{ check: 'requires', text: 'When a question that needs an answer has none, it shall say so there and not go on.' }]
				: []),
			...(onePerScreen && questions.length > 1
				? [{ check: 'back-keeps', text: 'When somebody goes back, the answers shall be kept.' }]
				: []),
			{ check: 'thanks', text: `When all is answered and sent, it shall say "${thanks}".` },
			...(results === 'none'
				? [{ check: 'keeps-results', text: 'How others have answered shall not be shown.' }]
				: [{ check: 'own-answer-counted', text: 'The results shall be shown as bars in which the own answer is counted.' }]),
			...(oncePerBrowser
				? [
						{
							check: 'once-per-browser',
							text: 'When a browser has answered, it shall not be asked again, not after a reload either.'
						}
					]
				: []),
			{ check: 'no-names', text: 'It shall ask for no name or e-mail address.' }
		];
	},
	example
};
