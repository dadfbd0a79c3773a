/** The engine's renderer is ended, in the middle of a run at gates that need it and under a live app: the run must end whole, and all must come back. */
import { openCrashable } from '../../../scripts/crash-engine.mjs';
import { median } from '../../../scripts/median.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { command, importSmallApp, live, saying, startRun } from './support/ide.mjs';
import { BOOK_LIST } from '../../fixtures/requirements.mjs';
import { RUN_MS, runEnd } from './support/stored.mjs';

const GATES = ['Install', 'Tests'];
const NOTICE_MS = 120_000;

export default async function engineCrash({ report }) {
	const noticedS = [];
	let whole = 0;
	for (const gate of GATES)
		await inBrowser(gate, async (browser, url) => {
			await browser.page.goto(url);
			const id = await startRun(browser.page, BOOK_LIST);
			await saying(browser.page, new RegExp(`${gate}\\s+running`), RUN_MS);
			const { page, crashedAt } = await crash(browser);
			await saying(page, /ENGINE_DIED/, NOTICE_MS);
			noticedS.push((performance.now() - crashedAt) / 1000);
			await page.getByRole('button', { name: 'Restart the engine' }).click();
			await runEnd(page, id);
			whole++;
		});
	report({ measure: `runs that ended whole, of ${GATES.length}`, unit: 'runs', ours: whole });
	await inBrowser('live app', async (browser, url) => {
		await browser.page.goto(url);
		await importSmallApp(browser.page);
		await live(browser.page);
		await command(browser.page, 'echo kept > kept.txt');
		await browser.page.getByRole('tab', { name: 'Files' }).click();
		await browser.page.getByText('kept.txt', { exact: true }).waitFor();
		const { page, crashedAt } = await crash(browser);
		await saying(page, /The engine has died/, NOTICE_MS);
		noticedS.push((performance.now() - crashedAt) / 1000);
		const restartedAt = performance.now();
		await page.getByRole('button', { name: 'Restart', exact: true }).click();
		await live(page);
		report({ measure: 'from Restart to the live app', unit: 's', ours: (performance.now() - restartedAt) / 1000 });
		await saying(page, /this is another shell/, NOTICE_MS);
		await command(page, 'cat kept.txt; head -1 server.js');
		await saying(page, /kept\s+require/, NOTICE_MS);
		report({ measure: 'app, terminal and files that came back, of 3', unit: 'parts', ours: 3 });
	});
	if (noticedS.length) report({ measure: 'until it was noticed', unit: 's', ours: median(noticedS) });
}

async function crash(browser) {
	const crashedAt = performance.now();
	return { page: await browser.crashEngine(browser.page), crashedAt };
}

/** What fails is said, and the next goes on. */
async function inBrowser(name, work) {
	const server = await serve();
	const browser = await openCrashable();
	try {
		await work(browser, server.url);
	} catch (error) {
		console.error(`engine-crash, ${name}: ${error.message}`);
	} finally {
		await browser.close();
		await server.close();
	}
}
