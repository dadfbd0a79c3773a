import { afterAll, beforeAll, expect, test } from 'vitest';
import { BOOK_LIST } from '../fixtures/requirements.mjs';
import { openIde, type Ide } from './support/ide';

/** Room for the start page and the first events of a run, in bytes. */
const TINY = 300_000;

let ide: Ide;
beforeAll(async () => {
	ide = await openIde();
});
afterAll(() => ide.close());

test('a full disk stops the run with what to do, and it goes on once there is room', async () => {
	const { page } = ide;
	await page.goto(ide.url);
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(ide.url);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: TINY });
	await ide.submitHere(BOOK_LIST);
	const alert = page.getByRole('alert').filter({ hasText: 'The run broke off' });
	await alert.waitFor({ timeout: 30_000 });
	expect(await alert.innerText()).toContain('Remove old projects on the start page or free disk space');
	await devtools.send('Storage.overrideQuotaForOrigin', { origin });
	await alert.getByRole('button', { name: 'Try again' }).click();
	// The builders' first results come after all that did not fit.
	await expect.poll(() => page.getByText(/Wrote \d+ files? from the blueprint/).count(), { timeout: 30_000 }).toBeGreaterThan(0);
	await page.getByRole('banner').getByRole('button', { name: 'Stop' }).click();
	expect(ide.errors).toEqual([]);
});
