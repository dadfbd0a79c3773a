import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { BOOK_LIST } from '../fixtures/requirements.mjs';
import { openIde, type Ide } from './support/ide';

/** A person works in the project while the team writes it: nobody takes anything from anybody. */

let ide: Ide;
let page: Page;
beforeAll(async () => {
	ide = await openIde();
	page = ide.page;
	page.setDefaultTimeout(60_000);
	await ide.submit(BOOK_LIST);
	await page.getByRole('tab', { name: 'Task graph' }).waitFor();
});
afterAll(() => ide?.close());

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 60_000, interval: 50 });
const tree = () => page.getByRole('tabpanel', { name: 'Files' }).getByRole('tree').innerText();
const isOver = () => page.getByText(/The run is over/).count();

test('what the terminal makes is kept at once, and a file with the cursor in it stays at the front', async () => {
	await page.getByRole('tab', { name: 'Terminal' }).click();
	await page.getByRole('tab', { name: 'Files' }).click();
	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	await eventually(tree).toContain('package.json');
	await eventually(() => page.locator('.xterm-rows').innerText()).toContain('❯');
	await page.locator('.terminal.xterm').click();
	await page.keyboard.type('mkdir mine; echo kept > mine/note.txt');
	await page.keyboard.press('Enter');
	await eventually(tree).toContain('mine');
	await eventually(tree).toContain('note.txt');

	await page.getByRole('treeitem', { name: 'note.txt' }).click();
	const follow = page.getByRole('button', { name: /^Follow/ });
	await eventually(() => follow.getAttribute('aria-pressed')).toBe('false');
	await follow.click();
	await page.getByRole('tab', { name: 'note.txt' }).click();
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type('typed while they write', { delay: 40 });
	expect(await isOver()).toBe(0);
	expect(await page.locator('.cm-content').innerText()).toContain('typed while they write');
	expect(await page.locator('p.path').innerText()).toBe('mine/note.txt');
});

test('when the run is over, what the person made is there, and nothing is called theirs that they did not make', async () => {
	// What a run that does not end says instead is in the failure.
	const state = () => page.locator('footer, [aria-live=polite]').allInnerTexts();
	await expect
		.poll(async () => (await state()).join('\n'), { timeout: 220_000, interval: 250 })
		.toMatch(/The run is over: All \d+ tests pass/);
	await page.getByRole('tab', { name: 'History' }).click();
	const mine = page.getByRole('list', { name: 'History' }).locator(':scope > li', { hasText: 'by hand' });
	const files = async () => [...new Set((await mine.locator('ul').allInnerTexts()).map((file) => file.trim()))];
	expect((await files()).filter((path) => !/^mine\/|^package-lock\.json$/.test(path))).toEqual([]);
	await page.reload();
	await page.getByRole('tab', { name: 'Task graph' }).waitFor();
	await page.keyboard.press('Control+p');
	await page.keyboard.type('mine/note');
	await page.keyboard.press('Enter');
	await eventually(() => page.locator('.cm-content').innerText()).toContain('typed while they write');
});

test('nothing was thrown meanwhile', () => expect(ide.errors).toEqual([]));
