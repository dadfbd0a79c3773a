import type { FiguresParameters } from './parameters';

export const example: FiguresParameters = {
	heading: 'The library in figures',
	intro: 'What the year brought to the three branches.',
	cards: [
		{ label: 'Loans', value: '84,210', change: '+6 % on last year' },
		{ label: 'Readers', value: '5,140', change: '+310' },
		{ label: 'Overdue', value: '1.9 %', change: '+0.2', isGood: false }
	],
	charts: [
		{
			title: 'Loans by quarter',
			kind: 'bars',
			rows: [
				{ label: 'Jan–Mar', value: 23100 },
				{ label: 'Apr–Jun', value: 19400 },
				{ label: 'Jul–Sep', value: 17260 },
				{ label: 'Oct–Dec', value: 24450 }
			]
		},
		{
			title: 'What is borrowed',
			kind: 'share',
			unit: 'k',
			rows: [
				{ label: 'Novels', value: 46 },
				{ label: "Children's books", value: 31 },
				{ label: 'Films and music', value: 23 }
			]
		}
	]
};
