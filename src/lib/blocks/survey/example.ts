import type { SurveyParameters } from './parameters';

export const example: SurveyParameters = {
	title: 'How do you use the library?',
	intro: 'Four questions, no names. The answers decide about our opening hours.',
	questions: [
		{
			name: 'often',
			kind: 'choice',
			question: 'How often do you come?',
			options: ['Every week', 'Every month', 'Rarely'],
			isRequired: true
		},
		{ name: 'days', kind: 'choices', question: 'Which days suit you?', options: ['Tuesday', 'Thursday', 'Saturday'] },
		{
			name: 'liking',
			kind: 'scale',
			question: 'How much do you like the reading room?',
			from: 1,
			to: 5,
			low: 'not at all',
			high: 'very much',
			isRequired: true
		},
		{ name: 'wish', kind: 'text', question: 'What do you miss?' }
	],
	onePerScreen: true,
	results: 'after-answering',
	oncePerBrowser: true,
	thanks: 'Thank you! Your answers are in.',
	collection: 'library-answers',
	seeds: [
		{ often: 'Every week', days: ['Tuesday', 'Saturday'], liking: 5, wish: 'More chairs by the window' },
		{ often: 'Every month', days: ['Saturday'], liking: 4 },
		{ often: 'Every week', days: ['Thursday', 'Saturday'], liking: 3 }
	]
};
