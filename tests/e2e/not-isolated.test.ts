import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';

test('a page that is served without isolation says so, and what to do', async () => {
	const file = fileURLToPath(new URL('../../build/ide/handler.js', import.meta.url));
	const { handler } = (await import(pathToFileURL(file).href)) as { handler: Parameters<typeof createServer>[1] };
	const server = createServer(handler);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	try {
		const page = await browser.newPage();
		const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
		for (const path of ['', 'projects/1']) {
			await page.goto(address + path);
			const alert = page.getByRole('alert');
			await expect.poll(() => alert.innerText(), { timeout: 15_000 }).toContain('NOT_ISOLATED');
			expect(await alert.innerText()).toMatch(/no shared memory.*https or on localhost.*Cross-Origin-Opener-Policy/);
		}
		await page.goto(address);
		await page.getByLabel('Requirement').fill('A list of books');
		await page.keyboard.press('Control+Enter');
		await expect.poll(() => page.locator('#requirement-problem').innerText()).toContain('could not start');
	} finally {
		await browser.close();
		server.close();
		server.closeAllConnections();
	}
});
