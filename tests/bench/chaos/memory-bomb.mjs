/** A program that fills its JavaScript heap without end: what it takes with it, and what is there after a restart. */
import { setTimeout as pause } from 'node:timers/promises';
import { openCrashable } from '../../../scripts/crash-engine.mjs';
import { largestRendererMiB } from '../../../scripts/renderer-memory.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { command, importSmallApp, live, saying } from './support/ide.mjs';

const BOMB = 'const kept = []; for (;;) kept.push(new Array(131072).fill(1.5));';
const PATIENCE_MS = 180_000;
const LOOK_MS = 250;

export default async function memoryBomb({ report }) {
	const server = await serve();
	const browser = await openCrashable();
	try {
		const { page: first } = browser;
		await first.goto(server.url);
		await importSmallApp(first);
		await live(first);
		await command(first, 'echo kept > kept.txt');
		await first.getByRole('tab', { name: 'Files' }).click();
		await first.getByText('kept.txt', { exact: true }).waitFor();
		// Another document would not have it.
		await first.evaluate(() => (document.documentElement.dataset.page = 'first'));
		let crashed = false;
		first.once('crash', () => (crashed = true));
		await command(first, `node -e "${BOMB}"`);
		const started = performance.now();
		let mostMiB = 0;
		while (!crashed && performance.now() - started < PATIENCE_MS) {
			mostMiB = Math.max(mostMiB, largestRendererMiB());
			await pause(LOOK_MS);
		}
		report({ measure: 'largest renderer before the end', unit: 'MiB', ours: mostMiB });
		report({ measure: 'engines lost, of 1', unit: 'engines', ours: Number(crashed) });
		report({ measure: 'until then', unit: 's', ours: (performance.now() - started) / 1000 });
		const page = crashed ? await browser.lookAgain() : first;
		await saying(page, /The engine has died/, PATIENCE_MS);
		report({ measure: 'until it was noticed', unit: 's', ours: (performance.now() - started) / 1000 });
		await page.getByRole('button', { name: 'Restart', exact: true }).click();
		await live(page);
		await saying(page, /this is another shell/, PATIENCE_MS);
		await command(page, 'cat kept.txt; head -1 server.js');
		await saying(page, /kept\s+require/, PATIENCE_MS);
		const isSame = await page.evaluate(() => document.documentElement.dataset.page === 'first');
		report({ measure: 'IDE pages that survived, of 1', unit: 'pages', ours: Number(isSame) });
		report({ measure: 'app, terminal and files that came back, of 3', unit: 'parts', ours: 3 });
	} finally {
		await browser.close();
		await server.close();
	}
}
