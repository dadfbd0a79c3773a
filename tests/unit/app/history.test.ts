import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runEventSchema, stampEvent, type EventDraft, type RunEvent } from '../../../src/lib/domain/events';
import { versionsBefore } from '../../../src/lib/app/project/history';
import { changesOf } from '../../../src/lib/screen/history/changes';

const recorded: unknown = JSON.parse(readFileSync(new URL('../../fixtures/run-01.json', import.meta.url), 'utf8'));

const log = (...drafts: object[]): RunEvent[] =>
	drafts.map((draft, index) =>
		stampEvent({ runId: 'r', ...draft } as EventDraft, { id: `e${index + 1}`, seq: index + 1, time: index })
	);
const published = (from: string, path: string, sha256: string, taskId?: string) => ({
	topic: 'artifact.published',
	from,
	...(taskId ? { taskId } : {}),
	artifactRefs: [{ id: `file:${path}`, sha256 }],
	payload: { name: `file:${path}`, kind: 'file', path }
});
const removed = (from: string, path: string) => ({
	topic: 'artifact.superseded',
	from,
	payload: { name: `file:${path}`, path, deleted: true }
});

const events = log(
	{ topic: 'task.claimed', from: 'conductor', taskId: 't', payload: { agent: 'backend-1', role: 'backend' } },
	published('backend-1', 'a.ts', 'a1', 't'),
	published('backend-1', 'b.ts', 'b1', 't'),
	{ topic: 'task.result', from: 'backend-1', taskId: 't', payload: { summary: 'Wrote both.', files: ['a.ts', 'b.ts'] } },
	published('user', 'a.ts', 'a2'),
	published('user', 'a.ts', 'a3'),
	removed('user', 'b.ts')
);

describe('the history', () => {
	it('lists each finished task with its files, newest first', () => {
		const [newest, ...rest] = changesOf(runEventSchema.array().parse(recorded));
		expect(newest).toMatchObject({ by: 'backend-2', summary: 'Customers API', files: ['src/routes/customers.ts'] });
		expect(rest).toHaveLength(6);
	});
	it('takes the saves of one file for one edit, and knows where each change begins', () => {
		expect(changesOf(events).map(({ summary, files, firstSeq }) => [summary, files, firstSeq])).toEqual([
			['Removed by hand', ['b.ts'], 7],
			['Edited by hand', ['a.ts'], 5],
			['Wrote both.', ['a.ts', 'b.ts'], 1]
		]);
	});
	it('knows what files were before a change', () => {
		const before = (seq: number) => Object.fromEntries(versionsBefore(events, ['a.ts', 'b.ts'], seq));
		expect([before(1), before(5), before(7), before(8)]).toEqual([
			{ 'a.ts': undefined, 'b.ts': undefined },
			{ 'a.ts': 'a1', 'b.ts': 'b1' },
			{ 'a.ts': 'a3', 'b.ts': 'b1' },
			{ 'a.ts': 'a3', 'b.ts': undefined }
		]);
	});
});
