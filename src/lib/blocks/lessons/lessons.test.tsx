import { expect, it } from 'vitest';
import { example } from './example';
import { beepsOf, bestOf, percentOf, statesOf } from './logic';

it('opens a lesson once the one before has enough', () => {
	const states = (percents: number[]) =>
		statesOf(example, new Map(percents.map((percent, index) => [example.lessons[index]?.slug ?? '', percent])), false);
	expect(states([])).toEqual(['open', 'closed', 'closed']);
	expect(states([79])).toEqual(['open', 'closed', 'closed']);
	expect(states([80])).toEqual(['passed', 'open', 'closed']);
	expect(states([100, 90])).toEqual(['passed', 'passed', 'open']);
});

it('asks visitors for an account beyond the free lessons', () => {
	expect(statesOf(example, new Map([['e-t-a', 100]]), true)).toEqual(['passed', 'needs-account', 'needs-account']);
});

it('keeps the best result of each lesson', () => {
	const results = [60, 90, 40].map((percent) => ({ lesson: 'a', percent }));
	expect(bestOf(results).get('a')).toBe(90);
});

it('gives whole percent, never rounded up to a pass', () => {
	const exercise = Array.from({ length: 3 }, () => ({ right: 0 }));
	expect([percentOf(exercise, [0, 0, 1]), percentOf(exercise, []), percentOf(exercise, [0, 0, 0])]).toEqual([66, 0, 100]);
});

it('beeps a dash three times as long as a dot, one dot apart', () => {
	const round = (value: number) => Math.round(value * 100) / 100;
	expect(beepsOf('.-.').map(({ startS, lengthS }) => [round(startS), round(lengthS)])).toEqual([
		[0, 0.1],
		[0.2, 0.3],
		[0.6, 0.1]
	]);
	expect(beepsOf('abc')).toEqual([]);
});
