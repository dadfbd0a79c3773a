import { expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { openProject } from '../../../../tests/support/open-project';
import type { TaskView } from '../run/run-view';
import GraphPane from './GraphPane.svelte';

const tasksOf = () => openProject().workspace.view.tasks;

test('without tasks it says when the graph grows', async () => {
	const { getByText } = await render(GraphPane, { tasks: [], onpick: () => undefined });
	await expect.element(getByText('No tasks yet')).toBeVisible();
});

test('each task is a button with its title, role and state', async () => {
	const { getByRole, container } = await render(GraphPane, { tasks: tasksOf(), onpick: () => undefined });
	const graph = getByRole('group', { name: 'Task graph, 11 tasks' });
	await expect.element(graph.getByRole('button', { name: 'Schema, Database, done' })).toBeVisible();
	await expect.element(graph.getByRole('button', { name: 'Dashboard page, Frontend, writing' })).toBeVisible();
	await expect.element(graph.getByRole('button')).toHaveLength(11);
	await expectAccessible(container);
});

test('a task is picked by click and by Enter', async () => {
	const picked: TaskView[] = [];
	const { getByRole } = await render(GraphPane, { tasks: tasksOf(), onpick: (task: TaskView) => void picked.push(task) });
	const schema = getByRole('button', { name: 'Schema, Database, done' });
	await schema.click();
	await expect.element(schema).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect(picked.map(({ id }) => id)).toEqual(['schema', 'schema']);
});

test('a state that changes is shown in the graph that is drawn already', async () => {
	const tasks = tasksOf();
	const { getByRole, rerender } = await render(GraphPane, { tasks, onpick: () => undefined });
	await expect.element(getByRole('button', { name: /^Verify, QA, waiting/ })).toBeVisible();
	const word = { text: 'failed', tone: 'bad' } as const;
	await rerender({ tasks: tasks.map((task) => (task.id === 'verify' ? { ...task, state: 'failed', word } : task)) });
	await expect.element(getByRole('button', { name: /^Verify, QA, failed/ })).toBeVisible();
});

test('a graph that cannot be drawn says so, and where to look instead', async () => {
	vi.stubGlobal('Worker', function () {
		throw new Error('This browser has no workers.');
	});
	onTestFinished(() => void vi.unstubAllGlobals());
	const { getByRole } = await render(GraphPane, { tasks: tasksOf(), onpick: () => undefined });
	const note = getByRole('alert');
	await expect.element(note).toHaveTextContent('The graph could not be drawn.');
	await expect.element(note).toHaveTextContent('The plan on the left shows the same tasks.');
});
