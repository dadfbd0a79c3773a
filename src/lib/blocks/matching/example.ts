import type { MatchingParameters } from './parameters';

export const example: MatchingParameters = {
	heading: 'Which of our dogs fits you?',
	intro: 'Three questions about your days.',
	asks: [
		{ name: 'home', question: 'Where do you live?', options: ['flat', 'house with a garden'] },
		{ name: 'time', question: 'How long are your walks?', options: ['half an hour', 'an hour', 'half a day'], weight: 2 },
		{ name: 'children', question: 'Are there children?', options: ['yes', 'no'] }
	],
	candidates: [
		{
			title: 'Balou',
			text: 'Nine years, likes sofas and slow corners.',
			picture: { label: 'Balou on a sofa', icon: 'heart' },
			fits: { home: ['flat', 'house with a garden'], time: ['half an hour'], children: ['yes', 'no'] }
		},
		{
			title: 'Fips',
			text: 'Runs until you sit down.',
			fits: { home: ['house with a garden'], time: ['half a day'], children: ['no'] }
		},
		{
			title: 'Nele',
			text: 'Careful with small hands.',
			fits: { home: ['house with a garden'], time: ['an hour'], children: ['yes'] }
		}
	],
	most: 2,
	least: 0.4,
	none: 'None of them right now. Come and see us all the same.'
};
