/** Ten whole jobs in one page, one after the other, each with an engine of its own: what the browser's renderers hold after each. */
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { renderersMiB } from '../../../scripts/renderer-memory.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { startRun } from './support/ide.mjs';
import { BOOK_LIST } from '../../fixtures/requirements.mjs';
import { runEnd } from './support/stored.mjs';

const JOBS = 10;
const LOOKS = 30;

export default async function tenJobs({ report }) {
	const server = await serve();
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	const heldMiB = [];
	let wholeCount = 0;
	try {
		await page.goto(server.url);
		for (let job = 0; job < JOBS; job++) {
			const isWhole = await runEnd(page, await startRun(page, BOOK_LIST)).then(
				() => true,
				// A job that is not whole holds as much as one that is.
				(error) => void console.error(error.message)
			);
			if (isWhole) wholeCount++;
			// Within the page: the document stays, its engine goes.
			await page.locator('a[href="/"]').first().click();
			await page.getByLabel('Requirement').waitFor();
			heldMiB.push(await restingMiB(page));
			console.error(`ten-jobs: ${job + 1} done, ${heldMiB.at(-1)} MiB`);
		}
	} finally {
		await browser.close();
		await server.close();
		const [second] = heldMiB.slice(1);
		report({ measure: 'jobs that ended whole', unit: 'jobs', ours: wholeCount });
		if (second) report({ measure: 'renderers after job 2', unit: 'MiB', ours: second });
		if (second) report({ measure: `renderers after job ${heldMiB.length}`, unit: 'MiB', ours: heldMiB.at(-1) });
		if (second)
			report({ measure: 'most growth since job 2', unit: '%', ours: 100 * (Math.max(...heldMiB.slice(1)) / second - 1) });
	}
}

/**
 * What all renderers hold once the engine has gone and garbage is collected, in MiB: the least of many looks. The browser ends the
 * service workers of previews by itself, but not while a debugger watches, as one does here; a measurement of memory that is under
 * way keeps an engine's for up to 20 s.
 */
async function restingMiB(page) {
	const devtools = await page.context().browser().newBrowserCDPSession();
	const { targetInfos } = await devtools.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
	for (const { targetId } of targetInfos) await devtools.send('Target.closeTarget', { targetId });
	let least = Infinity;
	for (let look = 0; look < LOOKS; look++) {
		await page.requestGC();
		await page.waitForTimeout(1000);
		least = Math.min(
			least,
			renderersMiB().reduce((sum, mib) => sum + mib, 0)
		);
	}
	await devtools.detach();
	return Math.round(least);
}
