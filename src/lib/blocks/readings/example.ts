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
