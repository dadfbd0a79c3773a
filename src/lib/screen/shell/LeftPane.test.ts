import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, RUN, type ProjectParts } from '../../../../tests/support/open-project';
import { changing, finished, withEvents } from '../../../../tests/support/requests';
import { Settings } from '../../app/settings.svelte';
import LeftPane from './LeftPane.svelte';

async function openPane(parts: ProjectParts = {}) {
	const project = openProject(parts);
	const pane = await render(LeftPane, { workspace: project.workspace, settings: new Settings() });
	return { ...project, ...pane };
}

test('a run that has not begun has no requests yet', async () => {
	const { getByText } = await openPane({ events: [] });
	await expect.element(getByText('The team has not started')).toBeVisible();
});

test('its tabs show conversation, plan, files and history', async () => {
	const { getByRole, container } = await openPane({ events: ENDED_RUN, files: { 'src/app.ts': '' } });
	await expect.element(getByRole('tabpanel', { name: 'Conversation' })).toBeVisible();
	await getByRole('tab', { name: 'Plan' }).click();
	await expect.element(getByRole('list', { name: 'Plan' })).toBeVisible();
	await expectAccessible(container);
	await getByRole('tab', { name: 'Files' }).click();
	await expect.element(getByRole('tree', { name: 'Files' })).toBeVisible();
	await getByRole('tab', { name: 'History' }).click();
	await expect.element(getByRole('list', { name: 'History' })).toBeVisible();
});

test('the plan says of each criterion whether it is proven', async () => {
	const { workspace, getByRole, getByText } = await openPane();
	workspace.leftTab = 'plan';
	await expect.element(getByText('3 of 7 proven')).toBeVisible();
	const criteria = getByRole('list', { name: 'Requirements' }).getByRole('listitem');
	await expect.element(criteria.filter({ hasText: 'R3.2' })).toHaveTextContent('failing');
});

test('what waits for the person is told beside every tab', async () => {
	const { workspace, getByRole } = await openPane({ events: RUN });
	for (const tab of ['conversation', 'plan', 'files', 'history'] as const) {
		workspace.leftTab = tab;
		await expect.element(getByRole('region', { name: 'Backend asks' })).toBeVisible();
	}
});

test('a change is taken back once the run is over, with the seq before it', async () => {
	const { workspace, run, getByRole } = await openPane({ events: ENDED_RUN });
	workspace.leftTab = 'history';
	const change = getByRole('list', { name: 'History' }).getByRole('listitem').filter({ hasText: 'Design system' });
	await change.hover();
	await change.getByRole('button', { name: 'Restore as before' }).click();
	expect(run.commands).toEqual([{ type: 'restore', paths: ['src/ui/tokens.css'], seq: 8 }]);
});

test('the history of one request leads back to that of all', async () => {
	const result = { topic: 'task.result', from: 'backend-1', taskId: 'change-2/1' } as const;
	const payload = { summary: 'Rates tips', files: ['src/routes/tips.ts'] };
	const { workspace, getByRole } = await openPane({
		events: withEvents(changing('src/routes/tips.ts'), { ...result, payload }, finished())
	});
	workspace.showChangesOf('request-2');
	const list = getByRole('list', { name: 'History' });
	await expect.element(list).toHaveTextContent(/^Rates tips/);
	await expect.element(list).not.toHaveTextContent('Design system');
	await getByRole('button', { name: 'Show all changes' }).click();
	await expect.element(list).toHaveTextContent('Design system');
});
