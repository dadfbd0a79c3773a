import { chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../../scripts/serve.mjs';

/** The built app in a browser of its own; `errors` gathers what no page may ever have. */
export interface Ide {
	url: string;
	page: Page;
	/** Uncaught errors and dialogs, in words. */
	errors: string[];
	/** Opens the start page, types a requirement as it is (also what no keyboard can), and asks to build it. */
	submit(requirement: string): Promise<void>;
	/** The same on the start page that is open already, whose settings so stay in memory. */
	submitHere(requirement: string): Promise<void>;
	close(): Promise<void>;
}

export async function openIde(): Promise<Ide> {
	const server = await serve();
	const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
	// A context of its own, so that a test can open more tabs.
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(`pageerror: ${error.message}`));
	page.on('dialog', (dialog) => {
		errors.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	const ide: Ide = {
		url: server.url,
		page,
		errors,
		async submit(requirement) {
			await page.goto(server.url);
			await ide.submitHere(requirement);
		},
		async submitHere(requirement) {
			// A page that knows its projects can start a run.
			await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
			// As JSON: the driver's own protocol has no lone surrogates.
			await page.getByLabel('Requirement').evaluate((area: HTMLTextAreaElement, json) => {
				area.value = JSON.parse(json) as string;
				area.dispatchEvent(new InputEvent('input', { bubbles: true }));
				area.focus();
			}, JSON.stringify(requirement));
			await page.keyboard.press('Control+Enter');
		},
		async close() {
			await browser.close();
			await server.close();
		}
	};
	return ide;
}
