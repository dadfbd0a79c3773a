import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../src/lib/domain/events';
import { stampEvent, type RunEvent } from '../../../src/lib/domain/events';
import { versionBefore } from '../../../src/lib/app/project/history';
import { foldEvents } from '../../../src/lib/log/reducer';
import { liveWord, phasesWith, type LiveApp } from '../../../src/lib/screen/run/live-word';
import { changedSinceTests, criteriaNow } from '../../../src/lib/screen/run/proof';
import type { PreviewStatus } from '../../../src/lib/app/ports';

const finished = { status: 'finished', word: { text: 'live', tone: 'ok' } } as const;
const app = (status: PreviewStatus, more: Partial<LiveApp> = {}): LiveApp => ({ status, buildError: '', errors: [], ...more });
const up = { state: 'up', servers: [{ port: 3000, url: 'http://x' }] } as const;
const word = (liveApp: LiveApp, origin?: 'files' | 'run') => liveWord(finished, liveApp, origin).text;

describe('an app is called live', () => {
	it('only while a server answers', () => {
		expect(word(app(up))).toBe('live');
		expect(word(app({ state: 'off' }))).toBe('finished, not running');
		expect(word(app({ state: 'starting', step: '' }))).toBe('starting the app');
		expect(word(app({ state: 'failed', error: new Error() }))).toBe('app not started');
	});
	it('never when it is broken, and with its errors when it has some', () => {
		expect(word(app(up, { buildError: 'x' }))).toBe('app broken');
		expect(word(app(up, { errors: [1] }))).toBe('live, with errors');
	});
	it('without a claim of checks when it was imported', () => {
		expect(word(app(up), 'files')).toBe('live, not checked');
		expect(word(app({ state: 'off' }), 'files')).toBe('imported, not checked');
		expect(word(app(up), 'run')).toBe('recorded run');
	});
	it('in the phases, too', () => {
		const phases = [
			{ id: 'verify', label: 'Verify', state: 'done' },
			{ id: 'live', label: 'Live', state: 'done' }
		] as const;
		const last = (liveApp: LiveApp) => phasesWith(phases, true, liveApp).at(-1);
		expect(last(app(up))).toEqual({ id: 'live', label: 'Live', state: 'done' });
		expect(last(app({ state: 'off' }))).toEqual({ id: 'live', label: 'Not running', state: 'ahead' });
		expect(last(app(up, { buildError: 'x' }))).toMatchObject({ label: 'Broken', state: 'ahead' });
		expect(phasesWith(phases, false, app({ state: 'off' }))).toEqual(phases);
	});
});

const changedAfter = (...drafts: EventDraft[]) => changedSinceTests(foldEvents(logOf(...drafts)));
function logOf(...drafts: EventDraft[]): RunEvent[] {
	return drafts.map((draft, index) => stampEvent(draft, { id: `e${index}`, seq: index + 1, time: index }));
}
const wrote = (path: string, sha: string, from = 'backend-1', taskId?: string): EventDraft => ({
	...{ runId: 'r', from, topic: 'artifact.published', artifactRefs: [{ id: `file:${path}`, sha256: sha.repeat(64) }] },
	...(taskId ? { taskId } : {}),
	payload: { name: `file:${path}`, kind: 'file', path, sizeBytes: 1 }
});
const removed = (path: string): EventDraft => ({
	...{ runId: 'r', from: 'user', topic: 'artifact.superseded' },
	payload: { name: `file:${path}`, path, deleted: true, reason: '' }
});
const opened: EventDraft = { runId: 'r', from: 'conductor', topic: 'gate.opened', payload: { gate: 'tests', round: 1 } };
const reported: EventDraft = {
	...{ runId: 'r', from: 'conductor', topic: 'check.reported' },
	payload: { gate: 'tests', ok: true, summary: '', provenCriteria: ['A1'] }
};

describe('a proof', () => {
	it('is of the very files that the tests ran on', () => {
		const tested = [wrote('a', '1'), wrote('b', '2'), opened, reported];
		expect(changedAfter(wrote('a', '1'))).toBeUndefined();
		expect(changedAfter(...tested)).toEqual([]);
		expect(changedAfter(...tested, wrote('a', '3'), removed('b'), wrote('c', '4'))).toEqual(['a', 'b', 'c']);
	});
	it('holds again once the files are what they were', () => {
		expect(changedAfter(wrote('a', '1'), opened, reported, wrote('a', '2'), wrote('a', '1'))).toEqual([]);
	});
	it('is not of what was written while the tests ran', () => {
		expect(changedAfter(wrote('a', '1'), opened, wrote('a', '2'), reported)).toEqual(['a']);
	});
	it('is no longer claimed once files have changed, nor for a record', () => {
		const proven = { id: 'A1', text: '', word: { text: 'proven', tone: 'ok' as const }, isProven: true, isPlanned: true };
		const told = (isChanged: boolean, isRecorded = false) => criteriaNow([proven], { isChanged, isRecorded })[0];
		expect(told(false)).toBe(proven);
		expect(told(true)).toMatchObject({ isProven: false, word: { text: 'changed since proven' } });
		expect(told(false, true)).toMatchObject({ isProven: false, word: { text: 'proven in the record' } });
	});
});

describe('what a file was before its last change', () => {
	it('is what somebody else left, not the save before', () => {
		const events = logOf(wrote('a', '1', 'backend-1', 't1'), wrote('a', '2', 'user'), wrote('a', '3', 'user'));
		expect(versionBefore(events, 'a')).toEqual({ sha256: '1'.repeat(64) });
	});
	it('is nothing for a new file, or one that was removed in between', () => {
		expect(versionBefore(logOf(wrote('a', '1', 'backend-1', 't1'), wrote('a', '2', 'backend-1', 't1')), 'a')).toBe('none');
		expect(versionBefore(logOf(wrote('a', '1'), removed('a'), wrote('a', '2')), 'a')).toBe('none');
		expect(versionBefore([], 'a')).toBeUndefined();
	});
});
