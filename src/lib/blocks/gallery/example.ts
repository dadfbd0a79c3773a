import type { GalleryParameters } from './parameters';

export const example: GalleryParameters = {
	heading: 'Bowls and boxes',
	intro: 'Turned and joined in the workshop behind the mill.',
	categories: ['Bowls', 'Boxes'],
	items: [
		{
			title: 'Ash bowl',
			year: '2029',
			category: 'Bowls',
			caption: 'From the tree that stood at the church.',
			picture: { label: 'A pale bowl of ash' }
		},
		{ title: 'Letter box', year: '2030', category: 'Boxes', picture: { label: 'A box of walnut for letters', icon: 'mail' } },
		{ title: 'Salt bowl', year: '2030', category: 'Bowls', picture: { label: 'A small bowl for salt', icon: 'spark' } },
		{
			title: 'Tea box',
			year: '2031',
			category: 'Boxes',
			caption: 'Eight compartments, no nails.',
			picture: { label: 'A box for tea', icon: 'leaf' }
		},
		{ title: 'Fruit bowl', year: '2031', category: 'Bowls', picture: { label: 'A wide bowl of cherry wood', icon: 'heart' } }
	]
};
