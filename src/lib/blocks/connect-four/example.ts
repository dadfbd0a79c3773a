import type { ConnectFourParameters } from './parameters';

export const example: ConnectFourParameters = {
	title: 'Four in a row',
	intro: 'Drop your pieces. Four side by side, in any direction, win.',
	columns: 7,
	rows: 6,
	win: 4,
	falls: true,
	opponent: 'both',
	names: ['Ruby', 'Amber']
};
