import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';

/** A page of another site embeds the engine of a Tabsmith that runs on the same machine. */

let tabsmith: Awaited<ReturnType<typeof serve>>;
let engine: string;
let stranger: Server;
let browser: Browser;
beforeAll(async () => {
	tabsmith = await serve({ withIde: false });
	engine = new URL(tabsmith.url.replace('://', '://engine.')).origin;
	stranger = createServer((_, response) =>
		response
			.writeHead(200, {
				'content-type': 'text/html',
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-embedder-policy': 'require-corp'
			})
			.end('<!doctype html><title>elsewhere</title><body>')
	);
	await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
});
afterAll(async () => {
	await browser?.close();
	await tabsmith?.close();
	stranger?.closeAllConnections();
	stranger?.close();
});

/** What the engine in a frame of the page says first, as the page hears it; undefined when the browser shows no engine there. */
async function heardFrom(page: Page): Promise<{ type: string; message?: string; ports: number } | undefined> {
	return page.evaluate(
		(origin) =>
			new Promise<{ type: string; message?: string; ports: number } | undefined>((resolve) => {
				const frame = document.createElement('iframe');
				frame.allow = 'cross-origin-isolated';
				frame.src = `${origin}/headless?version=1.6.4`;
				addEventListener('message', ({ data, origin: from, ports }) => {
					if (from === origin) resolve({ ...(data as { type: string; message?: string }), ports: ports.length });
				});
				// Where a header already forbids the frame, an error page loads that says nothing.
				frame.onload = () => setTimeout(() => resolve(undefined), 2000);
				document.body.append(frame);
			}),
		engine
	);
}

test.each(['localhost', '127.0.0.1', 'evil.localhost', 'tabsmith.localhost.evil.localhost', 'other.tabsmith.localhost'])(
	'the engine gives a page of %s no port and starts nothing',
	async (host) => {
		const page = await browser.newPage();
		const kernels: string[] = [];
		page.on('worker', (worker) => kernels.push(worker.url()));
		await page.goto(`http://${host}:${(stranger.address() as AddressInfo).port}/`);
		const heard = await heardFrom(page);
		if (heard)
			expect(heard).toEqual({
				type: 'warning',
				level: 'error',
				ports: 0,
				message: expect.stringContaining('ENGINE_EMBEDDER_REFUSED')
			});
		expect(kernels).toEqual([]);
		await page.close();
	}
);

test('the engine opened by itself says where the IDE is', async () => {
	const page = await browser.newPage();
	await page.goto(`${engine}/headless`);
	expect(await page.locator('html').innerText()).toContain(`ENGINE_EMBEDDER_REFUSED: The engine at ${engine}`);
	expect(await page.locator('html').innerText()).toContain(`Open ${new URL(tabsmith.url).origin}.`);
	expect(page.workers()).toEqual([]);
	await page.close();
});

test('the IDE gets its port', async () => {
	const page = await browser.newPage();
	await page.goto(tabsmith.url);
	expect(await heardFrom(page)).toEqual({ type: 'init', ports: 1 });
	await page.close();
});
