import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCrashable } from '../../scripts/crash-engine.mjs';
import { serve } from '../../scripts/serve.mjs';
import { TIP_CALCULATOR } from '../fixtures/requirements.mjs';

const WHOLE = /The run is over: .*tests pass\. (\d+) of \1 criteria are proven/s;
/** Ten beats without an answer, on a busy machine. */
const NOTICE_MS = 60_000;

let server: Awaited<ReturnType<typeof serve>>;
let browser: Awaited<ReturnType<typeof openCrashable>>;
let page: Page;
beforeEach(async () => {
	server = await serve();
	browser = await openCrashable();
	page = browser.page;
});
afterEach(async () => {
	await browser.close();
	await server.close();
});

const body = () => page.locator('body').innerText();
const see = (text: RegExp, timeout = 90_000) => expect.poll(body, { timeout, interval: 50 }).toMatch(text);
const terminal = () => page.locator('.xterm-rows').innerText();
const isApp = (url: string) => /^http:\/\/p\d+-\w+\./.test(url) && !url.includes('/__wc/');
const app = () => page.frames().find((frame) => isApp(frame.url()));
const seeApp = () => expect.poll(() => app()?.locator('body').innerText(), { timeout: 60_000, interval: 200 }).toMatch(/tip/i);
async function type(line: string): Promise<void> {
	await page.locator('.xterm').click();
	await page.keyboard.type(`${line}\n`);
}
async function build(requirement: string): Promise<void> {
	await page.goto(server.url);
	await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
	await page.getByLabel('Requirement').fill(requirement);
	await page.keyboard.press('Control+Enter');
}

test('an engine that dies is noticed, during a run and after it, and a restart brings files, app and terminal back', async () => {
	await build(TIP_CALCULATOR);
	await see(/Tests\s+running/, 120_000);
	page = await browser.crashEngine(page);
	await see(/ENGINE_DIED/, NOTICE_MS);
	const pause = page.getByRole('region', { name: 'Why the run is paused' });
	expect(await pause.innerText()).toMatch(/engine in this tab has died/i);
	await pause.getByRole('button', { name: 'Restart the engine' }).click();
	await see(WHOLE, 180_000);
	await seeApp();

	await page.getByRole('tab', { name: 'Terminal' }).click();
	await expect.poll(terminal, { timeout: 30_000 }).toMatch(/[$❯>]/);
	await type('echo kept > kept.txt');
	await page.getByRole('tab', { name: 'Files' }).click();
	await page.getByText('kept.txt', { exact: true }).waitFor({ timeout: 30_000 });
	page = await browser.crashEngine(page);
	await see(/The engine has died, and the app with it/, NOTICE_MS);
	expect(await page.locator('footer').innerText()).not.toMatch(/live/);
	await expect.poll(terminal, { timeout: NOTICE_MS }).toMatch(/the shell is gone/);
	await page.getByRole('button', { name: 'Restart', exact: true }).click();
	await seeApp();
	await expect.poll(terminal, { timeout: 30_000 }).toMatch(/the engine was restarted: this is another shell/);
	await type('cat kept.txt; head -1 package.json');
	await expect.poll(terminal, { timeout: 30_000 }).toMatch(/kept\s+\{/);
}, 400_000);
