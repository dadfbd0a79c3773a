import type { InboxParameters } from './parameters';

export const example: InboxParameters = {
	heading: 'Requests',
	collection: 'requests',
	fields: [
		{ name: 'name', label: 'Name', kind: 'text', isRequired: true },
		{ name: 'email', label: 'E-mail', kind: 'email', isRequired: true },
		{ name: 'budget', label: 'Budget', kind: 'money' },
		{ name: 'wish', label: 'What it shall be', kind: 'longText', isRequired: true }
	],
	states: ['new', 'answered', 'done'],
	csv: true,
	none: 'Nobody has written yet.'
};
