import type { LinkListParameters } from './parameters';

export const example: LinkListParameters = {
	name: 'Marta Silva',
	about: 'Songs about the sea, in three languages',
	picture: { label: 'Marta with her guitar', icon: 'music' },
	links: [
		{ label: 'New record: Low Tide', href: 'https://example.com/low-tide', text: 'Out on 3 May', icon: 'play' },
		{ label: 'All concerts', href: '/concerts', icon: 'calendar' },
		{ label: 'Write to me', href: 'mailto:marta@example.com', icon: 'mail' }
	]
};
