/** One throw. @param chance gives a number from 0 up to 1 for each die */
export const thrown = (dice: readonly number[], chance: () => number): number[] =>
	dice.map((sides) => 1 + Math.floor(chance() * sides));

export const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** The places of the pips of a die with six sides, on a grid of three by three from the top left. */
export const PIPS: readonly (readonly number[])[] = [[4], [0, 8], [0, 4, 8], [0, 2, 6, 8], [0, 2, 4, 6, 8], [0, 2, 3, 5, 6, 8]];
