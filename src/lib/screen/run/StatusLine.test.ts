import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, runUntil, withEvent } from '../../../../tests/support/open-project';
import { BUILTIN_MODEL } from '../../models/providers';
import StatusLine from './StatusLine.svelte';

const noPalette = () => undefined;

test('it says how far the run is, on which engine and with which model', async () => {
	const { workspace } = openProject({
		events: withEvent(runUntil('preview.ready'), { topic: 'model.changed', payload: { model: BUILTIN_MODEL } })
	});
	const { getByRole, container } = await render(StatusLine, { workspace, engine: 'embedded', onpalette: noPalette });
	const line = getByRole('contentinfo');
	await expect.element(line).toHaveTextContent(/agents at work · 7 of 11 tasks/);
	await expect.element(line).toHaveTextContent('engine: embedded');
	await expect.element(line).toHaveTextContent('model: built-in, rule-based');
	await expectAccessible(container);
});

test('a run that is over has nobody at work', async () => {
	const { workspace } = openProject({ events: ENDED_RUN });
	const { getByRole } = await render(StatusLine, { workspace, engine: 'embedded', onpalette: noPalette });
	await expect.element(getByRole('contentinfo')).not.toHaveTextContent('at work');
});

test('a replay is shown, and left with one click', async () => {
	const { workspace } = openProject();
	workspace.seek(7);
	const { getByRole } = await render(StatusLine, { workspace, engine: 'embedded', onpalette: noPalette });
	const back = getByRole('button', { name: 'replay: event 7, back to now' });
	await back.click();
	expect(workspace.cursor).toBeUndefined();
	await expect.element(back).not.toBeInTheDocument();
});

test('its button opens the command palette', async () => {
	let openCount = 0;
	const { workspace } = openProject();
	const { getByRole } = await render(StatusLine, { workspace, engine: 'embedded', onpalette: () => openCount++ });
	await getByRole('button', { name: 'Open the command palette' }).click();
	expect(openCount).toBe(1);
});
