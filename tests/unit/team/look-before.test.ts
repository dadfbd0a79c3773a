import { expect, it } from 'vitest';
import { gateNames, type GateName } from '../../../src/lib/domain/check';
import type { ChangePlanInput } from '../../../src/lib/domain/change-plan';
import type { ConductorOptions } from '../../../src/lib/team/conductor/conductor-options';
import { failureOf, reportOf, type Gate } from '../../../src/lib/team/gates/gate';
import { writeTracked } from '../../../src/lib/team/conductor/tracked-files';
import { team } from '../support/change-team';
import { MemoryEventStore } from '../support/memory-event-store';
import { teamRun } from '../support/team-run';
import { tipsBlueprint } from '../support/tips-blueprint';

/** How an imported project stood before a request is looked at once, and known from then on. */

const plan = (text: string): ChangePlanInput => ({
	...{ kind: 'change', reply: text },
	steps: [{ title: 'Write', role: 'backend', what: 'Write.', files: ['server.js'] }]
});

/** An imported project of one file, whose tests fail as often as `failing` says; which gates looked, in order. */
async function imported() {
	const looked: GateName[] = [];
	const failing = { count: 1 };
	const gates = Object.fromEntries(
		gateNames.map((name): [GateName, Gate] => [
			name,
			async () => {
				looked.push(name);
				const failures = Array.from({ length: name === 'tests' ? failing.count : 0 }, (_, index) =>
					failureOf('tests', 'TEST', `test ${'abc'[index] ?? ''}: no`, { file: 'a.test.js' })
				);
				return reportOf(name, performance.now(), { summary: failures.length ? 'Some fail.' : 'Fine.', failures });
			}
		])
	) as ConductorOptions['gates'];
	const { options } = team(tipsBlueprint, {
		plans: [plan('One'), plan('Two'), plan('Three')],
		write: { 'change-2/1': { 'server.js': '1' }, 'change-3/1': { 'server.js': '2' }, 'change-4/1': { 'server.js': '3' } }
	});
	const first = teamRun({ ...options, ...(gates ? { gates } : {}) });
	const run = { runId: 'run-1', from: 'user' };
	await first.log.append({ ...run, topic: 'run.started', payload: { requirement: 'Imported.', projectId: 'p', model: 'none' } });
	await writeTracked(
		{ ...first, runId: 'run-1', append: (draft) => first.log.append(draft) },
		{ path: 'server.js', content: '0', by: 'conductor' }
	);
	await first.log.append({ ...run, topic: 'run.finished', payload: { outcome: 'done', summary: 'Imported.' } });
	const ask = (text: string, store: MemoryEventStore = first.store) =>
		teamRun({ ...options, ...(gates ? { gates } : {}), workspace: first.workspace, wish: { text } }, store).conductor.run();
	return { ...first, ask, looked, failing };
}
const times = (looked: GateName[]) => looked.splice(0).filter((name) => name === 'tests').length;

it('what failed before is known, and what one request ended with is what the next begins with', async () => {
	const { ask, looked, failing, workspace, store } = await imported();
	const state = await ask('One');
	expect(state).toMatchObject({ phase: 'done', failures: [] });
	expect(state.summary).toContain('Some fail. 1 test failed before this as well.');
	expect(times(looked)).toBe(2);

	expect((await ask('Two')).summary).toContain('1 test failed before this as well.');
	expect(times(looked)).toBe(1);

	const { log } = teamRun({ workspace }, store);
	await writeTracked(
		{ workspace, runId: 'run-1', append: (draft) => log.append(draft) },
		{ path: 'server.js', content: 'by hand', by: 'user' }
	);
	failing.count = 2;
	expect((await ask('Three')).summary).toContain('2 tests failed before this as well.');
	expect(times(looked)).toBe(2);
});

it('a reload does not take the change for what was before', async () => {
	const { ask, looked, failing, store, workspace } = await imported();
	await ask('One');
	const events = await store.read('run-1');
	const until = events.findIndex(({ topic, taskId }) => topic === 'task.result' && taskId === 'change-2/1');
	const cut = new MemoryEventStore();
	for (const event of events.slice(0, until + 1)) await cut.append(event);
	times(looked);
	failing.count = 2;
	expect(workspace.read('server.js')).toBe('1');
	const state = await ask('One', cut);
	expect(times(looked)).toBeGreaterThan(0);
	expect(state.phase).toBe('incomplete');
	expect(state.failures.map(({ message }) => message)).toEqual(['test b: no']);
});
