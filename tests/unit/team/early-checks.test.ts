import { expect, test } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import type { RunEvent } from '../../../src/lib/domain/events';
import type { Gate } from '../../../src/lib/team/gates/gate';
import { BUILTIN_MODEL } from '../../../src/lib/models/providers';
import { failureOf, reportOf } from '../../../src/lib/team/gates/gate';
import { passingGates, teamRun } from '../support/team-run';

const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;
const FILE = 'src/features/customers/list.page.tsx';

/** A run of a model that is not the built-in one, one agent at a time, and its events. */
async function run(gates: Partial<typeof passingGates>, model = 'some-model') {
	const { conductor, log, workspace } = teamRun({
		container: async () => nowhere,
		gates: { ...passingGates, ...gates },
		model,
		workers: 1
	});
	const state = await conductor.run();
	return { state, workspace, events: await log.read('run-1') };
}

const positionOf = (events: RunEvent[], isWanted: (event: RunEvent) => boolean) => events.findIndex(isWanted);
const isDone = (taskId: string) => (event: RunEvent) => event.topic === 'task.result' && event.taskId === taskId;

/** Fails on a file as long as its text was not written twice. */
function failingOnce(gate: 'types' | 'tests', file: string): Gate {
	let isMended = false;
	return async (context) => {
		const isThere = context.files.read(file) !== undefined && (gate === 'types' || context.only?.length !== 0);
		const failures = isThere && !isMended ? [failureOf(gate, 'X', 'No.', { file })] : [];
		if (isThere) isMended = true;
		return reportOf(gate, performance.now(), { summary: failures.length ? 'One.' : 'Fine.', failures });
	};
}

test('a fault in a feature reaches its author while other features are still being written', async () => {
	const { state, events } = await run({ types: failingOnce('types', FILE) });
	expect(state.phase).toBe('done');
	const asked = positionOf(events, ({ topic }) => topic === 'fix.requested');
	expect(events[asked]?.payload).toMatchObject({ owner: 'frontend', files: [FILE] });
	expect(asked).toBeGreaterThan(positionOf(events, isDone('ui:customers')));
	expect(asked).toBeLessThan(positionOf(events, isDone('docs')));
	const scoped = events.find((event) => event.topic === 'check.reported' && event.payload.scope !== undefined);
	expect(scoped?.payload).toMatchObject({ gate: 'types', scope: expect.stringContaining('customers') as string });
});

test('only the tests of what QA has written are run', async () => {
	const runs: string[][] = [];
	const { state } = await run({
		tests: async ({ only = [] }) => {
			runs.push([...only]);
			return reportOf('tests', performance.now(), { summary: 'Fine.', passed: 1 });
		}
	});
	expect(state.phase).toBe('done');
	expect(runs.at(-1)).toEqual([]);
	expect(runs.length).toBeGreaterThan(1);
	for (const only of runs.slice(0, -1)) for (const folder of only) expect(folder).toMatch(/^src\/features\/[\w-]+\/$/);
});

test('what an unfinished feature causes is left to the checks at the end', async () => {
	const { events } = await run({
		types: async (context) => {
			// Of a task that never ends before the others do.
			const isEarly = context.files.read('README.md') === undefined;
			const failures = isEarly ? [failureOf('types', 'X', 'No.', { file: 'docs/decisions.md' })] : [];
			return reportOf('types', performance.now(), { summary: 'x', failures });
		}
	});
	const asked = positionOf(events, ({ topic }) => topic === 'fix.requested');
	expect(asked).toBe(-1);
});

test('the built-in model, which writes all in seconds, is checked at the end only', async () => {
	const { events } = await run({}, BUILTIN_MODEL);
	expect(events.some((event) => event.topic === 'check.reported' && event.payload.scope !== undefined)).toBe(false);
});
