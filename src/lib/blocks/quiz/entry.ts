import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { pictureName } from '../picture-names';
import { words } from '../schemas';
import { example } from './example';
import type { QuizParameters } from './parameters';

const question = z
	.strictObject({
		text: words,
		icon: pictureName.optional(),
		answers: z.array(words).min(2).max(8),
		right: z.int().min(0),
		because: words.optional()
	})
	.refine(({ answers, right }) => right < answers.length, 'right is the index of one of the answers, from 0')
	.refine(({ answers }) => new Set(answers).size === answers.length, 'two answers are the same');

export const entry: BlockEntry<QuizParameters> = {
	name: 'quiz',
	line: 'Questions with right answers, one by one, with a score and a result at the end',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words,
		intro: words,
		questions: z
			.array(question)
			.min(1)
			.refine((all) => new Set(all.map(({ text }) => text)).size === all.length, 'two questions are the same'),
		results: z
			.array(z.strictObject({ from: z.number().min(0).max(1), title: words, text: words }))
			.refine((results) => results.some(({ from }) => from === 0), 'one result is from 0'),
		tellsAtOnce: z.boolean().optional(),
		shuffles: z.boolean().optional(),
		secondsPerQuestion: z.int().min(3).max(600).optional()
	}),
	needs: [],
	criteria: ({ questions, tellsAtOnce = true, shuffles = false, secondsPerQuestion }) => [
		{
			check: 'asks-one-by-one',
			text: `When somebody starts the quiz, it shall ask its ${questions.length} questions one after the other and show the progress, such as 1 of ${questions.length}.`
		},
		...(tellsAtOnce
			? [
					{
						check: 'tells-right-and-wrong',
						text: 'When an answer is chosen, the quiz shall say whether it is right, and which one is.'
					},
					{
						check: 'second-click-nothing',
						text: 'When a second answer to the same question is clicked, the score shall not change.'
					}
				]
			: []),
		...(secondsPerQuestion
			? [
					{
						check: 'time-runs-out',
						text: `When ${secondsPerQuestion} seconds pass without an answer, the question shall count as not answered.`
					}
				]
			: []),
		{ check: 'shows-score', text: 'When all questions are answered, the quiz shall show how many answers were right.' },
		{ check: 'shows-result', text: 'When all questions are answered, the quiz shall say what the score means.' },
		{
			check: 'starts-again',
			text: shuffles
				? 'When somebody starts again, the score shall be 0 and the questions come in another order.'
				: 'When somebody starts again, the quiz shall begin with the first question.'
		},
		{ check: 'best-stays', text: 'The best score shall be kept on the device.' }
	],
	example
};
