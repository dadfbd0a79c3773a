import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import { DEFAULT_NAME } from '../../scripts/sites.mjs';
import { serve } from '../../scripts/serve.mjs';

test('a browser that denies storage to the engine makes its boot fail with what to do', async () => {
	const profile = mkdtempSync(join(tmpdir(), 'denied-'));
	mkdirSync(join(profile, 'Default'));
	const cookies = { [`http://engine.${DEFAULT_NAME},*`]: { setting: 2 } };
	writeFileSync(
		join(profile, 'Default/Preferences'),
		JSON.stringify({ profile: { content_settings: { exceptions: { cookies } } } })
	);
	const server = await serve();
	const context = await chromium.launchPersistentContext(profile, { executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
	try {
		const page = await context.newPage();
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await page.goto(server.url);
		await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
		await page.getByLabel('Requirement').fill('A list of books');
		await page.keyboard.press('Control+Enter');
		const ending = page.getByRole('region', { name: 'How the run ended' });
		await expect.poll(() => ending.innerText(), { timeout: 30_000 }).toContain('ENGINE_STORAGE_DENIED');
		expect(await ending.innerText()).toContain('Allow cookies and site data for it');
		expect(errors).toEqual([]);
	} finally {
		await context.close();
		await server.close();
		rmSync(profile, { recursive: true, force: true });
	}
});
