import type { ReadingsParameters } from './parameters';

export const example: ReadingsParameters = {
	heading: 'Levels of the Ansel',
	intro: 'Three gauges between the weir and the old mill, every morning at seven.',
	one: 'gauge',
	all: 'gauges',
	collection: 'levels',
	sources: ['Weir', 'Rope bridge', 'Old mill'],
	measures: [
		{ name: 'Level', unit: 'm', decimals: 2, from: 1.2, to: 3.9 },
		{ name: 'Temperature', unit: '°C', decimals: 1, from: 3, to: 14 }
	],
	days: 90,
	step: 'day',
	chart: 'line',
	compare: 'overlay',
	statistics: ['lowest', 'highest', 'mean'],
	limit: { measure: 'Level', above: 3.2, word: 'flood' },
	table: true,
	csvIn: true,
	csvOut: true,
	print: true
};

export const others: ReadingsParameters[] = [
	{
		heading: 'Rain on the three fields',
		one: 'field',
		all: 'fields',
		collection: 'rain',
		sources: ['Upper field', 'Lower field', 'Orchard'],
		measures: [{ name: 'Rain', unit: 'mm', decimals: 1, from: 0, to: 24 }],
		days: 40,
		step: 'day',
		chart: 'bars',
		compare: 'side-by-side',
		statistics: ['highest', 'total'],
		limit: { measure: 'Rain', below: 5, word: 'dry' },
		table: true
	}
];
