import type { FeedParameters } from './parameters';

export const example: FeedParameters = {
	heading: 'From the plots',
	intro: 'What grows, what ails, and what there is too much of.',
	collection: 'plot-posts',
	profiles: 'growers',
	titleField: 'name',
	profilesPath: '/growers',
	categories: ['Vegetables', 'Fruit', 'Swaps'],
	...{ photo: true, likes: true, comments: true, follows: true, hides: true },
	mark: { word: 'gone', category: 'Swaps' },
	posts: [
		{
			...{ author: 'wanda', name: 'Wanda', date: '2031-06-03', category: 'Vegetables' },
			text: 'First broad beans. The aphids have found them too.',
			picture: { label: 'Broad beans in a basket', icon: 'leaf' }
		},
		{
			...{ author: 'otto', name: 'Otto', date: '2031-06-09', category: 'Swaps' },
			text: 'Twelve tomato plants look for a home. Plot 14, by the gate.'
		},
		{
			...{ author: 'wanda', name: 'Wanda', date: '2031-06-12', category: 'Fruit' },
			text: 'Net over the cherries: finished before the starlings came.'
		}
	]
};
