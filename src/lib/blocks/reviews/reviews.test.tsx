import { expect, it } from 'vitest';
import { example } from './example';
import { averageOf, countsOf } from './logic';

it('rounds the average to one place', () => {
	expect([averageOf(example.reviews), averageOf([{ stars: 5 }, { stars: 4 }, { stars: 4 }]), averageOf([])]).toEqual([
		4,
		4.3,
		undefined
	]);
});

it('counts from five stars down', () => {
	expect(countsOf(example.reviews)).toEqual([1, 1, 1, 0, 0]);
});
