import type { SuggestionsParameters } from './parameters';

export const example: SuggestionsParameters = {
	heading: 'Do you know another quiet place?',
	intro: 'Benches, gardens, reading rooms: tell us, and we have a look.',
	collection: 'place-suggestions',
	fields: [
		{ name: 'name', label: 'What it is called', kind: 'text', isRequired: true, max: 80 },
		{ name: 'quarter', label: 'Quarter', kind: 'choice', options: ['Harbour', 'Old town'], isRequired: true },
		{ name: 'benches', label: 'Benches', kind: 'number', min: 0 },
		{ name: 'about', label: 'What makes it quiet', kind: 'longText' }
	],
	action: 'Suggest it',
	thanks: 'Thank you. We look at each place first, then it appears in the list.'
};
