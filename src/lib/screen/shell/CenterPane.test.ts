import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { openProject } from '../../../../tests/support/open-project';
import CenterPane from './CenterPane.svelte';

const UP = { state: 'up', servers: [{ port: 3000, url: 'http://p3000.localhost' }] } as const;

test('each tab shows its own: graph, blueprint, code, timeline', async () => {
	const { workspace } = openProject();
	const { getByRole, container } = await render(CenterPane, { workspace, hasPreviewTab: false });
	await expect.element(getByRole('group', { name: 'Task graph, 11 tasks' })).toBeVisible();
	await expectAccessible(container);
	await getByRole('tab', { name: 'Blueprint' }).click();
	await expect.element(getByRole('article', { name: 'Blueprint' })).toBeVisible();
	await getByRole('tab', { name: 'Code' }).click();
	await expect.element(getByRole('navigation', { name: 'Project files' })).toBeVisible();
	await getByRole('tab', { name: 'Timeline' }).click();
	await expect.element(getByRole('slider', { name: 'Replay' })).toBeVisible();
	await expect.element(getByRole('tab', { name: 'Preview' })).not.toBeInTheDocument();
});

test('where the preview is a tab, the app comes to the front once it is up', async () => {
	const { workspace, showPreview } = openProject();
	const { getByRole } = await render(CenterPane, { workspace, hasPreviewTab: true });
	await expect.element(getByRole('tab', { name: 'Task graph' })).toHaveAttribute('aria-selected', 'true');
	showPreview(UP);
	await expect.element(getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true');
});

test('what a person chose stays at the front when the app is up', async () => {
	const { workspace, showPreview } = openProject();
	const { getByRole } = await render(CenterPane, { workspace, hasPreviewTab: true });
	const graph = getByRole('tab', { name: 'Task graph' });
	await graph.click();
	showPreview(UP);
	await expect.element(graph).toHaveAttribute('aria-selected', 'true');
});

test('a task of the graph opens its first file', async () => {
	const { workspace } = openProject({ files: { 'migrations/0001_init.sql': 'create table a ();' } });
	const { getByRole } = await render(CenterPane, { workspace, hasPreviewTab: false });
	await getByRole('button', { name: 'Schema, Database, done' }).click();
	await expect.element(getByRole('tab', { name: '0001_init.sql' })).toHaveAttribute('aria-selected', 'true');
});
