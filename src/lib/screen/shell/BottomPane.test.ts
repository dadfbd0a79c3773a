import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { openProject, runUntil } from '../../../../tests/support/open-project';
import BottomPane from './BottomPane.svelte';

test('its tabs count what passed, what fails and the problems', async () => {
	const { workspace } = openProject();
	const { getByRole, container } = await render(BottomPane, { workspace });
	await expect.element(getByRole('tab', { name: /^Tests/ })).toHaveTextContent(/41 ?passed ?1 ?failing/);
	await expect.element(getByRole('tab', { name: /^Problems/ })).toHaveTextContent(/Problems 1/);
	await expectAccessible(container);
});

test('nothing is counted before anything is checked', async () => {
	const { workspace } = openProject({ events: runUntil('plan.patched') });
	const { getByRole } = await render(BottomPane, { workspace });
	await expect.element(getByRole('tab', { name: /^Tests/ })).toHaveTextContent(/^Tests$/);
	await expect.element(getByRole('tabpanel', { name: /^Tests/ })).toHaveTextContent('Nothing is checked yet');
});

test('tabs are chosen by click and by arrow keys, and the panel follows', async () => {
	const { workspace } = openProject();
	const { getByRole } = await render(BottomPane, { workspace });
	await getByRole('tab', { name: /^Problems/ }).click();
	await expect.element(getByRole('tabpanel', { name: /^Problems/ })).toHaveTextContent('TEST_FAILED');
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(getByRole('tab', { name: 'Bus' })).toHaveFocus();
	await expect.element(getByRole('log', { name: 'Events' })).toBeVisible();
	expect(workspace.bottomTab).toBe('bus');
});

test('it is hidden by its button', async () => {
	const { workspace } = openProject();
	const { getByRole } = await render(BottomPane, { workspace });
	await getByRole('button', { name: 'Hide this pane' }).click();
	expect(workspace.isBottomOpen).toBe(false);
});
