import type { ProfilesParameters } from './parameters';

export const example: ProfilesParameters = {
	heading: 'Who writes here',
	intro: 'Look for somebody who speaks your language, and write the first letter.',
	...{ one: 'pen friend', all: 'pen friends' },
	collection: 'pen-friends',
	fields: [
		{ name: 'name', label: 'Name', kind: 'text' },
		{ name: 'languages', label: 'Languages', kind: 'list' },
		{ name: 'about', label: 'About me', kind: 'longText' }
	],
	titleField: 'name',
	summaryFields: ['languages'],
	filters: [{ field: 'languages', kind: 'choice' }],
	search: true,
	hasPhoto: true,
	follows: true,
	blocks: true,
	messages: '/letters',
	audience: 'members',
	people: [
		{ slug: 'amara', name: 'Amara', languages: ['English', 'Igbo'], about: 'Tailor, three cats, rainy evenings.' },
		{ slug: 'jonas', name: 'Jonas', languages: ['German', 'English'], about: 'Repairs clocks and listens to ships.' },
		{ slug: 'mei', name: 'Mei', languages: ['Mandarin'], about: 'Grows tea on a balcony.' }
	],
	none: 'Nobody speaks that yet.'
};
