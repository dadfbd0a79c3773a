import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, runUntil, withEvent } from '../../../../tests/support/open-project';
import { BUILTIN_MODEL } from '../../models/providers';
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

test('a model that takes words is asked to repair after the end; rules are not', async () => {
	const rules = openProject({
		events: withEvent(ENDED_RUN, { topic: 'model.changed', payload: { model: BUILTIN_MODEL } })
	});
	const first = await render(ProblemsPane, { workspace: rules.workspace });
	await expect.element(first.getByRole('button', { name: /expected 403/ })).toBeVisible();
	await expect.element(first.getByRole('button', { name: 'Ask the team to repair it' })).not.toBeInTheDocument();
	await first.unmount();

	const { workspace, run } = openProject({
		events: withEvent(ENDED_RUN, { topic: 'model.changed', payload: { model: 'gpt-5' } })
	});
	const { getByRole } = await render(ProblemsPane, { workspace });
	await getByRole('button', { name: 'Ask the team to repair it' }).click();
	const text = "Repair this in the live app (src/routes/customers.ts): R3.2 a viewer's change is refused: expected 403, got 200";
	expect(run.commands).toEqual([{ type: 'message', text }]);
});
