import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { openProject } from '../../../../tests/support/open-project';
import TimelinePane from './TimelinePane.svelte';

test('without events it says what becomes of them', async () => {
	const { workspace } = openProject({ events: [] });
	const { getByText } = await render(TimelinePane, { workspace });
	await expect.element(getByText('Nothing has happened yet')).toBeVisible();
});

test('agents and gates are lanes, and a drag through time replays the run', async () => {
	const { workspace } = openProject();
	const { getByRole, getByText, container } = await render(TimelinePane, { workspace });
	await expect.element(getByRole('img', { name: /^Timeline of the agents and gates over 0:40/ })).toBeVisible();
	for (const lane of ['Database', 'Backend', 'Backend 2', 'Frontend', 'QA', 'Types', 'Tests'])
		await expect.element(getByText(lane, { exact: true }).first()).toBeVisible();
	const slider = getByRole('slider', { name: 'Replay' });
	await expect.element(slider).toHaveAttribute('aria-valuetext', 'Event 58 of 58, at 0:40');
	await expectAccessible(container);
	await userEvent.click(slider);
	await userEvent.keyboard('{Home}');
	expect(workspace.cursor).toBe(1);
	await expect.element(slider).toHaveAttribute('aria-valuetext', 'Event 1 of 58, at 0:00');
});

test('the way back to now is open during a replay only', async () => {
	const { workspace } = openProject();
	const { getByRole } = await render(TimelinePane, { workspace });
	const now = getByRole('button', { name: 'Now' });
	await expect.element(now).toBeDisabled();
	workspace.seek(5);
	await now.click();
	expect(workspace.cursor).toBeUndefined();
});
