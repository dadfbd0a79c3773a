/** A program that fills its JavaScript heap without end: what it takes with it, and whether the page is still there. */
import { openCrashable } from '../../../scripts/crash-engine.mjs';
import { serve } from '../../../scripts/serve.mjs';

const BOMB = 'const kept = []; for (;;) kept.push(new Array(131072).fill(1.5));';
const PATIENCE_MS = 180_000;

export default async function memoryBomb({ report }) {
	const server = await serve();
	const browser = await openCrashable();
	try {
		let { page } = browser;
		await page.goto(server.url);
		await page.getByRole('textbox', { name: 'Requirement' }).fill('A list of notes with a title and a text.');
		await page.keyboard.press('ControlOrMeta+Enter');
		await saying(page, /The run is over/, 600_000);
		await page.getByRole('tab', { name: 'Terminal' }).click();
		await page.locator('.xterm').click();
		const crashed = new Promise((done) => page.once('crash', () => done(true)));
		await page.keyboard.type(`node -e "${BOMB}"\n`);
		const started = performance.now();
		const isCrashed = await Promise.race([crashed, new Promise((done) => setTimeout(() => done(false), PATIENCE_MS))]);
		report({ measure: 'until the engine was lost', unit: 's', ours: (performance.now() - started) / 1000 });
		if (isCrashed) page = await browser.lookAgain();
		await saying(page, /The engine has died/, PATIENCE_MS);
		report({ measure: 'until it was noticed', unit: 's', ours: (performance.now() - started) / 1000 });
		await page.getByRole('button', { name: 'Restart', exact: true }).click();
		await page.waitForFunction(() => !/The engine has died|Starting/.test(document.body.innerText), undefined, {
			timeout: PATIENCE_MS
		});
		report({ measure: 'pages that survived, of 1', unit: 'pages', ours: 1 });
	} finally {
		await browser.close();
		await server.close();
	}
}

function saying(page, text, timeout) {
	return page.waitForFunction((source) => new RegExp(source).test(document.body.innerText), text.source, {
		timeout,
		polling: 100
	});
}
