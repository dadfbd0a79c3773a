import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';

test('a preview that sets all the cookies a browser keeps does not lock anybody out', async () => {
	const server = await serve();
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	try {
		const context = await browser.newContext();
		const name = new URL(server.url).hostname;
		const at = (prefix: string) => server.url.replace('://', `://${prefix}`);
		const preview = await context.newPage();
		// What the host itself serves: the page that waits for an app is as much of that origin as the app's own.
		await preview.goto(`${at('p3000.')}__wc/relay.html`);
		const sizeOf = async (url: string) => (await context.cookies(url)).reduce((sum, { value }) => sum + value.length, 0);
		const fill = async () => {
			await preview.evaluate((name) => {
				for (let index = 0; index < 400; index++) document.cookie = `c${index}=${'x'.repeat(4090)}; domain=${name}; path=/`;
			}, name);
			await expect.poll(() => sizeOf(server.url), { timeout: 10_000 }).toBeGreaterThan(500_000);
		};

		await fill();
		const engine = await context.newPage();
		expect((await engine.goto(`${at('engine.')}headless`))?.status()).toBe(200);
		await fill();
		const page = await context.newPage();
		expect((await page.goto(server.url))?.status()).toBe(200);
		await page.getByLabel('Requirement').waitFor();
		// What was left behind would make each request slow: it is thrown out.
		await expect.poll(() => sizeOf(server.url)).toBeLessThan(8 * 1024);
	} finally {
		await browser.close();
		await server.close();
	}
});
