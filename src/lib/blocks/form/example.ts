import type { FormParameters } from './parameters';

export const example: FormParameters = {
	heading: 'Come to the Soil Profile Day',
	intro: 'Tell us that you come, so that there is lunch for everybody.',
	fields: [
		{ name: 'name', label: 'Name', kind: 'text', isRequired: true, max: 80 },
		{ name: 'email', label: 'E-mail', kind: 'email', isRequired: true },
		{ name: 'lunch', label: 'Lunch', kind: 'choice', isRequired: true, options: ['yes', 'no'] },
		{ name: 'children', label: 'Children who come along', kind: 'number', min: 0, max: 6 }
	],
	action: 'Register',
	thanks: 'Thank you. You are on the list; we look forward to seeing you.',
	collection: 'registrations',
	onePer: 'email',
	taken: 'This e-mail address is on the list already.',
	places: { total: 6, word: 'places' },
	closesOn: '2031-09-05'
};
