import type { ItemsParameters } from './parameters';

export const example: ItemsParameters = {
	heading: 'What we repair',
	intro: 'Bring it in, or have it fetched. You hear what it costs before we begin.',
	layout: 'cards',
	items: [
		{
			title: 'Violins and violas',
			text: 'Cracks, pegs, sound posts and new bridges, cut by hand.',
			icon: 'music',
			facts: [{ label: 'Usual wait', value: '2 weeks' }]
		},
		{
			title: 'Cellos',
			text: 'Necks that have come loose, and ribs that have opened in a dry winter.',
			icon: 'tool',
			facts: [{ label: 'Usual wait', value: '4 weeks' }]
		},
		{ title: 'Bows', text: 'Rehairing while you wait, on Thursdays.', icon: 'clock', href: '/bows' }
	]
};
