import type { QuizParameters } from './parameters';

export const example: QuizParameters = {
	title: 'How well do you know the night sky?',
	intro: 'Three questions, one minute.',
	shuffles: true,
	questions: [
		{
			text: 'Which planet is closest to the Sun?',
			icon: 'sun-with-face',
			answers: ['Venus', 'Mercury', 'Mars'],
			right: 1,
			because: 'Mercury needs only 88 days for its way around.'
		},
		{ text: 'What is the brightest star of the night?', icon: 'glowing-star', answers: ['Sirius', 'Polaris', 'Vega'], right: 0 },
		{
			text: 'How long does the Moon take around the Earth?',
			icon: 'full-moon',
			answers: ['A week', 'About 27 days', 'A year'],
			right: 1
		}
	],
	results: [
		{ from: 0, title: 'A beginner with open eyes', text: 'The next clear night is a good time to start.' },
		{ from: 0.6, title: 'A regular stargazer', text: 'You know where to look.' },
		{ from: 1, title: 'An astronomer', text: 'Every answer was right.' }
	]
};
