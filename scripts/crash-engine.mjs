/** A browser whose engine can be ended, as the browser itself does when memory has run out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';

/**
 * @typedef {import('playwright').Page} Page
 * @returns a browser with one page. `crashEngine` answers a new `Page` of the same tab: Playwright takes the end of a frame's
 *   renderer for the end of the whole page, so it has to look again.
 */
export async function openCrashable() {
	const profile = mkdtempSync(join(tmpdir(), 'crashable-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: ensureChromium(),
		headless: true,
		viewport: { width: 1440, height: 900 },
		args: [...CHROMIUM_FLAGS, '--remote-debugging-port=0']
	});
	const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
	/** @returns {Promise<Page>} */
	const lookAgain = async () => {
		const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		const page = browser.contexts()[0]?.pages()[0];
		if (!page) throw new Error('The tab is gone.');
		return page;
	};
	return {
		page: context.pages()[0] ?? (await context.newPage()),
		lookAgain,
		/** @param {Page} page the page as it was opened or looked at last @returns {Promise<Page>} */
		async crashEngine(page) {
			const frame = page.frames().find((candidate) => candidate.url().includes('://engine.'));
			if (!frame) throw new Error('The page has no engine.');
			const session = await page.context().newCDPSession(frame);
			const crashed = new Promise((done) => page.once('crash', done));
			// Nobody is left to answer it.
			session.send('Page.crash').catch(() => undefined);
			await crashed;
			return lookAgain();
		},
		async close() {
			await context.close();
			rmSync(profile, { recursive: true, force: true });
		}
	};
}
