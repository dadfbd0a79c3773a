import { resolve } from 'node:path';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTab, treeOf } from '../../scripts/headless-tab.mjs';

let tab: Awaited<ReturnType<typeof openTab>>;
beforeAll(async () => {
	tab = await openTab();
	await tab.mount(treeOf(resolve('tests/fixtures/notes-app')));
	const { exitCode, output } = await tab.spawn('npm', ['install']);
	expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
}, 60_000);
afterAll(() => tab.close());

test('a sign-in cookie and a note in PGlite outlive the server process', async () => {
	let serving = tab.spawn('npm', ['start']);
	let page = await tab.preview(3000, '/');
	expect(await ask(page, 'GET', '/me')).toEqual([401, { error: 'signed out' }]);
	expect(await ask(page, 'POST', '/login', { name: 'Ada' })).toEqual([204, null]);
	expect(await ask(page, 'GET', '/me')).toEqual([200, { name: 'Ada' }]);
	expect(await page.evaluate(() => document.cookie)).toBe('');
	expect(await ask(page, 'POST', '/notes', { text: 'milk, 2 €' })).toEqual([201, { id: 1 }]);

	await tab.killAll();
	await serving;
	serving = tab.spawn('npm', ['start']);
	page = await tab.preview(3000, '/');
	expect(await ask(page, 'GET', '/me')).toEqual([200, { name: 'Ada' }]);
	expect(await ask(page, 'GET', '/notes')).toEqual([200, [{ author: 'Ada', text: 'milk, 2 €' }]]);
	await tab.killAll();
	await serving;
});

/** @returns status and JSON body (null where it is empty) */
function ask(page: Frame, method: string, path: string, body?: unknown): Promise<[number, unknown]> {
	return page.evaluate(
		async ({ method, path, body }) => {
			const headers = { 'content-type': 'application/json' };
			const response = await fetch(path, { method, ...(body ? { body: JSON.stringify(body), headers } : {}) });
			const text = await response.text();
			return [response.status, text ? (JSON.parse(text) as unknown) : null];
		},
		{ method, path, body }
	);
}
