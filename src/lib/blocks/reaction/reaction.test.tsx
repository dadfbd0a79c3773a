import { expect, it } from 'vitest';
import { averageOf, bestOf, waitOf } from './logic';

it('rounds the average to whole milliseconds', () => {
	expect(averageOf([200, 201])).toBe(201);
	expect(averageOf([300, 250, 410])).toBe(320);
	expect(averageOf([])).toBe(0);
});

it('knows the best of some times, and none of none', () => {
	expect(bestOf([300, 250, 410])).toBe(250);
	expect(bestOf([])).toBeUndefined();
});

it('waits between both ends', () => {
	expect([0, 0.5, 0.999].map((chance) => waitOf({ waitFrom: 2, waitTo: 5 }, chance))).toEqual([2000, 3500, 4997]);
});
