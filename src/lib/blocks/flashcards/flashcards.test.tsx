import { expect, it } from 'vitest';
import { knew, knewNot, newRound } from './logic';

it('asks what was not known again after the others', () => {
	const round = knewNot(newRound([2, 0, 1]));
	expect(round).toEqual({ left: [0, 1, 2], known: 0, again: 1 });
	expect(knew(knew(knew(round)))).toEqual({ left: [], known: 3, again: 1 });
});

it('stays as it is once all are known', () => {
	const done = knew(newRound([0]));
	expect([knew(done), knewNot(done)]).toEqual([done, done]);
});
