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
	const preview = () =>
		page.frames().find((frame) => /^http:\/\/p\d+-\w+\./.test(frame.url()) && !frame.url().includes('/__wc/'));
	await expect.poll(() => preview()?.locator('body').innerText(), { timeout: 30_000 }).toMatch(/sign in/i);
});
