import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServedProject, type ServedProject } from './served-project';

/** What a person has typed survives whatever leads the page elsewhere. */

let project: ServedProject;
let page: Page;
let address: string;
beforeAll(async () => {
	project = await openServedProject();
	await project.preview();
	page = project.page;
	address = page.url();
});
afterAll(() => project.close());

async function openFile(): Promise<void> {
	await page.keyboard.press('Control+p');
	await page.keyboard.type('server.js');
	await page.keyboard.press('Enter');
	await page.locator('.cm-line').first().waitFor();
}

/** Types at the start of the server's file, and leaves in the same task as the last key's. */
async function typeAndLeave(text: string, leave: string): Promise<void> {
	await openFile();
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+Home');
	await page.evaluate(
		([typed, script]) => {
			document.execCommand('insertText', false, typed);
			document.documentElement.dataset.page = 'old';
			(0, eval)(script ?? '');
		},
		[text, leave]
	);
	const isLeft = () => page.evaluate(() => !document.documentElement.dataset.page || location.pathname === '/');
	await expect.poll(() => isLeft().catch(() => false), { timeout: 15_000 }).toBe(true);
}
const firstLine = () => page.locator('.cm-line').first().innerText();

test.each([
	['a page of another site', `location.href = 'about:blank'`],
	['a reload', 'location.reload()'],
	['another page of the IDE', `document.querySelector('a[href="/"]').click()`]
])('an edit survives %s', async (name, leave) => {
	const comment = `/* typed before ${name} */`;
	await typeAndLeave(comment, leave);
	await page.goto(address);
	await project.preview();
	await openFile();
	await expect.poll(firstLine).toContain(comment);
	await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsaved')))).toEqual([]);
});

test('an edit survives a clock that went back by hours before it', async () => {
	const comment = '/* typed at an earlier hour */';
	await typeAndLeave(comment, 'const now = Date.now() - 36e5 * 9; Date.now = () => now; location.reload()');
	await page.goto(address);
	await project.preview();
	await openFile();
	await expect.poll(firstLine).toContain(comment);
});

test('messages that were not sent yet survive, too', async () => {
	const words = page.getByRole('form', { name: 'Next request' }).getByRole('textbox');
	await words.fill('Add a search');
	await page.goto('about:blank');
	await page.goto(address);
	expect(await words.inputValue()).toBe('Add a search');
	await page.goto(project.url);
	await page.getByLabel('Requirement').fill('A list of books');
	await page.goto('about:blank');
	await page.goto(project.url);
	expect(await page.getByLabel('Requirement').inputValue()).toBe('A list of books');
});
