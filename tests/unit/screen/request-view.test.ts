import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changePlanSchema, type ChangePlanInput } from '../../../src/lib/domain/change-plan';
import { runEventSchema, type RunEvent } from '../../../src/lib/domain/events';
import { RunLog } from '../../../src/lib/log/run-log';
import { requestViews, type RequestOptions, type RequestView } from '../../../src/lib/screen/conversation/request-view';
import { viewOf } from '../../../src/lib/screen/run/view-of';

const recorded: RunEvent[] = runEventSchema
	.array()
	.parse(JSON.parse(readFileSync(new URL('../../fixtures/run-01.json', import.meta.url), 'utf8')));

type Draft = {
	topic: RunEvent['topic'];
	payload: object;
	from?: string;
	taskId?: string;
	artifactRefs?: object[];
	cost?: object;
};
/** The recorded run with more events, stamped a second apart. */
function logWith(...drafts: Draft[]): RunLog {
	const last = recorded.at(-1);
	const stamped = drafts.map((draft, index) => {
		const seq = (last?.seq ?? 0) + index + 1;
		const time = (last?.time ?? 0) + (index + 1) * 1000;
		const envelope = { version: 1, id: `e${seq}`, runId: 'run-01', seq, time, causeId: null, from: 'conductor' };
		return runEventSchema.parse({ ...envelope, ...draft });
	});
	return new RunLog([...recorded, ...stamped]);
}
const finished: Draft = { topic: 'run.finished', payload: { outcome: 'done', summary: 'All 42 tests pass' } };
const opened: Draft = { topic: 'request.opened', payload: { requestId: 'request-2', text: 'Rate the tips' }, from: 'user' };
const planned = (plan: ChangePlanInput): Draft => ({
	topic: 'request.planned',
	payload: { requestId: 'request-2', plan: changePlanSchema.parse(plan) },
	from: 'architect-1'
});
const change: ChangePlanInput = {
	kind: 'change',
	reply: 'Tips get a rating.',
	notBuilt: ['and a parrot'],
	blueprint: {
		set: { requirements: [{ id: 'R9', text: 'The app shall rate tips.', criteria: [{ id: 'R9.1', text: 'A tip is rated.' }] }] }
	},
	steps: [{ title: 'Serve ratings', role: 'backend', what: 'Add rating.', files: ['src/routes/tips.ts'] }]
};
const task = {
	title: 'Serve ratings',
	role: 'backend',
	kind: 'change',
	needs: [],
	publishes: [],
	writes: [],
	request: 'request-2'
};
const withTask = (log: RunLog): Draft => ({
	topic: 'plan.patched',
	payload: { tasks: [...log.state.tasks, { ...task, id: 'change-2/1' }], reason: '' }
});
const claimed: Draft = {
	topic: 'task.claimed',
	taskId: 'change-2/1',
	payload: { agent: 'backend-1', role: 'backend', attempt: 1 }
};
const wrote: Draft = {
	...{ topic: 'artifact.published', from: 'backend-1', taskId: 'change-2/1' },
	artifactRefs: [{ id: 'file:src/routes/tips.ts', sha256: 'aa' }],
	payload: { name: 'file:src/routes/tips.ts', kind: 'file', path: 'src/routes/tips.ts', added: 9, removed: 2 }
};

const viewsOf = (log: RunLog, options: Partial<RequestOptions> = {}) =>
	requestViews(log.state, {
		stateAt: (seq) => log.stateAt(seq),
		...{ origin: undefined, canAct: true, isChangedSinceTests: false, ...options }
	});
function lastOf(log: RunLog, options: Partial<RequestOptions> = {}): RequestView {
	const view = viewsOf(log, options).at(-1);
	if (!view) throw new Error('There is no request.');
	return view;
}

