import { expect, test } from 'vitest';
import { blueprintSchema } from '../../../src/lib/domain/blueprint';
import { checkTasks, planTasks } from '../../../src/lib/team/planning/task-graph';
import { readyTasks } from '../../../src/lib/team/planning/scheduler';
import { isWritable, cleanPath } from '../../../src/lib/domain/write-set';
import type { PlannedTask } from '../../../src/lib/domain/task';
import type { TaskState } from '../../../src/lib/log/state';

const blueprint = blueprintSchema.parse({
	title: 'Shop',
	slug: 'shop',
	summary: 'A shop.',
	requirements: [{ id: 'R1', text: 'The app shall list orders.', criteria: [{ id: 'R1.1', text: 'Orders are listed.' }] }],
	entities: [
		{ name: 'customer', plural: 'customers', label: 'Customer', fields: [{ name: 'name', label: 'Name', type: 'text' }] },
		{
			name: 'order',
			plural: 'orders',
			label: 'Order',
			fields: [{ name: 'customer', label: 'Customer', type: 'reference', reference: 'customer' }]
		}
	],
	features: [
		{ name: 'orders', kind: 'crud', entity: 'order', needs: ['customers'], criteria: ['R1.1'] },
		{ name: 'customers', kind: 'crud', entity: 'customer' },
		{ name: 'users', kind: 'users' }
	]
});
const FRAME = ['src/features/users/contract.ts', 'migrations/0001_core.sql', 'migrations/0002_users.sql'];
const task = (id: string, part: Partial<PlannedTask> = {}): PlannedTask => ({
	id,
	title: id,
	role: 'qa',
	kind: 'api',
	needs: [],
	publishes: [id],
	writes: [`${id}.ts`],
	criteria: [],
	estimate: 1,
	...part
});

test('a feature is stored, served, shown and tested, after the features that it points to', () => {
	const tasks = planTasks(blueprint, FRAME);
	expect(tasks.map(({ id }) => id)).toEqual([
		'blueprint',
		'app',
		'theme',
		'schema:customers',
		'api:customers',
		'ui:customers',
		'tests:customers',
		'schema:orders',
		'api:orders',
		'ui:orders',
		'tests:orders',
		'docs'
	]);
	const schema = tasks.find(({ id }) => id === 'schema:orders');
	expect(schema?.writes).toEqual(['migrations/0004_orders.sql', 'src/features/orders/seed.ts']);
	expect(schema?.needs).toEqual(['frame', 'schema:customers']);
});

test('a plan that waits for itself, needs the unknown or shares a file is refused', () => {
	expect(() => checkTasks([task('a', { needs: ['b'] }), task('b', { needs: ['a'] })])).toThrow(
		expect.objectContaining({ code: 'PLAN_CYCLE' })
	);
	expect(() => checkTasks([task('a', { needs: ['z'] })])).toThrow(expect.objectContaining({ code: 'PLAN_UNKNOWN_NEED' }));
	expect(() => checkTasks([task('a', { writes: ['src/**'] }), task('b', { writes: ['src/x.ts'] })])).toThrow(
		expect.objectContaining({ code: 'PLAN_OVERLAP' })
	);
});

test('the task with the longest road ahead starts first', () => {
	const state = (plannedTask: PlannedTask) =>
		({
			...plannedTask,
			status: 'waiting',
			agent: null,
			attempts: 0,
			startedAt: null,
			endedAt: null,
			note: '',
			files: []
		}) as TaskState;
	const tasks = [task('short'), task('long'), task('after', { needs: ['long'] })].map(state);
	expect(readyTasks({ tasks, artifacts: {} }).map(({ id }) => id)).toEqual(['long', 'short']);
});

test('a write set admits its files only, and paths cannot leave the project', () => {
	const writes = ['src/features/a/*.tsx', '!src/features/a/*.test.tsx', 'docs/**'];
	expect(
		['src/features/a/x.tsx', 'src/features/a/x.test.tsx', 'src/features/a/b/x.tsx', 'docs/a/b.md'].map((path) =>
			isWritable(writes, path)
		)
	).toEqual([true, false, false, true]);
	expect(['./a.ts', '/a.ts', '../a.ts', 'a/../../b', '.git/config', 'a\\b'].map(cleanPath)).toEqual([
		'a.ts',
		'a.ts',
		undefined,
		undefined,
		undefined,
		undefined
	]);
});
