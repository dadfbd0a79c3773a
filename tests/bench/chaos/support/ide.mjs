/** What the scenarios do in the IDE, as a person does it. */
import { strToU8, zipSync } from 'fflate';

const OPEN_MS = 60_000;
const LIVE_MS = 120_000;

const SERVER = `require('node:http').createServer((request, response) =>
	response.setHeader('content-type', 'text/html').end('<!doctype html><title>app</title><h1>small app</h1>')).listen(3000)\n`;
const PACKAGE = JSON.stringify({ name: 'app', private: true, scripts: { dev: 'node server.js' } });

/** Waits until the page says something. @param {RegExp} text @param {number} [timeout] in ms */
export function saying(page, text, timeout = OPEN_MS) {
	const { source, flags } = text;
	return page.waitForFunction(([source, flags]) => new RegExp(source, flags).test(document.body.innerText), [source, flags], {
		timeout,
		polling: 100
	});
}

const ready = (page) =>
	page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor({ timeout: OPEN_MS });

/** Starts a run on the start page that is open. @returns {Promise<string>} the project's id */
export async function startRun(page, requirement) {
	await ready(page);
	await page.getByLabel('Requirement').fill(requirement);
	await page.keyboard.press('ControlOrMeta+Enter');
	return openedId(page);
}

/** Imports a project of two files, a server and its package.json, on the start page that is open. @returns {Promise<string>} the project's id */
export async function importSmallApp(page, name = 'small') {
	await ready(page);
	const buffer = Buffer.from(zipSync({ 'package.json': strToU8(PACKAGE), 'server.js': strToU8(SERVER) }));
	await page.getByLabel('Project or run log').setInputFiles({ name: `${name}.zip`, mimeType: 'application/zip', buffer });
	return openedId(page);
}

async function openedId(page) {
	await page.waitForURL(/projects\//, { timeout: OPEN_MS });
	await opened(page);
	return new URL(page.url()).pathname.split('/').at(-1);
}

/** Opens a project from the start page that is open. */
export async function openProject(page, id) {
	await ready(page);
	await page.locator(`a[href="/projects/${id}"]`).first().click();
	await opened(page);
}

/** Waits for the workspace to be there. */
export const opened = (page) => page.getByRole('tab', { name: 'Task graph' }).waitFor({ timeout: OPEN_MS });

/** Waits for the small app in the preview pane. */
export const live = (page) =>
	page
		.locator('iframe[title^="Preview of"]')
		.contentFrame()
		.getByRole('heading', { name: 'small app' })
		.waitFor({ timeout: LIVE_MS });

/** Opens a file in the editor, with the cursor at its start. */
export async function openFile(page, path) {
	await page.keyboard.press('Control+p');
	await page.keyboard.type(path);
	await page.keyboard.press('Enter');
	await page.getByRole('tabpanel', { name: path }).locator('.cm-line').first().waitFor({ timeout: OPEN_MS });
	await page.locator('.cm-content').click();
}

/** Types a line at the start of the file that has the cursor. */
export async function typeLine(page, line) {
	await page.keyboard.press('Control+Home');
	await page.keyboard.insertText(`${line}\n`);
}

/** Types a command in the terminal, which is opened first. */
export async function command(page, line) {
	await page.getByRole('tab', { name: 'Terminal' }).click();
	await page.locator('.xterm-rows', { hasText: /[$❯>]/ }).waitFor({ timeout: OPEN_MS });
	await page.locator('.xterm').click();
	await page.keyboard.type(`${line}\n`);
}
