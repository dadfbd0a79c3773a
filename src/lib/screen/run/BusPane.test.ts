import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { openProject, RUN, runUntil } from '../../../../tests/support/open-project';
import BusPane from './BusPane.svelte';

test('a bus without events is quiet', async () => {
	const { workspace } = openProject({ events: [] });
	const { getByText } = await render(BusPane, { workspace });
	await expect.element(getByText('The bus is quiet')).toBeVisible();
});

test('every event is a line with its time, sender, topic and words', async () => {
	const { workspace } = openProject();
	const { getByRole, getByText, container } = await render(BusPane, { workspace });
	const log = getByRole('log', { name: 'Events' });
	await expect.element(getByText('58 events')).toBeVisible();
	await expect.element(log).toHaveTextContent(/0:\d\d ?QA → Backend 2 ?message ?A viewer's PATCH is answered with 200./);
	await expectAccessible(container);
});

test('events that come are added at the end', async () => {
	const { workspace, run } = openProject({ events: runUntil('preview.ready') });
	const { getByRole } = await render(BusPane, { workspace });
	const log = getByRole('log', { name: 'Events' });
	await expect.element(log).not.toHaveTextContent('nodemailer');
	run.emit(RUN.slice(run.log.events.length));
	await expect.element(log).toHaveTextContent(/May I add the package nodemailer for invitations\?$/);
});

test('the filter looks at topic, sender and words, and says when nothing matches', async () => {
	const { workspace } = openProject();
	const { getByRole, getByText } = await render(BusPane, { workspace });
	const filter = getByRole('searchbox', { name: 'Filter events' });
	const log = getByRole('log', { name: 'Events' });
	await filter.fill('PLAN.PROPOSED');
	await expect.element(log).toHaveTextContent(/^0:11 ?Architect ?plan.proposed ?Customer dashboard$/);
	await filter.fill('no such thing');
	await expect.element(getByText('No event matches')).toBeVisible();
	await filter.fill('');
	await expect.element(log).toHaveTextContent('plan.proposed');
});
