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

/** Types at the start of the server's file, and leaves in the same task as the last key's. */
async function typeAndLeave(text: string, leave: string): Promise<void> {
	await page.keyboard.press('Control+p');
	await page.keyboard.type('server.js');
	await page.keyboard.press('Enter');
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+Home');
	await page.evaluate(
		([typed, script]) => {
			document.execCommand('insertText', false, typed);
			(0, eval)(script ?? '');
		},
		[text, leave]
	);
}
const firstLine = () => page.locator('.cm-line').first().innerText();

test.each([
	['a page of another site', 'about:blank', `location.href = 'about:blank'`],
	['a reload', '', 'location.reload()'],
	['another page of the IDE', '/settings', `document.querySelector('a[href="/"]').click()`]
])('an edit survives %s', async (name, _, leave) => {
	const comment = `// typed before ${name} `;
	await typeAndLeave(comment, leave);
	await page.waitForURL((url) => url.href !== address || name === 'a reload');
	await page.goto(address);
	await project.preview();
	await page.keyboard.press('Control+p');
	await page.keyboard.type('server.js');
	await page.keyboard.press('Enter');
	await expect.poll(firstLine).toContain(comment.trim());
	expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsaved')))).toEqual([]);
});

test('messages that were not sent yet survive, too', async () => {
	await page.getByLabel('Message the team').fill('Add a search');
	await page.goto('about:blank');
	await page.goto(address);
	expect(await page.getByLabel('Message the team').inputValue()).toBe('Add a search');
	await page.goto(project.url);
	await page.getByLabel('Requirement').fill('A list of books');
	await page.goto('about:blank');
	await page.goto(project.url);
	expect(await page.getByLabel('Requirement').inputValue()).toBe('A list of books');
});
