import type { ProgressParameters } from './parameters';

export const example: ProgressParameters = {
	heading: 'A new roof for the boathouse',
	goal: 18000,
	reached: 12150,
	unit: '€',
	note: 'Counted on the first of each month. Work begins in April.'
};
