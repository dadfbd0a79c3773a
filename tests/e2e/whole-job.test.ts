import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { CUSTOMER_DASHBOARD } from '../fixtures/requirements.mjs';

let server: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
	server = await serve();
	browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
});
afterAll(async () => {
	await browser.close();
	await server.close();
});

test('an empty requirement is refused with what to do', async () => {
	await page.goto(server.url);
	await page.getByRole('textbox').first().click();
	await page.keyboard.press('Control+Enter');
	await expect.poll(() => page.locator('body').innerText()).toContain('REQUIREMENT_EMPTY');
});

test('a pasted requirement becomes a tested app that runs in the preview', async () => {
	await page.goto(server.url);
	await page.getByRole('textbox').first().fill(CUSTOMER_DASHBOARD);
	await page.keyboard.press('Control+Enter');
	await expect
		.poll(() => page.locator('body').innerText(), { timeout: 200_000, interval: 500 })
		.toMatch(/The run is over: .*tests pass\. (\d+) of \1 criteria are proven/s);
	// Pages are drawn, out of sight as they are: whether they fit is known.
	expect(await page.locator('body').innerText()).not.toContain('Not judged');
	await expect.poll(appText, { timeout: 30_000 }).toMatch(/sign in/i);
});

const appText = () =>
	page
		.frames()
		.find((frame) => /^http:\/\/p\d+-\w+\./.test(frame.url()) && !frame.url().includes('/__wc/'))
		?.locator('body')
		.innerText();
const card = (name: string) => page.getByRole('article', { name: `Request: ${name}` });
async function ask(text: string): Promise<void> {
	const words = page.getByRole('form', { name: 'Next request' }).getByRole('textbox');
	await words.fill(text);
	await words.press('Enter');
}

test('what is asked for next is built into it, what is asked meanwhile comes after, and a change is taken back', async () => {
	await ask('Add a birthday to customers');
	await page.getByRole('button', { name: 'Stop', exact: true }).first().waitFor();
	await ask('Which roles are there?');
	await expect.poll(() => page.getByRole('list', { name: 'Queue' }).innerText()).toContain('Which roles are there?');
	const change = card('Add a birthday to customers');
	await expect.poll(() => change.innerText(), { timeout: 150_000, interval: 500 }).toMatch(/^(\d+) of \1 proven/);
	await expect.poll(() => card('Which roles are there?').innerText(), { timeout: 30_000 }).toMatch(/answered[^]*[Aa]dmin/);
	expect(await page.getByRole('list', { name: 'Queue' }).count()).toBe(0);
	await expect.poll(appText, { timeout: 30_000 }).toMatch(/sign in/i);
	const contract = () => textOf('src/features/customers/contract.ts');
	expect(await contract()).toContain('birthday');
	await change.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => change.innerText()).toMatch(/^undone/);
	await expect.poll(contract).not.toContain('birthday');
});

/** A file of the project, as the database has it. */
const textOf = (path: string) =>
	page.evaluate(async (path) => {
		const opening = indexedDB.open('tabsmith');
		const database = await new Promise<IDBDatabase>((done) => (opening.onsuccess = () => done(opening.result)));
		const reading = database.transaction('files').objectStore('files').getAll();
		const files = await new Promise<{ path: string; content: string }[]>(
			(done) => (reading.onsuccess = () => done(reading.result))
		);
		database.close();
		return files.find((file) => file.path === path)?.content ?? '';
	}, path);
