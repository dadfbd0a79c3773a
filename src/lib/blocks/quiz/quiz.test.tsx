import { expect, it } from 'vitest';
import { example } from './example';
import { nextOrder, resultOf, scoreOf } from './logic';

it('counts the answers that are right', () => {
	expect(scoreOf(example.questions, [1, 1, 1])).toBe(2);
	expect(scoreOf(example.questions, [])).toBe(0);
});

it('gives the most demanding result that a score reaches', () => {
	expect([0, 0.5, 0.6, 0.99, 1].map((share) => resultOf(example.results, share)?.title)).toEqual([
		'A beginner with open eyes',
		'A beginner with open eyes',
		'A regular stargazer',
		'A regular stargazer',
		'An astronomer'
	]);
});

it('never asks in the order of the time before', () => {
	const same = (order: number[]) => order;
	expect(nextOrder(3, undefined, same)).toEqual([0, 1, 2]);
	expect(nextOrder(3, [0, 1, 2], same)).toEqual([2, 0, 1]);
	expect(nextOrder(1, [0], same)).toEqual([0]);
});
