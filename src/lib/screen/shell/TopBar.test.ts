import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, runUntil, withEvent } from '../../../../tests/support/open-project';
import type { ExportKind } from '../../app/ports';
import type { Workspace } from './workspace.svelte';
import TopBar from './TopBar.svelte';

const show = (workspace: Workspace, isExporting = false) => {
	const exported: ExportKind[] = [];
	return { exported, bar: render(TopBar, { workspace, isExporting, onexport: (kind: ExportKind) => void exported.push(kind) }) };
};

test('it names the project, its phase and what it has cost', async () => {
	const { getByRole, container } = await show(openProject({ events: runUntil('preview.ready') }).workspace).bar;
	await expect.element(getByRole('heading', { name: 'Customer dashboard' })).toBeInTheDocument();
	const now = getByRole('list', { name: 'Phases' })
		.getByRole('listitem')
		.filter({ hasText: /^(Verify|Build)/ })
		.first();
	await expect.element(now).toBeInTheDocument();
	await expect.element(getByRole('banner')).toHaveTextContent(/tokens.*of \$2\.00/);
	await expectAccessible(container);
});

test('a run that has not begun is started from here', async () => {
	const { workspace, run } = openProject({ events: [] });
	const { getByRole } = await show(workspace).bar;
	await getByRole('button', { name: 'Start' }).click();
	expect(run.commands).toEqual([{ type: 'start' }]);
	await expect.element(getByRole('button', { name: 'Pause' })).not.toBeInTheDocument();
});

test('a run under way is paused, resumed and stopped', async () => {
	const { workspace, run } = openProject();
	const { getByRole } = await show(workspace).bar;
	await getByRole('button', { name: 'Pause' }).click();
	run.emit(withEvent(run.log.events, { topic: 'run.paused', payload: { reason: '' } }).slice(-1));
	await getByRole('button', { name: 'Resume' }).click();
	await getByRole('button', { name: 'Stop' }).click();
	expect(run.commands).toEqual([{ type: 'pause' }, { type: 'resume' }, { type: 'stop' }]);
});

test('a run that is over has nothing to stop, and exports in four ways', async () => {
	const { bar, exported } = show(openProject({ events: ENDED_RUN }).workspace);
	const { getByRole } = await bar;
	await expect.element(getByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
	for (const name of [/^Zip All/, /^Zip with git/, /^Git bundle/, /^Run log/]) {
		await getByRole('button', { name: 'Export' }).click();
		await getByRole('menuitem', { name }).click();
	}
	expect(exported).toEqual(['zip', 'git-zip', 'bundle', 'run']);
});

test('while an export is made, no other begins', async () => {
	const { getByRole } = await show(openProject({ events: ENDED_RUN }).workspace, true).bar;
	const busy = getByRole('button', { name: 'Exporting…' });
	await expect.element(busy).toHaveAttribute('aria-disabled', 'true');
	await busy.click({ force: true });
	await expect.element(getByRole('menuitem').first()).not.toBeInTheDocument();
});
