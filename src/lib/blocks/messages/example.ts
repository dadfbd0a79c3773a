import type { MessagesParameters } from './parameters';

export const example: MessagesParameters = {
	heading: 'Your letters',
	intro: 'A letter takes a day, as it did with the post.',
	profiles: 'pen-friends',
	titleField: 'name',
	profilesPath: '/people',
	collection: 'letters',
	word: 'letter',
	arrivesAfterHours: 24,
	welcome: [{ from: 'Amara', text: 'Welcome! I write on Sundays, and I collect stamps with birds on them.' }],
	none: 'No letters yet. Look for somebody to write to.'
};
