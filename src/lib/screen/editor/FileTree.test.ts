import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { openProject, type ProjectParts } from '../../../../tests/support/open-project';
import FileTree from './FileTree.svelte';

const FILES = { 'README.md': '', 'src/app.ts': '', 'src/routes/customers.ts': '' };

async function show(parts: ProjectParts = { files: FILES }) {
	const project = openProject(parts);
	const picked: string[] = [];
	const tree = await render(FileTree, { editor: project.workspace.editor, onpick: (path: string) => void picked.push(path) });
	return { ...tree, ...project, picked };
}

test('folders come first, and a dot says whose last change a file is', async () => {
	const { getByRole, container } = await show();
	await expect.element(getByRole('tree', { name: 'Files' })).toHaveTextContent(/^src ?routes ?customers.ts ?app.ts ?README.md$/);
	const file = getByRole('treeitem', { name: 'customers.ts' });
	await expect.element(file).toHaveAttribute('aria-level', '3');
	await expect.element(file.getByTitle('Last written by Backend')).toBeVisible();
	await expectAccessible(container);
});

test('it says that files are read, that there are none, and why they cannot be read', async () => {
	const reading = await show({ fileSource: { list: () => new Promise(() => undefined) } });
	await expect.element(reading.getByText('Reading files…')).toBeVisible();
	await reading.unmount();
	const none = await show({ files: {} });
	await expect.element(none.getByText('No files yet')).toBeVisible();
	await none.unmount();
	let isBroken = true;
	const list = async () => {
		if (isBroken) throw new Error('The storage is closed.');
		return ['a.ts'];
	};
	const { getByRole } = await show({ fileSource: { list } });
	await expect.element(getByRole('alert')).toHaveTextContent('The storage is closed.');
	isBroken = false;
	await getByRole('button', { name: 'Try again' }).click();
	await expect.element(getByRole('treeitem', { name: 'a.ts' })).toBeVisible();
});

test('a click opens a file, or folds a folder', async () => {
	const { getByRole, picked } = await show();
	await getByRole('treeitem', { name: 'README.md' }).click();
	expect(picked).toEqual(['README.md']);
	await getByRole('treeitem', { name: 'src' }).click();
	await expect.element(getByRole('treeitem', { name: 'src' })).toHaveAttribute('aria-expanded', 'false');
	await expect.element(getByRole('treeitem', { name: 'app.ts' })).not.toBeInTheDocument();
});

test('arrow keys walk the tree, fold and unfold it, and Enter opens', async () => {
	const { getByRole, picked } = await show();
	await getByRole('treeitem', { name: 'src' }).click();
	await userEvent.keyboard('{ArrowRight}{ArrowRight}');
	await expect.element(getByRole('treeitem', { name: 'routes' })).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}{Enter}{ArrowLeft}{ArrowLeft}');
	expect(picked).toEqual(['src/routes/customers.ts']);
	await expect.element(getByRole('treeitem', { name: 'customers.ts' })).not.toBeInTheDocument();
	await userEvent.keyboard('{End}');
	await expect.element(getByRole('treeitem', { name: 'README.md' })).toHaveFocus();
});

test('files that come and go are in the tree at once', async () => {
	const { getByRole, change } = await show();
	await expect.element(getByRole('treeitem', { name: 'README.md' })).toBeVisible();
	change({ path: 'docs/plan.md', content: '# Plan', author: 'devops-1' });
	await expect.element(getByRole('treeitem', { name: 'plan.md' })).toBeVisible();
	change({ path: 'README.md', content: undefined });
	await expect.element(getByRole('treeitem', { name: 'README.md' })).not.toBeInTheDocument();
});
