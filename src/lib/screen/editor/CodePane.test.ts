import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { ENDED_RUN, openProject } from '../../../../tests/support/open-project';
import CodePane from './CodePane.svelte';

const FILES = { 'src/a.ts': 'const a = 1;\n', 'src/b.ts': 'const b = 2;\n', 'dot.bin': new Uint8Array([0, 1]) };

test('with no file open it says what opens one', async () => {
	const { workspace } = openProject({ files: FILES });
	const { getByText, container } = await render(CodePane, { workspace });
	await expect.element(getByText('No file is open')).toBeVisible();
	await expect.element(getByText(/what the team writes next opens here/)).toBeVisible();
	await expectAccessible(container);
});

test('files open as tabs beside each other and close with Delete', async () => {
	const { workspace } = openProject({ files: FILES });
	const { getByRole, container } = await render(CodePane, { workspace });
	await getByRole('treeitem', { name: 'a.ts' }).click();
	await expect.element(getByRole('tabpanel', { name: 'src/a.ts' })).toHaveTextContent('const a = 1;');
	await getByRole('treeitem', { name: 'b.ts' }).click();
	await expect.element(getByRole('tabpanel', { name: 'src/b.ts' })).toHaveTextContent('const b = 2;');
	await expectAccessible(container);
	await getByRole('tab', { name: 'b.ts' }).click();
	await userEvent.keyboard('{Delete}');
	await expect.element(getByRole('tab', { name: 'b.ts' })).not.toBeInTheDocument();
	await expect.element(getByRole('tabpanel', { name: 'src/a.ts' })).toHaveTextContent('const a = 1;');
});

test('what is typed goes down as an edit of the whole file', async () => {
	const { workspace, run } = openProject({ files: FILES, events: ENDED_RUN });
	const { getByRole } = await render(CodePane, { workspace });
	await getByRole('treeitem', { name: 'a.ts' }).click();
	await getByRole('textbox').click();
	await userEvent.keyboard('{Control>}{End}{/Control}// typed');
	await expect.poll(() => run.commands.at(-1)).toEqual({ type: 'editFile', path: 'src/a.ts', content: 'const a = 1;\n// typed' });
});

test('what the team writes comes to the front while it is followed', async () => {
	const { workspace, change } = openProject({ files: FILES });
	const { getByRole } = await render(CodePane, { workspace });
	change({ path: 'src/b.ts', content: 'const b = 3;\n', author: 'backend-1' });
	await expect.element(getByRole('tab', { name: 'b.ts' })).toHaveAttribute('aria-selected', 'true');
	await getByRole('button', { name: 'Following' }).click();
	change({ path: 'src/a.ts', content: 'const a = 4;\n', author: 'backend-1' });
	await expect.element(getByRole('button', { name: 'Follow' })).toHaveAttribute('aria-pressed', 'false');
	await expect.element(getByRole('tab', { name: 'a.ts' })).not.toBeInTheDocument();
});

test('a run that is over has nothing to follow', async () => {
	const { workspace } = openProject({ files: FILES, events: ENDED_RUN });
	const { getByRole } = await render(CodePane, { workspace });
	await getByRole('treeitem', { name: 'a.ts' }).click();
	await expect.element(getByRole('button', { name: 'Show what changed' })).toBeVisible();
	await expect.element(getByRole('button', { name: /^Follow/ })).not.toBeInTheDocument();
});

test('the last change is shown on demand', async () => {
	const readBefore = async () => 'const old = 0;\n';
	const { workspace } = openProject({ files: FILES, fileSource: { readBefore } });
	const { getByRole, getByText } = await render(CodePane, { workspace });
	await getByRole('treeitem', { name: 'a.ts' }).click();
	await getByRole('button', { name: 'Show what changed' }).click();
	await expect.element(getByText('const old = 0;')).toBeVisible();
});

test('bytes are shown as bytes, and a file that cannot be read says why', async () => {
	const read = (path: string) =>
		path === 'dot.bin' ? Promise.resolve(FILES['dot.bin']) : Promise.reject(new Error('The file is gone.'));
	const { workspace } = openProject({ files: FILES, fileSource: { read } });
	const { getByRole, getByText } = await render(CodePane, { workspace });
	await getByRole('treeitem', { name: 'dot.bin' }).click();
	await expect.element(getByText('This file is no text')).toBeVisible();
	await getByRole('treeitem', { name: 'a.ts' }).click();
	await expect.element(getByRole('alert')).toHaveTextContent(/This file could not be opened. ?The file is gone./);
});
