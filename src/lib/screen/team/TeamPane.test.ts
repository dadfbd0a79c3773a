import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { ENDED_RUN, openProject, runUntil } from '../../../../tests/support/open-project';
import TeamPane from './TeamPane.svelte';

test('each agent says what it does, and each criterion whether it is proven', async () => {
	const { workspace } = openProject();
	const { getByRole, getByText, container } = await render(TeamPane, { workspace });
	const agents = getByRole('list', { name: 'Agents' });
	await expect.element(agents.getByRole('button', { name: /^Backend May|^Backend .*needs you/ }).first()).toBeVisible();
	await expect.element(agents.getByRole('button', { name: /Frontend/ })).toHaveTextContent(/writing.*RevenueChart/);
	await expect.element(getByText('3 of 7 proven')).toBeVisible();
	await expect.element(getByRole('listitem').filter({ hasText: 'R3.2' })).toHaveTextContent('failing');
	await expectAccessible(container);
});

test('a run that has not begun has no agents yet', async () => {
	const { workspace } = openProject({ events: [] });
	const { getByText } = await render(TeamPane, { workspace });
	await expect.element(getByText('The team has not started')).toBeVisible();
});

test('what was imported is shown as files that nobody worked on here', async () => {
	const { workspace } = openProject({
		events: [ENDED_RUN[0], ENDED_RUN.at(-1)].flatMap((event) => event ?? []),
		origin: 'files'
	});
	const { getByText } = await render(TeamPane, { workspace });
	await expect.element(getByText('Nobody has worked on it here')).toBeVisible();
});

test('words go to the whole team with Enter; Shift and Enter is a line of its own', async () => {
	const { workspace, run } = openProject({ events: runUntil('preview.ready') });
	const { getByRole } = await render(TeamPane, { workspace });
	const words = getByRole('textbox', { name: 'Message the team' });
	await userEvent.type(words, 'Blue,{Shift>}{Enter}{/Shift}please{Enter}');
	expect(run.commands).toEqual([{ type: 'message', text: 'Blue,\nplease', to: undefined }]);
	await expect.element(words).toHaveValue('');
	await userEvent.type(words, '   {Enter}');
	expect(run.commands).toHaveLength(1);
});

test('words go to the agent that was picked, until it is picked again', async () => {
	const { workspace, run } = openProject({ events: runUntil('preview.ready') });
	const { getByRole } = await render(TeamPane, { workspace });
	const agent = getByRole('list', { name: 'Agents' }).getByTitle('Message and read along with Frontend');
	await agent.click();
	await expect.element(agent).toHaveAttribute('aria-pressed', 'true');
	await userEvent.type(getByRole('textbox', { name: 'Message Frontend' }), 'Bigger type{Enter}');
	expect(run.commands).toEqual([{ type: 'message', text: 'Bigger type', to: 'frontend-1' }]);
	await agent.click();
	await expect.element(getByRole('textbox', { name: 'Message the team' })).toBeVisible();
});

test('its tabs show plan, files and history', async () => {
	const { workspace } = openProject({ events: ENDED_RUN, files: { 'src/app.ts': '' } });
	const { getByRole } = await render(TeamPane, { workspace });
	await getByRole('tab', { name: 'Plan' }).click();
	await expect.element(getByRole('list', { name: 'Plan' })).toBeVisible();
	await getByRole('tab', { name: 'Files' }).click();
	await expect.element(getByRole('tree', { name: 'Files' })).toBeVisible();
	await getByRole('tab', { name: 'History' }).click();
	await expect.element(getByRole('list', { name: 'History' })).toBeVisible();
});

test('a change is taken back once the run is over, with the seq before it', async () => {
	const { workspace, run } = openProject({ events: ENDED_RUN });
	workspace.leftTab = 'history';
	const { getByRole } = await render(TeamPane, { workspace });
	const change = getByRole('list', { name: 'History' }).getByRole('listitem').filter({ hasText: 'Design system' });
	await change.hover();
	await change.getByRole('button', { name: 'Restore as before' }).click();
	expect(run.commands).toEqual([{ type: 'restore', paths: ['src/ui/tokens.css'], seq: 8 }]);
});
