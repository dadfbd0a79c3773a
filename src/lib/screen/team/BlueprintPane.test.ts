import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { openProject, runUntil } from '../../../../tests/support/open-project';
import BlueprintPane from './BlueprintPane.svelte';

test('before the run there is none; then the architect writes it', async () => {
	const idle = await render(BlueprintPane, { workspace: openProject({ events: [] }).workspace });
	await expect.element(idle.getByText('No blueprint yet')).toBeVisible();
	await idle.unmount();
	const { getByText } = await render(BlueprintPane, { workspace: openProject({ events: runUntil('run.started') }).workspace });
	await expect.element(getByText('The architect is writing the blueprint')).toBeVisible();
});

test('it reads as a page: stack, requirements with their state, questions, data, people, what is taken as given', async () => {
	const { workspace } = openProject();
	const { getByRole, container } = await render(BlueprintPane, { workspace });
	const page = getByRole('article', { name: 'Blueprint' });
	await expect.element(page.getByRole('heading', { name: 'Customer dashboard' })).toBeVisible();
	await expect.element(page.getByRole('list', { name: 'Stack' })).toHaveTextContent(/React.*PostgreSQL/);
	await expect.element(page.getByText('Unless you say otherwise: No, only staff')).toBeVisible();
	await expect.element(page.getByText('If a viewer tries to change data, it is refused')).toBeVisible();
	await expect.element(page.getByText('failing', { exact: true })).toBeVisible();
	const data = page.getByRole('table', { name: 'Customer', exact: true });
	await expect.element(data.getByRole('row', { name: 'status lead | active | lost' })).toBeVisible();
	await expect.element(page.getByText('Amounts are in euros.')).toBeVisible();
	await expectAccessible(container);
});

test('what was not understood is said first, and that it will not be built', async () => {
	const events = runUntil('plan.proposed').map((event) =>
		event.topic === 'plan.proposed'
			? { ...event, payload: { blueprint: { ...event.payload.blueprint, notUnderstood: ['Control my car'] } } }
			: event
	);
	const { getByText, getByRole } = await render(BlueprintPane, { workspace: openProject({ events }).workspace });
	await expect.element(getByRole('heading', { name: 'Not understood, will not be built' })).toBeVisible();
	await expect.element(getByText('Control my car')).toBeVisible();
});
