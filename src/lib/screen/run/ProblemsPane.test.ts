import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, runUntil } from '../../../../tests/support/open-project';
import ProblemsPane from './ProblemsPane.svelte';

test('without problems it says what would be listed', async () => {
	const { workspace } = openProject({ events: runUntil('plan.patched') });
	const { getByText } = await render(ProblemsPane, { workspace });
	await expect.element(getByText('No problems')).toBeVisible();
});

test('a problem says its check, place, owner and code, and leads to the file', async () => {
	const { workspace } = openProject({ files: { 'src/routes/customers.ts': 'const a = 1;\n'.repeat(60) } });
	const { getByRole, container } = await render(ProblemsPane, { workspace });
	const problem = getByRole('button', { name: /expected 403, got 200/ });
	await expect.element(problem).toHaveTextContent(/Tests.*src\/routes\/customers.ts:58.*Backend.*TEST_FAILED/);
	await expectAccessible(container);
	await problem.click();
	// The editor is loaded when it is first needed, which takes a busy machine seconds.
	await expect.poll(() => workspace.editor.active, { timeout: 14_000 }).toBe('src/routes/customers.ts');
});

test('an error of the live app is listed as it comes', async () => {
	const { workspace, showPreview, failInPreview } = openProject({ events: ENDED_RUN });
	const { getByRole } = await render(ProblemsPane, { workspace });
	showPreview({ state: 'up', servers: [{ port: 3000, url: 'http://p3000.localhost' }] });
	failInPreview({ message: 'boom is not defined', stack: '', port: 3000, path: '/' });
	await expect.element(getByRole('listitem').filter({ hasText: 'boom is not defined' })).toBeVisible();
});

test('what is wrong is asked to be mended, with what is known of it', async () => {
	const { workspace, run, showPreview, failInPreview } = openProject({ events: ENDED_RUN });
	const { getByRole } = await render(ProblemsPane, { workspace });
	await getByRole('button', { name: 'Fix', exact: true }).click();
	expect(run.commands).toMatchObject([
		{ type: 'ask', wish: { text: expect.stringMatching(/^Mend this: .*403/), failures: [{ fingerprint: 'f-roles-403' }] } }
	]);
	showPreview({ state: 'up', servers: [{ port: 3000, url: 'http://p3000.localhost' }] });
	failInPreview({ message: 'boom is not defined', stack: 'at Books (src/books.tsx:12:3)', port: 3000, path: '/books' });
	await getByRole('button', { name: 'Fix all' }).click();
	expect(run.commands[1]).toMatchObject({
		type: 'ask',
		wish: {
			text: 'Mend these 2 faults.',
			failures: [
				{ gate: 'smoke', file: 'src/books.tsx', lineNumber: 12, message: expect.stringContaining('at Books') },
				{ fingerprint: 'f-roles-403' }
			]
		}
	});
});

test('while something else is built, the repair comes after it', async () => {
	const { workspace, run, showPreview, failInPreview } = openProject({ events: runUntil('plan.patched') });
	showPreview({ state: 'up', servers: [{ port: 3000, url: 'http://p3000.localhost' }] });
	failInPreview({ message: 'boom is not defined', stack: '', port: 3000, path: '/' });
	const { getByRole } = await render(ProblemsPane, { workspace });
	await getByRole('button', { name: 'Fix', exact: true }).click();
	expect(run.commands).toMatchObject([{ type: 'queue', wish: { failures: [{ code: 'PAGE_ERROR' }] } }]);
});

test('what is being repaired is not asked for again', async () => {
	const { workspace } = openProject();
	expect(workspace.problems[0]?.repair).toBe('repairing, try 1 of 3');
	const { getByRole } = await render(ProblemsPane, { workspace });
	await expect.element(getByRole('button', { name: /expected 403/ })).toBeVisible();
	await expect.element(getByRole('button', { name: 'Fix', exact: true })).not.toBeInTheDocument();
});

test('errors that differ below their first line are listed each', async () => {
	const { workspace, showPreview, failInPreview } = openProject({ events: runUntil('plan.patched') });
	const { getByRole } = await render(ProblemsPane, { workspace });
	showPreview({ state: 'up', servers: [{ port: 3000, url: 'http://p3000.localhost' }] });
	for (const where of ['in Books', 'in Authors']) failInPreview({ message: `boom\n${where}`, stack: '', port: 3000, path: '/' });
	await expect.element(getByRole('listitem')).toHaveLength(2);
});
