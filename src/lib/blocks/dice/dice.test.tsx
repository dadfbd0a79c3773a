import { expect, it } from 'vitest';
import { PIPS, sumOf, thrown } from './logic';

it('throws each die between one and its sides', () => {
	expect(thrown([6, 20], () => 0)).toEqual([1, 1]);
	expect(thrown([6, 20], () => 0.9999)).toEqual([6, 20]);
	expect(sumOf(thrown([2, 2, 2], () => 0.5))).toBe(6);
});

it('draws as many pips as a side counts', () => {
	expect(PIPS.map((pips) => pips.length)).toEqual([1, 2, 3, 4, 5, 6]);
});
