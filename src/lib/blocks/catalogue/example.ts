import type { CatalogueParameters } from './parameters';

export const example: CatalogueParameters = {
	heading: 'Honey, wax and what bees make of a summer',
	intro: 'From twelve hives by the river, filled into jars by hand.',
	one: 'product',
	all: 'products',
	collection: 'honey-shop',
	cart: '/cart',
	categories: ['Honey', 'Candles', 'Gifts'],
	fields: [
		{ name: 'weight', label: 'Weight', kind: 'number', unit: 'g' },
		{ name: 'blossom', label: 'Blossom', kind: 'text' }
	],
	search: true,
	sort: ['price', 'name', 'weight'],
	products: [
		{
			name: 'Lime honey',
			category: 'Honey',
			price: 7.5,
			weight: 500,
			blossom: 'Lime tree',
			picture: { label: 'A jar of lime honey', icon: 'honey-pot' },
			text: 'Fresh and a little minty, from the avenue along the river.'
		},
		{
			name: 'Forest honey',
			category: 'Honey',
			price: 11,
			weight: 500,
			blossom: 'Spruce',
			picture: { label: 'A jar of dark honey', icon: 'honey-pot' }
		},
		{
			name: 'Spring honey',
			category: 'Honey',
			price: 6.25,
			weight: 250,
			blossom: 'Apple and rape',
			stock: 2,
			picture: { label: 'A small jar of pale honey', icon: 'honey-pot' }
		},
		{
			name: 'Table candle',
			category: 'Candles',
			price: 14.9,
			weight: 180,
			picture: { label: 'A candle of beeswax', icon: 'candle' }
		},
		{
			name: 'Box for guests',
			category: 'Gifts',
			price: 24,
			weight: 1200,
			stock: 0,
			picture: { label: 'A wrapped box', icon: 'wrapped-gift' }
		}
	]
};

export const others: CatalogueParameters[] = [
	{
		heading: 'Oak beams, cut for you',
		one: 'beam',
		all: 'beams',
		collection: 'beams',
		cart: '/cart',
		categories: ['Square', 'Flat'],
		fields: [{ name: 'section', label: 'Section', kind: 'text' }],
		sort: ['price'],
		sold: {
			...{ kind: 'by-length', label: 'Length', unit: 'cm', min: 20, max: 400, per: 100, perLabel: 'per metre' },
			...{ fee: 1.5, feeLabel: 'Each cut costs 1.50 more.' }
		},
		products: [
			{ name: 'Beam 60', category: 'Square', price: 18.35, section: '60 x 60 mm' },
			{ name: 'Board 20', category: 'Flat', price: 9.2, section: '20 x 120 mm' }
		]
	},
	{
		heading: 'Shirts with a print',
		one: 'shirt',
		all: 'shirts',
		collection: 'shirts',
		cart: '/cart',
		categories: ['Shirts'],
		fields: [],
		sold: {
			kind: 'options',
			options: [
				{
					name: 'Size',
					values: [
						{ label: 'M', extra: 0 },
						{ label: 'XXL', extra: 2.5 }
					]
				},
				{
					name: 'Print',
					values: [
						{ label: 'One side', extra: 0 },
						{ label: 'Both sides', extra: 6 }
					]
				}
			]
		},
		products: [
			{ name: 'Heron shirt', category: 'Shirts', price: 22 },
			{ name: 'Otter shirt', category: 'Shirts', price: 24 }
		]
	}
];
