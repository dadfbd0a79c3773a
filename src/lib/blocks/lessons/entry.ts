import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, kebab, words } from '../schemas';
import { example } from './example';
import { beepsOf } from './logic';
import type { LessonsParameters } from './parameters';

const question = z
	.strictObject({
		question: words,
		answers: z.array(words).min(2).max(8).refine(areDistinct, 'two answers are the same'),
		right: z.int().min(0)
	})
	.refine(({ right, answers }) => right < answers.length, 'right is the index of one of the answers, from 0');

const lesson = z.strictObject({
	slug: kebab,
	title: words.max(80),
	text: z.array(words),
	items: z.array(z.strictObject({ sign: words.max(30), code: words.max(40).optional(), hint: words.optional() })).optional(),
	exercise: z
		.array(question)
		.min(1)
		.refine((all) => areDistinct(all.map(({ question }) => question)), 'two questions are the same')
});

const parameters: z.ZodType<LessonsParameters> = z
	.strictObject({
		title: words.max(90),
		intro: words.max(300).optional(),
		lessons: z
			.array(lesson)
			.min(1)
			.refine((all) => areDistinct(all.map(({ slug }) => slug)), 'two lessons have the same slug'),
		passPercent: z.int().min(1).max(100),
		isLocked: z.boolean(),
		hasMorse: z.boolean().optional(),
		free: z.int().min(0).optional(),
		collection: kebab
	})
	.refine(
		({ lessons, hasMorse }) =>
			!hasMorse || lessons.some(({ items = [] }) => items.some(({ code }) => code && beepsOf(code).length)),
		{
			error: 'hasMorse needs items with a code of dots and dashes, as .-',
			path: ['hasMorse']
		}
	);

export const entry: BlockEntry<LessonsParameters> = {
	name: 'lessons',
	line: 'Lessons at addresses of their own, with signs and sounds and an exercise; the next opens from so many percent, progress is kept',
	frames: ['client', 'site'],
	parameters,
	needs: [],
	criteria: ({ lessons, passPercent, isLocked, hasMorse, free = lessons.length }) => [
		{
			check: 'lists-lessons',
			text: `The start shall list ${lessons.length} lessons with their state, how many are finished and the best result.`
		},
		{ check: 'lesson-shows', text: 'When a lesson is opened, it shall show what it teaches and an exercise.' },
		...(hasMorse
			? [
					{
						check: 'sounds',
						text: 'When the sound button is pressed, the sign shall be heard, a dash three times as long as a dot.'
					}
				]
			: []),
		{ check: 'needs-all-answers', text: 'When an exercise is not answered in full, it shall say so and count nothing.' },
		{ check: 'exercise-percent', text: 'When an exercise is checked, the result shall be shown in percent.' },
		...(isLocked && lessons.length > 1
			? [
					{ check: 'stays-closed', text: `When an exercise has less than ${passPercent} %, the next lesson shall stay closed.` },
					{ check: 'next-opens', text: `When an exercise has ${passPercent} % or more, the next lesson shall open.` },
					{
						check: 'direct-address-closed',
						text: 'When the address of a closed lesson is opened, it shall say that it is not open yet.'
					}
				]
			: []),
		...(free < lessons.length
			? [{ check: 'account-asked', text: `Without an account only ${free} of the lessons shall be open; others ask to sign in.` }]
			: []),
		{ check: 'progress-kept', text: 'Finished lessons and the best result shall be kept.' }
	],
	example
};
