import type { SnakeParameters } from './parameters';

export const example: SnakeParameters = {
	title: 'Garden snake',
	intro: 'Eat, grow, and do not bite yourself.',
	size: 15,
	speeds: [
		{ label: 'Slow', ms: 240 },
		{ label: 'Normal', ms: 150 },
		{ label: 'Fast', ms: 90 }
	],
	walls: 'die'
};
