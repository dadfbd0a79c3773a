import type { MediaParameters } from './parameters';

export const example: MediaParameters = {
	heading: 'Cooking with beans',
	intro: 'Short films, one pot each.',
	collection: 'bean-films',
	kind: 'video',
	fields: [
		{ name: 'level', label: 'Level', kind: 'choice', options: ['easy', 'some practice'] },
		{ name: 'minutes', label: 'In the kitchen', kind: 'number', unit: 'min' }
	],
	filters: [
		{ field: 'level', kind: 'choice' },
		{ field: 'minutes', kind: 'most' }
	],
	sort: [{ field: 'minutes', label: 'Time in the kitchen' }],
	search: true,
	favourites: true,
	playlist: true,
	items: [
		{
			...{ slug: 'white-beans-with-sage', title: 'White beans with sage', seconds: 184 },
			picture: { label: 'A bowl of white beans', icon: 'leaf' },
			facts: { level: 'easy', minutes: 25 },
			text: ['The beans were soaked over night. Keep a cup of their water.'],
			steps: [
				{ at: 0, text: 'Warm the oil with the sage' },
				{ at: 45, text: 'Beans in, with their water' },
				{ at: 130, text: 'Crush a third of them' }
			],
			amounts: [
				{ name: 'white beans', amount: 250, unit: 'g' },
				{ name: 'sage leaves', amount: 6 },
				{ name: 'olive oil', amount: 2.5, unit: 'tbsp' }
			],
			portions: 2
		},
		{
			...{ slug: 'black-bean-soup', title: 'Black bean soup', seconds: 241 },
			picture: { label: 'Soup in a black pot', icon: 'coffee' },
			facts: { level: 'easy', minutes: 90 }
		},
		{
			...{ slug: 'bean-dumplings', title: 'Bean dumplings', seconds: 312 },
			picture: { label: 'Dumplings on a board', icon: 'star' },
			facts: { level: 'some practice', minutes: 60 },
			steps: [
				{ at: 10, text: 'Knead' },
				{ at: 200, text: 'Fold' }
			]
		}
	],
	none: 'No film is like that. Try fewer filters.'
};