describe('the first request', () => {
	it('is the requirement, at work, with everybody who works on it', () => {
		const view = lastOf(logWith());
		expect(view).toMatchObject({ kind: 'app', isOpen: true, word: { text: 'needs you', tone: 'warn' }, taskCount: 11 });
		expect(view.agents.map(({ label }) => label)).toEqual([
			...['Architect', 'Database', 'Backend', 'Backend 2', 'Frontend', 'DevOps', 'QA']
		]);
		expect(view.text).toMatch(/^Build a customer dashboard/);
		expect(view.understood).toMatch(/^Sales managers watch revenue/);
		expect(view.cost).toBe('$0.17');
	});
	it('names each part that is not built once', () => {
		const plan = recorded.find(({ topic }) => topic === 'plan.proposed');
		if (plan?.topic !== 'plan.proposed') throw new Error('The recorded run has a plan.');
		const notUnderstood = ['a drone tour', 'And a drone tour.', 'a parrot', 'a parrot.'];
		const proposed = { topic: 'plan.proposed', payload: { blueprint: { ...plan.payload.blueprint, notUnderstood } } } as const;
		expect(lastOf(logWith(proposed)).notBuilt).toEqual(['And a drone tour', 'a parrot']);
	});
	it('tells, once it is done, how much is proven', () => {
		expect(lastOf(logWith(finished))).toMatchObject({ isOpen: false, word: { text: '3 of 7 proven', tone: 'warn' } });
		expect(lastOf(logWith(finished), { isChangedSinceTests: true }).word).toEqual({ text: 'changed since proven', tone: 'warn' });
		expect(lastOf(logWith(finished), { origin: 'run' }).word).toEqual({ text: '3 of 7 proven in the record', tone: '' });
	});
	it('cannot be undone, but mended where checks fail', () => {
		const { actions, ending } = lastOf(logWith({ ...finished, payload: { outcome: 'incomplete', summary: 'One test fails.' } }));
		expect(actions).toMatchObject({ canUndo: false, canStop: false, canGoOn: false });
		expect(actions.toMend.map(({ fingerprint }) => fingerprint)).toEqual(['f-roles-403']);
		expect(ending).toBe('One test fails.');
	});
	it('goes on after it was stopped, and nobody who was at work is called done', () => {
		const view = lastOf(logWith({ topic: 'run.cancelled', payload: { reason: 'You stopped it.' } }));
		expect(view.actions.canGoOn).toBe(true);
		expect(view.word).toEqual({ text: 'stopped', tone: '' });
		expect(view.agents.find(({ id }) => id === 'frontend-1')?.word.text).toBe('stopped');
	});
	it('is nobody’s words where the project came as files', () => {
		const view = lastOf(logWith(finished), { origin: 'files' });
		expect(view).toMatchObject({
			kind: 'files',
			text: '',
			word: { text: 'imported, not checked' },
			understood: 'All 42 tests pass'
		});
	});
});

