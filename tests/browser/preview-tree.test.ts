import { afterEach, describe, expect, it } from 'vitest';
import { readTree } from '../../src/lib/container/preview-tree';

afterEach(() => document.body.replaceChildren());
const treeOf = (html: string) => {
	document.body.innerHTML = html;
	return readTree().tree;
};

describe('what a page tells assistive technology', () => {
	it('is a line for each element that has a role, named as a person would', () => {
		expect(
			treeOf(`
				<main><h1>Tips</h1><p>Three of them.</p>
					<label for="q">Search</label><input id="q" type="search" value="rest" required>
					<ul><li><a href="/tips/1">Rest</a> by Ada</li></ul>
					<button disabled aria-pressed="true">Add <b>tip</b></button>
				</main>`)
		).toBe(
			[
				'main',
				'  heading 1 "Tips"',
				'  text "Three of them."',
				'  text "Search"',
				'  searchbox "Search" required value="rest"',
				'  list',
				'    listitem',
				'      link "Rest"',
				'      text "by Ada"',
				'  button "Add tip" pressed disabled'
			].join('\n')
		);
	});

	it('leaves out what is hidden, decoration, and passwords', () => {
		expect(
			treeOf(`<p hidden>a</p><p style="display:none">b</p><span aria-hidden="true">c</span><style>d</style>
				<div role="presentation"><i>e</i></div><input type="hidden" value="f"><input type="password" aria-label="Password" value="secret">`)
		).toBe('text "e"\ntextbox "Password"');
	});

	it('says states: dialogs, tabs, sorted columns, fields that are wrong', () => {
		const tree = treeOf(`
			<dialog open aria-label="New tip"><input aria-label="Title" aria-invalid="true"></dialog>
			<div role="tablist"><button role="tab" aria-selected="true">All</button><button role="tab" aria-selected="false">Mine</button></div>
			<table aria-label="Tips"><tr><th aria-sort="ascending">Title</th></tr><tr><td>Rest</td></tr></table>
			<select aria-label="Role"><option>admin</option></select><button aria-expanded="false">More</button>`);
		for (const line of [
			'dialog "New tip"',
			'  textbox "Title" invalid',
			'  tab "All" selected',
			'  tab "Mine"',
			'    columnheader "Title" sort=ascending',
			'combobox "Role" value="admin"',
			'button "More" collapsed'
		])
			expect(tree.split('\n')).toContain(line);
	});

	it('says how far the page sticks out of its window, and ends somewhere', () => {
		document.body.innerHTML = `<div style="width:${innerWidth + 300}px">wide</div>${'<p>line</p>'.repeat(400)}`;
		const { tree, overflowPx } = readTree();
		expect(overflowPx).toBeGreaterThanOrEqual(250);
		expect(tree.split('\n')).toHaveLength(251);
		expect(tree).toMatch(/\.\.\. \(more\)$/);
	});

	it('works as text, with nothing from outside', () => {
		document.body.innerHTML = '<h2>Alone</h2>';
		const alone = new Function(`return (${readTree.toString()})()`) as typeof readTree;
		expect(alone().tree).toBe('heading 2 "Alone"');
	});
});
