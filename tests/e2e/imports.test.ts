import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { openIde, type Ide } from './support/ide';

/** Projects that come as files: what is shown of them is true, and what programs and people do with them is kept. */

const SLOW_MS = 60_000;
/** One red pixel. */
const DOT = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
	'base64'
);
/** A page that takes the keyboard again and again. */
const GREEDY = `<!doctype html><title>Greedy</title><h1>Greedy</h1><input aria-label="Greedy">
<script>setInterval(() => document.querySelector('input').focus(), 150)</script>`;
/** One whose dialog opens by itself. */
const POPUP = `<!doctype html><title>Popup</title><dialog><button>Close</button></dialog>
<script>setTimeout(() => { document.querySelector('dialog').showModal(); console.log('popped up'); }, 500)</script>`;

let ide: Ide;
let page: Page;
beforeAll(async () => {
	ide = await openIde();
	page = ide.page;
	page.setDefaultTimeout(30_000);
});
afterAll(() => ide?.close());

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
async function choose(name: string, files: Record<string, string | Uint8Array>): Promise<void> {
	await page.goto(ide.url);
	await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
	const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, bytesOf(content)])));
	await page
		.locator('input[type=file][accept*=zip]')
		.setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(zip) });
}
async function importZip(name: string, files: Record<string, string | Uint8Array>): Promise<void> {
	await choose(name, files);
	await page.waitForURL(/\/projects\//);
	await page.getByRole('tab', { name: 'Task graph' }).waitFor();
}
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: SLOW_MS, interval: 100 });
const status = () => page.locator('footer .chip').first().innerText();
const tree = () => page.getByRole('tabpanel', { name: 'Files' }).getByRole('tree').innerText();
const app = () => page.frameLocator('iframe[title^="Preview of"]');
const text = () => page.locator('.cm-content').innerText();
const said = () => page.locator('.xterm-rows').innerText();
async function openFile(name: string): Promise<void> {
	await page.keyboard.press('Control+p');
	await page.keyboard.type(name);
	await page.keyboard.press('Enter');
}
async function enter(line: string): Promise<void> {
	await page.getByRole('tab', { name: 'Terminal' }).click();
	await eventually(said).toContain('❯');
	await page.locator('.terminal.xterm').click();
	await page.keyboard.type(line);
	await page.keyboard.press('Enter');
}

test('a zip comes in without its packages and its repository, and says so; nothing claims that it was checked', async () => {
	await importZip('site.zip', {
		'site/index.html': '<!doctype html><title>Site</title><h1>Plain page</h1><img src="dot.png" alt="Dot">',
		'site/notes.md': 'first line\n',
		'site/dot.png': DOT,
		'site/node_modules/left/index.js': '1',
		'site/node_modules/pad/index.js': '1',
		'site/.git/HEAD': 'ref: refs/heads/main'
	});
	const first = page.getByRole('article', { name: 'Imported files' });
	await first.getByText('3 files imported, not checked. Left out: node_modules (2 files), .git (1 file).').waitFor();
	await app().getByRole('heading', { name: 'Plain page' }).waitFor({ timeout: SLOW_MS });
	await eventually(status).toBe('live, not checked');
	await page.getByRole('list', { name: 'Phases' }).getByText('Live').waitFor();
	await page.getByRole('tab', { name: 'Files' }).click();
	expect((await tree()).split(/\s+/).filter(Boolean)).toEqual(['dot.png', 'index.html', 'notes.md']);
});

test('a picture opens as a picture', async () => {
	await page.getByRole('treeitem', { name: 'dot.png' }).click();
	await page.getByRole('img', { name: 'dot.png' }).waitFor();
	await page.getByText('1 × 1 · 70 bytes').waitFor();
});

test('what a program writes without a word is kept, and is there after a reload', async () => {
	await enter(`node -e "setTimeout(() => fs.writeFileSync('quiet.txt', 'kept' + os.EOL), 1000); setTimeout(() => 0, 1e6)"`);
	await eventually(tree).toContain('quiet.txt');
	await page.keyboard.press('Control+c');
	await page.reload();
	await page.getByRole('tab', { name: 'Files' }).click();
	await eventually(tree).toContain('quiet.txt');
	await enter('clear; cat quiet.txt');
	await eventually(said).toMatch(/^kept/m);
});

test('the last keys before the page goes are there when it comes back', async () => {
	await openFile('notes.md');
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type('last words');
	const project = page.url();
	await page.goto('about:blank');
	await page.goto(project);
	await page.getByRole('tab', { name: 'Task graph' }).waitFor();
	await openFile('notes.md');
	await eventually(text).toContain('last words');
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(' and more');
	// Saved by hand, and gone before the engine's echo of it can have been looked at: the page asks nothing.
	await page.keyboard.press('Control+s');
	await page.reload();
	await page.getByRole('tab', { name: 'Task graph' }).waitFor();
	await openFile('notes.md');
	await eventually(text).toContain('last words and more');
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(', and the last');
	await page.getByRole('link', { name: 'Tabsmith, all projects' }).click();
	await page.getByRole('link', { name: /site/ }).first().click();
	await page.getByRole('tab', { name: 'Task graph' }).waitFor();
	await openFile('notes.md');
	await eventually(text).toContain('last words and more, and the last');
});

test('what changed is shown against what was there before', async () => {
	await page.getByRole('button', { name: 'Show what changed' }).click();
	await page
		.locator('.cm-changedLine, .cm-insertedLine')
		.filter({ hasText: 'last words and more, and the last' })
		.first()
		.waitFor();
	expect(await page.locator('.cm-changedLine, .cm-insertedLine').filter({ hasText: 'first line' }).count()).toBe(0);
	await page.getByRole('button', { name: 'Show what changed' }).click();
});

