import type { WritingParameters } from './parameters';

export const example: WritingParameters = {
	heading: 'What I have written',
	collection: 'logbook',
	categories: ['Harbour', 'Weather', 'Food', 'Repair'],
	fields: [{ name: 'miles', label: 'Miles sailed', kind: 'number' }],
	hasPlace: true,
	hasPhoto: true
};
