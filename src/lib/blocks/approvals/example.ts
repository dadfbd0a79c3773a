import type { ApprovalsParameters } from './parameters';

export const example: ApprovalsParameters = {
	heading: 'Suggested places',
	suggestions: 'place-suggestions',
	collection: 'places',
	fields: [
		{ name: 'name', label: 'Name', kind: 'text' },
		{ name: 'quarter', label: 'Quarter', kind: 'choice', options: ['Harbour', 'Old town'] },
		{ name: 'benches', label: 'Benches', kind: 'number' },
		{ name: 'about', label: 'About', kind: 'longText' }
	],
	titleField: 'name',
	none: 'Nothing is waiting.'
};
