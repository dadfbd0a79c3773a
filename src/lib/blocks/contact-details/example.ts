import type { ContactDetailsParameters } from './parameters';

export const example: ContactDetailsParameters = {
	heading: 'Find us',
	address: ['Werkstatt Lindner', 'Gerberstraße 9', '04105 Leipzig'],
	phone: '+49 341 5550 129',
	email: 'werkstatt@example.org',
	note: 'The entrance is in the yard, behind the second gate.'
};
