import { expect, test } from 'vitest';
import { doubled } from '../../../src/lib/app/project/run-commands';
import { summaryOf } from '../../../src/lib/app/project/summary';
import { initialRunState } from '../../../src/lib/log/state';

test('a paused run is paused, whatever its phase', () => {
	expect(summaryOf({ ...initialRunState(), phase: 'building', isPaused: true })).toEqual({
		state: 'paused',
		fileCount: 0,
		testCount: 0,
		note: undefined
	});
});

test('a run that ended without an app says why, in a few words', () => {
	const { state, note } = summaryOf({ ...initialRunState(), phase: 'failed', summary: 'No key. '.repeat(40) });
	expect([state, note?.length]).toEqual(['failed', 120]);
	expect(summaryOf({ ...initialRunState(), phase: 'done', summary: 'Fine.' })).toMatchObject({ state: 'live', note: undefined });
});

test('a doubled budget leaves room even where more was spent than was allowed', () => {
	const { budget } = initialRunState();
	const limits = { money: 2, tokens: null, timeMs: 9 };
	expect(doubled({ ...budget, limits, money: 1 })).toEqual({ money: 4, tokens: null, timeMs: 9 });
	expect(doubled({ ...budget, limits, money: 5 })).toEqual({ money: 7, tokens: null, timeMs: 9 });
});
