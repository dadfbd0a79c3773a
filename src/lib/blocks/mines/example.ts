import type { MinesParameters } from './parameters';

export const example: MinesParameters = {
	title: 'Molehills',
	intro: 'Open every field without a mole. The numbers say how many are around.',
	sizes: [
		{ label: 'Small', rows: 8, columns: 8, mines: 8 },
		{ label: 'Large', rows: 14, columns: 10, mines: 24 }
	]
};