test('an app that was stopped is not called live', async () => {
	await eventually(status).toBe('live, not checked');
	await enter('clear; pkill node');
	await eventually(status).toBe('imported, not checked');
	await page.getByRole('list', { name: 'Phases' }).getByText('Not running').waitFor();
});

test('a page that takes the keyboard leaves it to the editor, until the person goes there', async () => {
	await importZip('greedy.zip', { 'index.html': GREEDY, 'popup.html': POPUP, 'a.txt': '' });
	await app().getByRole('heading', { name: 'Greedy' }).waitFor({ timeout: SLOW_MS });
	await page.getByRole('tab', { name: 'Files' }).click();
	await page.getByRole('treeitem', { name: 'a.txt' }).click();
	await page.locator('.cm-content').click();
	await page.keyboard.type('every key that is typed here stays here', { delay: 30 });
	await eventually(text).toBe('every key that is typed here stays here');
	const field = app().getByRole('textbox', { name: 'Greedy' });
	await field.fill('filled at once');
	expect(await field.inputValue()).toBe('filled at once');
	await page.getByRole('button', { name: 'Reload', exact: true }).click();
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(', also while the page loads', { delay: 60 });
	await eventually(text).toBe('every key that is typed here stays here, also while the page loads');
	await field.click();
	await page.keyboard.type('for the app', { delay: 60 });
	expect(await field.inputValue()).toBe('for the app');
	await page.locator('.cm-content').click();
	await page.getByRole('button', { name: 'Open in a tab' }).focus();
	await page.keyboard.press('Tab');
	// The focus goes to another process, and keys that come meanwhile nowhere.
	await eventually(() => field.evaluate((element) => document.hasFocus() && document.activeElement === element)).toBe(true);
	await page.keyboard.type('by Tab');
	expect(await field.inputValue()).toBe('by Tab');
});

test('a dialog that opens by itself in the app takes no key from the editor', async () => {
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Delete');
	let isOpen = false;
	const opened = page.waitForEvent('console', (message) => message.text() === 'popped up').then(() => (isOpen = true));
	await page.getByRole('textbox', { name: 'Path' }).fill('/popup.html');
	await page.keyboard.press('Enter');
	await page.locator('.cm-content').click();
	let typed = '';
	for (let left = 10; left > 0; left -= Number(isOpen)) {
		await page.keyboard.type('k', { delay: 30 });
		typed += 'k';
	}
	await opened;
	await eventually(text).toBe(typed);
});

test('a project that nothing starts says what can be done, and its files are in the terminal', async () => {
	await importZip('tool.zip', { 'package.json': '{"scripts":{"build":"node build.js"}}', 'build.js': 'console.log("built")' });
	await page.getByText(/In the terminal, run npm run build\. Add a "dev" or "start" script/).waitFor({ timeout: SLOW_MS });
	expect(await status()).toBe('imported, not checked');
	await enter('ls');
	await eventually(said).toMatch(/Nothing here says how to start an app[^]*build\.js/);
});

test('a project that is deleted in another tab closes here, with a word why', async () => {
	const other = await page.context().newPage();
	await other.goto(ide.url);
	const card = other.getByRole('listitem').filter({ hasText: 'tool' });
	await card.hover();
	await card.getByRole('button', { name: 'Delete tool' }).click();
	await other.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
	await page.getByText('This project was deleted in another tab.').waitFor();
	await card.waitFor({ state: 'detached' });
	await other.close();
});

test('a folder comes in as its zip would', async () => {
	const root = await mkdtemp(join(tmpdir(), 'folder-'));
	const files = { 'index.html': '<!doctype html><title>Folder</title><h1>From a folder</h1>', 'node_modules/x/i.js': '1' };
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
	await page.goto(ide.url);
	await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
	await page.locator('input[type=file][webkitdirectory]').setInputFiles(root);
	await page.waitForURL(/\/projects\//);
	await page.getByText('1 file imported, not checked. Left out: node_modules (1 file). Static page.').first().waitFor();
	await app().getByRole('heading', { name: 'From a folder' }).waitFor({ timeout: SLOW_MS });
	await rm(root, { recursive: true });
});

test('an import that fails leaves nothing behind', async () => {
	await choose('bad.zip', { 'a.txt': 'a', 'vendor/.GIT/config': 'x' });
	await page.getByRole('alert').filter({ hasText: 'vendor/.GIT/config' }).filter({ hasText: 'ZIP_UNSAFE' }).waitFor();
	await page.goto(ide.url);
	await page.getByRole('link', { name: /greedy/ }).waitFor();
	expect(await page.getByRole('article').count()).toBe(3);
	await page.getByText('imported, not checked').first().waitFor();
});

test('texts and pictures are attached; the built-in model is said to see none, and what is neither is refused', async () => {
	await page.locator('input[type=file][multiple]').setInputFiles([
		{ name: 'logo.png', mimeType: 'image/png', buffer: DOT },
		{ name: 'wishes.txt', mimeType: 'text/plain', buffer: Buffer.from('more') },
		{ name: 'sound.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 255, 0, 128]) }
	]);
	await page.getByRole('alert').filter({ hasText: 'sound.bin is neither' }).filter({ hasText: 'ATTACHMENT_NOT_TEXT' }).waitFor();
	const attached = page.getByRole('list', { name: 'Attachments' });
	await eventually(() => attached.innerText()).toMatch(/logo\.png\s*the built-in model sees no pictures[^]*wishes\.txt/);
	expect(await attached.innerText()).not.toContain('sound.bin');
});

test('nothing was thrown meanwhile', () => expect(ide.errors).toEqual([]));
