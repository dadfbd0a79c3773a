import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, RUN, runUntil } from '../../../../tests/support/open-project';
import { finished, withEvents, wrote } from '../../../../tests/support/requests';
import ChecksPane from './ChecksPane.svelte';

test('before any check it says what will be checked', async () => {
	const { workspace } = openProject({ events: runUntil('plan.patched') });
	const { getByText } = await render(ChecksPane, { workspace });
	await expect.element(getByText('Nothing is checked yet')).toBeVisible();
});

test('each gate has its verdict, and one that fails lies open with the failure and its owner', async () => {
	const { workspace } = openProject();
	const { getByRole, container } = await render(ChecksPane, { workspace });
	const types = getByRole('listitem').filter({ hasText: 'Types' });
	const tests = getByRole('listitem').filter({ hasText: 'Tests' });
	await expect.element(types).toHaveTextContent(/passed.*No type errors in 38 files/);
	await expect.element(tests).toHaveTextContent(/failing.*41 of 42 passed/);
	await expect.element(tests.getByText("R3.2 a viewer's change is refused: expected 403, got 200")).toBeVisible();
	await expect.element(tests).toHaveTextContent(/Backend owns.*repairing, try 1 of 3/);
	await expectAccessible(container);
});

test('what a person opens and closes stays so when more events come', async () => {
	const { workspace, run } = openProject({ events: runUntil('fix.requested') });
	const { getByRole, getByText } = await render(ChecksPane, { workspace });
	const failure = getByText(/expected 403, got 200/);
	await getByRole('listitem').filter({ hasText: 'Tests' }).getByText('41 of 42 passed').click();
	await expect.element(failure).not.toBeVisible();
	run.emit(openProject().run.log.events.slice(run.log.events.length));
	await expect.element(failure).not.toBeVisible();
});

test('a failure leads to its line in the editor', async () => {
	const { workspace } = openProject({ files: { 'src/routes/customers.ts': 'const a = 1;\n'.repeat(60) } });
	const { getByRole } = await render(ChecksPane, { workspace });
	await getByRole('button', { name: 'src/routes/customers.ts:58' }).click();
	await expect.poll(() => workspace.editor.active).toBe('src/routes/customers.ts');
	expect(workspace.centerTab).toBe('code');
});

const CHECK = { type: 'ask', wish: { text: 'Check it as it is now.', isCheck: true } };

test('what changed since the tests ran is checked again from here', async () => {
	const { workspace, run } = openProject({ events: withEvents(ENDED_RUN, { ...wrote('a.ts'), from: 'user' }) });
	const { getByRole, container } = await render(ChecksPane, { workspace });
	await expect.element(getByRole('note')).toHaveTextContent(/changed since the tests ran/);
	await expectAccessible(container);
	await getByRole('button', { name: 'Check again' }).click();
	expect(run.commands).toEqual([CHECK]);
});

test('what came as files and nobody checked is checked from here', async () => {
	const events = withEvents(RUN.slice(0, 1), wrote('index.html'), finished('done', '1 file imported, not checked.'));
	const { workspace, run } = openProject({ events, origin: 'files' });
	const { getByRole } = await render(ChecksPane, { workspace });
	await getByRole('button', { name: 'Check it now' }).click();
	expect(run.commands).toEqual([CHECK]);
});
