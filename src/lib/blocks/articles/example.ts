import type { ArticlesParameters } from './parameters';

export const example: ArticlesParameters = {
	heading: 'Boots and mud',
	intro: 'Walks, gear and huts, written down on the way home.',
	collection: 'articles',
	categories: ['Routes', 'Gear', 'Huts'],
	fields: [
		{ name: 'distance', label: 'Distance', kind: 'number', unit: 'km' },
		{ name: 'difficulty', label: 'Difficulty', kind: 'choice', options: ['easy', 'medium', 'hard'] }
	],
	filters: [{ field: 'difficulty', kind: 'choice' }],
	sort: [{ field: 'distance', label: 'Distance' }],
	search: true,
	archive: true,
	layout: 'front',
	comments: true,
	articles: [
		{
			...{ slug: 'round-the-black-lake', title: 'Round the Black Lake', date: '2031-05-18', category: 'Routes' },
			...{ place: 'Black Lake', author: 'Nuria' },
			lead: 'Half a day under old firs, with one wet crossing.',
			text: [
				'The path starts behind the sawmill and keeps to the shore.',
				'At the northern end the bridge is gone; take off your boots.'
			],
			picture: { label: 'The lake in the morning', icon: 'water' },
			facts: { distance: 9, difficulty: 'easy' }
		},
		{
			...{ slug: 'over-the-saddle', title: 'Over the Saddle', date: '2031-04-02', category: 'Routes', author: 'Pau' },
			lead: 'Long and lonely, with snow in the gullies until May.',
			text: ['Start before six. The last bus back leaves at eight.'],
			picture: { label: 'The saddle in snow', icon: 'mountain' },
			facts: { distance: 21.5, difficulty: 'hard' }
		},
		{
			...{ slug: 'boots-after-a-year', title: 'Boots after a year', date: '2031-04-20', category: 'Gear' },
			lead: 'What is left of three pairs after eight hundred kilometres.',
			text: ['The cheapest pair had its seams sewn twice.', 'We would buy the heavy ones again.'],
			tags: ['boots', 'long test']
		},
		{
			...{ slug: 'a-night-at-the-col', title: 'A night at the Col', date: '2030-11-09', category: 'Huts', place: 'Col hut' },
			lead: 'Twelve bunks, one stove and a warden who sings.',
			text: ['Bring your own sleeping bag, and something to share.']
		}
	]
};
