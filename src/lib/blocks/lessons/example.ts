import type { LessonsParameters } from './parameters';

const ask = (code: string, answers: string[], right: number) => ({ question: `Which letter is ${code}?`, answers, right });

export const example: LessonsParameters = {
	title: 'Morse code in small steps',
	intro: 'A few letters at a time, with sound, and a short exercise after each lesson.',
	lessons: [
		{
			slug: 'e-t-a',
			title: 'E, T and A',
			text: ['The shortest signs belong to the most frequent letters.'],
			items: [
				{ sign: 'E', code: '.', hint: 'dit' },
				{ sign: 'T', code: '-', hint: 'dah' },
				{ sign: 'A', code: '.-', hint: 'dit dah' }
			],
			exercise: [ask('.', ['E', 'T', 'A'], 0), ask('-', ['E', 'T', 'A'], 1), ask('.-', ['E', 'T', 'A'], 2)]
		},
		{
			slug: 'i-n-m',
			title: 'I, N and M',
			text: ['Two signs each.'],
			items: [
				{ sign: 'I', code: '..' },
				{ sign: 'N', code: '-.' },
				{ sign: 'M', code: '--' }
			],
			exercise: [ask('..', ['I', 'N', 'M'], 0), ask('-.', ['I', 'N', 'M'], 1), ask('--', ['I', 'N', 'M'], 2)]
		},
		{
			slug: 's-o-u',
			title: 'S, O and U',
			text: ['Now you can call for help.'],
			items: [
				{ sign: 'S', code: '...' },
				{ sign: 'O', code: '---' },
				{ sign: 'U', code: '..-' }
			],
			exercise: [ask('...', ['S', 'O', 'U'], 0), ask('---', ['S', 'O', 'U'], 1)]
		}
	],
	passPercent: 80,
	isLocked: true,
	hasMorse: true,
	free: 1,
	collection: 'lesson-results'
};
