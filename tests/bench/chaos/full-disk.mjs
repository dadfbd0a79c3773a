/** The browser's storage is really full: under a run, and under hand edits. Both must say so, and nothing typed may be lost once there is room. */
import { randomBytes } from 'node:crypto';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { importSmallApp, live, openFile, opened, saying, startRun, typeLine } from './support/ide.mjs';
import { BOOK_LIST } from '../../fixtures/requirements.mjs';
import { gapsOf, readStored, runEnd, unlikeLog } from './support/stored.mjs';

/** Room for the start page and the first events of a run, in bytes. */
const TINY = 300_000;
/** More than the tiny quota holds, and nothing that a database can compress; some more lines come on top. */
const LARGE_LINE = `// ${randomBytes(2 * TINY).toString('base64')}`;
const SAID = /no room left|STORAGE_FULL/;

export default async function fullDisk({ report }) {
	const server = await serve();
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	try {
		await underEdits(await pageIn(browser, server.url), report);
		await underRun(await pageIn(browser, server.url), report);
	} finally {
		await browser.close();
		await server.close();
	}
}

/** @returns a page of a storage of its own, and what sets its quota in bytes; undefined takes the limit away */
async function pageIn(browser, url) {
	const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await page.goto(url);
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(url);
	const limit = (quotaSize) => devtools.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize ? { quotaSize } : {}) });
	return { page, limit };
}

async function underRun({ page, limit }, report) {
	await limit(TINY);
	const started = performance.now();
	const id = await startRun(page, BOOK_LIST);
	await saying(page, SAID);
	report({ measure: 'run: until the page said so', unit: 's', ours: (performance.now() - started) / 1000 });
	await limit();
	await page.getByRole('button', { name: 'Try again' }).click();
	const stored = await runEnd(page, id);
	report({ measure: 'run: ended whole once there was room, of 1', unit: 'runs', ours: 1 });
	report({ measure: 'run: gaps in the log', unit: 'gaps', ours: gapsOf(stored) });
	report({ measure: 'run: files unlike the log', unit: 'files', ours: unlikeLog(stored).length });
}

async function underEdits({ page, limit }, report) {
	// Chromium asks for the quota now and then only: it is tiny from the start.
	await limit(TINY);
	const id = await importSmallApp(page);
	await live(page);
	await openFile(page, 'server.js');
	const typed = [LARGE_LINE, '// edit 1', '// edit 2'];
	for (const line of typed) {
		await typeLine(page, line);
		await saying(page, SAID);
	}
	await limit();
	await typeLine(page, '// there is room');
	await page.waitForTimeout(2000);
	await page.reload();
	await opened(page);
	await live(page);
	const stored = await readStored(page, id);
	const there = new Set(stored.files['server.js']?.text.split('\n'));
	report({ measure: 'edits: typed while it was full', unit: 'edits', ours: typed.length });
	report({ measure: 'edits: lost', unit: 'edits', ours: typed.filter((line) => !there.has(line)).length });
	report({ measure: 'edits: gaps in the log', unit: 'gaps', ours: gapsOf(stored) });
	report({ measure: 'edits: files unlike the log', unit: 'files', ours: unlikeLog(stored).length });
}
