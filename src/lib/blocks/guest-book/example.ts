import type { GuestBookParameters } from './parameters';

export const example: GuestBookParameters = {
	heading: 'Guest book of the hut',
	intro: 'Leave a line for those who come after you.',
	collection: 'guest-book',
	thanks: 'Thank you for writing.',
	entries: [
		{ name: 'Mira', text: 'Snow up to the sill, and the stove was still warm.' },
		{ name: 'Two from Graz', text: 'The dumplings were worth every metre.' }
	],
	none: 'Nobody has written yet.'
};
