import { expect, it } from 'vitest';
import { secondsOf, standingOf, stopwatchText } from './logic';

const PHASES = [
	{ name: 'Work', seconds: 20 },
	{ name: 'Rest', seconds: 10 }
];

it('knows phase and round from the time that has passed', () => {
	const at = (seconds: number) => standingOf(PHASES, 2, seconds * 1000);
	expect(at(0)).toEqual({ phase: 0, round: 1, leftMs: 20_000, isOver: false });
	expect(at(20)).toEqual({ phase: 1, round: 1, leftMs: 10_000, isOver: false });
	expect(at(35)).toMatchObject({ phase: 0, round: 2, leftMs: 15_000 });
	expect(at(60)).toEqual({ phase: 1, round: 2, leftMs: 0, isOver: true });
	expect(at(500)).toMatchObject({ round: 2, isOver: true });
	expect(standingOf(PHASES, Infinity, 3_000_000)).toMatchObject({ round: 101, isOver: false });
});

it('reads times as minutes or with a colon', () => {
	expect(['5', '2:30', '1:00:05', '0,5', '90'].map(secondsOf)).toEqual([300, 150, 3605, 30, 5400]);
	expect(['', 'x', '-1', '2:75', '1:2:3:4'].map(secondsOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

it('shows tenths of seconds', () => {
	expect([0, 65_432, 3_661_990].map(stopwatchText)).toEqual(['0:00.0', '1:05.4', '1:01:01.9']);
});
