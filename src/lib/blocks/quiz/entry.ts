import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { example } from './example';
import type { QuizParameters } from './parameters';

const words = z.string().trim().min(1);
const question = z
	.strictObject({
		text: words,
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
		questions: z.array(question).min(1),
		results: z
			.array(z.strictObject({ from: z.number().min(0).max(1), title: words, text: words }))
			.refine((results) => results.some(({ from }) => from === 0), 'one result is from 0'),
		tellsAtOnce: z.boolean().optional()
	}),
	needs: [],
	criteria: ({ questions, tellsAtOnce = true }) => [
		{
			check: 'asks-one-by-one',
			text: `When somebody starts the quiz, it shall ask its ${questions.length} questions one after the other.`
		},
		...(tellsAtOnce
			? [
					{
						check: 'tells-right-and-wrong',
						text: 'When an answer is chosen, the quiz shall say whether it is right, and which one is.'
					}
				]
			: []),
		{ check: 'shows-score', text: 'When all questions are answered, the quiz shall show how many answers were right.' },
		{ check: 'shows-result', text: 'When all questions are answered, the quiz shall say what the score means.' },
		{ check: 'starts-again', text: 'When somebody starts again, the quiz shall begin with the first question.' }
	],
	example
};
