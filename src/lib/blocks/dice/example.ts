import type { DiceParameters } from './parameters';

export const example: DiceParameters = {
	title: 'Dice for the table',
	intro: 'One click, no dice under the sofa.',
	dice: [6, 6],
	kinds: [4, 6, 8, 10, 12, 20]
};
