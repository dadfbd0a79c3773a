import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { openProject } from '../../../../tests/support/open-project';
import PlanList from './PlanList.svelte';

test('each task says whose it is, how far it is and how long it took', async () => {
	const { workspace } = openProject();
	const { getByRole, container } = await render(PlanList, { tasks: workspace.view.tasks });
	const tasks = getByRole('list', { name: 'Plan' }).getByRole('listitem');
	await expect.element(tasks).toHaveLength(11);
	await expect.element(tasks.first()).toHaveTextContent(/Schema.*done.*Database · /);
	await expect.element(tasks.filter({ hasText: 'Customer pages' })).toHaveTextContent(/waiting.*Frontend/);
	await expectAccessible(container);
});

test('without tasks it says when they come', async () => {
	const { getByText } = await render(PlanList, { tasks: [] });
	await expect.element(getByText('Tasks appear once the blueprint is done.')).toBeVisible();
});