describe('a request about what is there', () => {
	it('shows the plan that waits, in words', () => {
		const view = lastOf(logWith(finished, opened, planned(change)));
		expect(view.word).toEqual({ text: 'waits for your yes', tone: 'warn' });
		expect(view.notBuilt).toEqual(['and a parrot']);
		expect(view.plan).toEqual({
			steps: [{ role: 'backend', label: 'Backend', title: 'Serve ratings', files: ['src/routes/tips.ts'] }],
			changes: ['New requirement R9: The app shall rate tips.']
		});
	});
	it('has its own agents, files, tasks and costs', () => {
		const log = logWith(finished, opened, planned(change), { topic: 'plan.approved', payload: {} });
		const atWork = logWith(
			...[finished, opened, planned(change), { topic: 'plan.approved', payload: {} } as Draft, withTask(log), claimed, wrote]
		);
		const view = lastOf(atWork);
		expect(view.word).toEqual({ text: 'building, 0 of 1 done', tone: 'busy' });
		expect(view.agents.map(({ id }) => id)).toEqual(['backend-1']);
		expect(view.files).toEqual([{ path: 'src/routes/tips.ts', added: 9, removed: 2, isGone: false }]);
		expect(view.progress).toBe('touches 1 of 10 files');
		expect(view).toMatchObject({ taskCount: 1, cost: '', actions: { canStop: true, canUndo: false } });
		const [first] = viewsOf(atWork);
		expect(first).toMatchObject({ taskCount: 11, actions: { canUndo: false }, word: { text: '3 of 7 proven' } });
	});
	it('is undone once nobody works, and says what stayed', () => {
		const done = [finished, opened, planned(change), wrote, finished];
		expect(lastOf(logWith(...done)).actions.canUndo).toBe(true);
		expect(lastOf(logWith(...done), { canAct: false }).actions.canUndo).toBe(false);
		const undone: Draft = { topic: 'request.undone', payload: { requestId: 'request-2', conflicts: ['src/routes/tips.ts'] } };
		expect(lastOf(logWith(...done, undone))).toMatchObject({
			...{ isUndone: true, word: { text: 'undone' }, conflicts: ['src/routes/tips.ts'] },
			actions: { canUndo: false }
		});
	});
	it('tells of its checks where the project has nothing to prove', () => {
		const [started] = recorded;
		if (!started) throw new Error('The recorded run has a beginning.');
		const events = [started, finished, opened, planned({ ...change, blueprint: undefined })];
		const checked: Draft[] = [
			{ topic: 'gate.closed', payload: { gate: 'types', ok: true, summary: '' } },
			{ topic: 'gate.closed', payload: { gate: 'tests', ok: true, summary: '', isAbsent: true } }
		];
		const stamped = (drafts: readonly object[]) =>
			new RunLog(
				drafts.map((draft, at) =>
					runEventSchema.parse({
						...{ version: 1, runId: 'r', from: 'conductor' },
						...draft,
						id: `e${at}`,
						seq: at + 1,
						time: at
					})
				)
			);
		expect(lastOf(stamped([...events, ...checked, finished])).word).toEqual({ text: '1 check passed', tone: 'ok' });
		expect(lastOf(stamped([...events, finished])).word).toEqual({ text: 'done, not checked', tone: '' });
	});
	it('that was a question is an answer and changes nothing', () => {
		const answered = logWith(finished, opened, planned({ kind: 'answer', reply: 'Two roles.' }), finished);
		const view = lastOf(answered);
		expect(viewOf(answered.state).announcement).toBe('Answered: Two roles.');
		expect(view).toMatchObject({ kind: 'answer', word: { text: 'answered', tone: '' }, understood: 'Two roles.', files: [] });
	});
	it('costs an unknown amount where the price of its model is not known, never nothing', () => {
		const called: Draft = {
			...{ topic: 'model.called', from: 'architect-1', payload: { model: 'm', requestHash: 'h', latencyMs: 1 } },
			cost: { inputTokens: 900, outputTokens: 100, money: null }
		};
		expect(lastOf(logWith(finished, opened, called))).toMatchObject({ tokens: 1000, cost: 'cost unknown' });
	});
	it('keeps what is said meanwhile', () => {
		const said: Draft = { topic: 'message', from: 'user', payload: { text: 'Blue, please' } };
		const [first, second] = viewsOf(logWith({ ...said, payload: { text: 'Large type' } }, finished, opened, said));
		expect(first?.messages.map(({ text }) => text)).toEqual(['Large type']);
		expect(second?.messages.map(({ text }) => text)).toEqual(['Blue, please']);
	});
	it('says where it comes from', () => {
		const failure = { fingerprint: 'f', gate: 'tests', code: 'TEST_FAILED', message: 'no', file: 'src/a.ts', lineNumber: 4 };
		const about = { ...opened, payload: { ...opened.payload, failures: [failure, { ...failure, file: undefined }] } };
		expect(lastOf(logWith(finished, about)).about).toEqual(['src/a.ts:4', 'Tests: no']);
	});
});
