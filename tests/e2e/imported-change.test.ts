import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedFixture } from '../unit/support/imported-project';
import { openIde, type Ide } from './support/ide';
import { openModelServer, type ModelServer } from './support/model-server';
import { recordedReplies } from './support/recorded-replies';

/** A project that was made elsewhere is changed in the tab by what a person asks for there. */

const SLOW_MS = 120_000;

let ide: Ide;
let model: ModelServer;
beforeAll(async () => {
	[ide, model] = [await openIde(), await openModelServer()];
	model.script = recordedReplies('express-notes');
});
afterAll(async () => {
	await ide?.close();
	await model?.close();
});

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: SLOW_MS, interval: 100 });
const app = () => ide.page.frameLocator('iframe[title^="Preview of"]');

async function importExpress(): Promise<void> {
	const { page } = ide;
	await page.goto(`${ide.url}settings`);
	await page.getByLabel('Provider').selectOption('custom');
	await page.getByLabel('Base URL').fill(model.baseUrl);
	await page.getByLabel('Model for every role').fill('test-model');
	await page.getByRole('link', { name: 'Projects' }).click();
	await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
	const files = Object.entries(importedFixture('express-notes'));
	const zip = zipSync(Object.fromEntries(files.map(([path, text]) => [`notes/${path}`, new TextEncoder().encode(text)])));
	await page
		.locator('input[type=file][accept*=zip]')
		.setInputFiles({ name: 'notes.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
	await page.waitForURL(/\/projects\//);
}

test('an imported Express API is said to be one, gets the endpoint that is asked for, and serves it', async () => {
	const { page } = ide;
	await importExpress();
	await page.getByText('Express API, npm, tests with node:test.').first().waitFor();
	await eventually(() => page.locator('footer').innerText()).toContain('live, not checked');

	const box = page.getByRole('textbox', { name: /message|ask/i });
	await box.fill('Let me ask for the open notes');
	await box.press('Enter');
	await eventually(() => page.locator('body').innerText()).toContain('All 3 tests pass.');
	await page.getByRole('textbox', { name: 'Path' }).fill('/notes/open');
	await page.keyboard.press('Enter');
	await eventually(() => app().locator('body').innerText()).toContain('Buy milk');
	expect(await app().locator('body').innerText()).not.toContain('Water the plants');
	expect(ide.errors).toEqual([]);
});
