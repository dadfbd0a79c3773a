import { strToU8, zipSync } from 'fflate';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { TIP_CALCULATOR } from '../../fixtures/requirements.mjs';
import { startServer } from '../support/started-server';

/** A page whose violations of its policy, and complaints about it, are noted. */
async function openWatched(browser: Browser): Promise<{ page: Page; violations: string[] }> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const violations: string[] = [];
	// Workers' violations reach no page: the console has them.
	page.on('console', (message) => {
		if (/content security policy|refused to|violates/i.test(message.text())) violations.push(message.text());
	});
	await page.exposeFunction('noteViolation', (text: string) => violations.push(text));
	await page.addInitScript(() => {
		const note = (globalThis as unknown as { noteViolation(text: string): void }).noteViolation;
		addEventListener('securitypolicyviolation', (event) =>
			note(`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
		);
	});
	return { page, violations };
}

const listed = (page: Page) =>
	page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor({ timeout: 60_000 });

async function production() {
	const server = await serve();
	return { url: server.url, stop: () => server.close() };
}

async function dev() {
	const server = await startServer(['node_modules/vite/bin/vite.js', 'dev', '--port', '5392', '--strictPort']);
	return { url: `http://tabsmith.localhost:${server.port}/`, stop: () => server.stop() };
}

describe.each([
	['production', production],
	['dev', dev]
])('the IDE under its policy (%s)', (kind, start) => {
	let server: Awaited<ReturnType<typeof start>>;
	let browser: Browser;

	beforeAll(async () => {
		server = await start();
		browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	});
	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	test('home, settings and a workspace with its engine run, and violate nothing', async () => {
		const { page, violations } = await openWatched(browser);
		await page.goto(server.url);
		await listed(page);
		await page.goto(new URL('settings', server.url).href);
		await page.getByLabel('Provider').waitFor({ timeout: 60_000 });
		// Again, from the browser's cache as far as it has one.
		await page.goto(server.url);
		await listed(page);
		await page.getByLabel('Requirement').fill(TIP_CALCULATOR);
		await page.keyboard.press('Control+Enter');
		await page.getByText('Packages are installed.').first().waitFor({ timeout: 180_000 });
		for (const pane of ['Code', 'Timeline', 'Terminal']) await page.getByRole('tab', { name: pane, exact: true }).first().click();
		await page.locator('.xterm').first().waitFor({ timeout: 30_000 });
		expect(page.frames().some((frame) => frame.url().includes('//engine.'))).toBe(true);
		// A whole run with its checks, once: dev serves the same headers, and its modules one by one.
		if (kind === 'production') {
			await page.getByText(/The run is over: All \d+ tests pass/).waitFor({ state: 'attached', timeout: 200_000 });
			await page.frameLocator('iframe[title^="Preview of"]').getByLabel('Bill').waitFor({ timeout: 60_000 });
		}
		expect(violations).toEqual([]);
		await page.close();
	});
	test('an app that is live is shown, and violates nothing', async () => {
		const { page, violations } = await openWatched(browser);
		await page.goto(server.url);
		await listed(page);
		const files = { 'index.html': strToU8('<!doctype html><title>Site</title><h1>Plain page</h1><script src="a.js"></script>') };
		await page.getByLabel('Project or run log').setInputFiles({
			name: 'site.zip',
			mimeType: 'application/zip',
			buffer: Buffer.from(zipSync({ ...files, 'a.js': strToU8('document.body.append("It ran.")') }))
		});
		const app = page.frameLocator('iframe[title^="Preview of"]');
		await app.getByText('It ran.').waitFor({ timeout: 90_000 });
		await page.getByRole('button', { name: 'Reload', exact: true }).click();
		await app.getByText('It ran.').waitFor({ timeout: 90_000 });
		expect(violations).toEqual([]);
		await page.close();
	});
	test('a script that gets into a page is not run, and no foreign page is framed', async () => {
		const { page, violations } = await openWatched(browser);
		await page.goto(server.url);
		await listed(page);
		const isRun = await page.evaluate(async () => {
			const script = document.createElement('script');
			script.textContent = 'globalThis.isRun = true';
			const frame = document.createElement('iframe');
			frame.src = 'http://elsewhere.localhost:9/';
			document.body.append(script, frame);
			document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.isRun = true">');
			await new Promise((done) => setTimeout(done, 200));
			return 'isRun' in globalThis;
		});
		expect(isRun).toBe(false);
		for (const directive of ['script-src-elem', 'script-src-attr', 'frame-src'])
			expect(violations.some((text) => text.includes(`: ${directive} `))).toBe(true);
		await page.close();
	});
	test('neither the IDE nor its engine is shown in a page of another site', async () => {
		const { page } = await openWatched(browser);
		await page.route('http://elsewhere.localhost/', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
		);
		await page.goto('http://elsewhere.localhost/');
		const port = new URL(server.url).port;
		for (const address of [
			server.url,
			`http://engine.tabsmith.localhost:${port}/headless`,
			`http://p3000.tabsmith.localhost:${port}/`
		]) {
			await page.evaluate((src) => {
				const frame = document.createElement('iframe');
				frame.src = src;
				document.body.replaceChildren(frame);
				return new Promise((done) => frame.addEventListener('load', done));
			}, address);
			expect(
				page
					.frames()
					.map((frame) => frame.url())
					.slice(1)
			).toEqual(['chrome-error://chromewebdata/']);
		}
		await page.close();
	});
});
