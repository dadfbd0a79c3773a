import type { WebContainer } from '@webcontainer/api';
import type { Worker } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';
import { largestRendererMiB } from '../../scripts/renderer-memory.mjs';

/** Written into each engine's files, so that a heap that stays shows. */
const FILES_MIB = 120;
const ENGINES = 10;
/** A leak would leave a heap of each engine. Chromium 156 itself keeps two, however many there were: measured after 3, 6 and 12. */
const MOST_LEFT_MIB = (ENGINES * FILES_MIB) / 2;

interface PageGlobals {
	container: WebContainer;
	WebContainer: typeof WebContainer;
	/** Addresses of servers, as headless-tab.mjs keeps them. */
	ports: Map<number, string>;
	exits: Promise<number>[];
}

/** A server whose program waits for a child that never ends. */
const SERVER = `
require('http').createServer((request, response) => response.end('<h1>hello</h1>')).listen(3000, () => {
	const child = ['-e', 'process.stdin.resume(); setInterval(() => {}, 1000)'];
	require('child_process').spawnSync('node', child, { stdio: ['pipe', 'inherit', 'inherit'] });
});`;
/** One that answers pages, too. */
const PAGE = `require('http').createServer((request, response) => response.end('<h1>hello</h1>')).listen(3001)`;

let tab: Awaited<ReturnType<typeof openTab>>;
beforeEach(async () => void (tab = await openTab()));
afterEach(() => tab.close());

/** Has every page and frame collect its garbage, those in processes of their own too. */
async function collectGarbage(): Promise<void> {
	for (const target of [tab.page, ...tab.page.frames().slice(1)]) {
		// A frame in its page's process has no session of its own: the page's collects for both.
		const session = await tab.page
			.context()
			.newCDPSession(target)
			.catch(() => undefined);
		await session?.send('HeapProfiler.collectGarbage');
		await session?.detach();
	}
}

/** Fills the engine, and leaves a terminal, a reader, a waiting parent and an open page in it. */
async function use(): Promise<void> {
	const sources = { 'wait.cjs': SERVER, 'page.cjs': PAGE };
	await tab.page.evaluate(
		async ({ sources, filesMiB }) => {
			const page = globalThis as unknown as PageGlobals;
			const { container } = page;
			const block = new Uint8Array(1 << 20).fill(7);
			for (let index = 0; index < filesMiB; index++) await container.fs.writeFile(`block-${index}`, block);
			for (const [path, source] of Object.entries(sources)) await container.fs.writeFile(path, source);
			const waiting = new Promise<void>((done) => container.on('server-ready', (port) => port === 3000 && done()));
			page.exits = [];
			for (const [command, args, options] of [
				['jsh', [], { terminal: { cols: 80, rows: 24 } }],
				['node', ['-e', 'process.stdin.resume()'], {}],
				['node', ['page.cjs'], {}],
				['node', ['wait.cjs'], {}]
			] as const)
				page.exits.push((await container.spawn(command, [...args], options)).exit);
			await waiting;
		},
		{ sources, filesMiB: FILES_MIB }
	);
	expect((await tab.get(3001, '/')).body).toContain('hello');
}

test('an engine that is torn down leaves nothing: its programs end, and its workers and its heap are gone', async () => {
	await collectGarbage();
	const mib = largestRendererMiB();
	const workers: Worker[] = [];
	for (let engine = 0; engine < ENGINES; engine++) {
		await use();
		// The kernel serves the page's next engine, too.
		workers.push(...tab.page.workers().filter((worker) => !worker.url().endsWith('/kernel.js')));
		const exits = await tab.page.evaluate(async () => {
			const page = globalThis as unknown as PageGlobals;
			page.container.teardown();
			page.container = await page.WebContainer.boot({ workdirName: 'project' });
			page.ports.clear();
			page.container.on('server-ready', (port, url) => page.ports.set(port, url));
			return Promise.all(page.exits);
		});
		expect(exits).toEqual([137, 137, 137, 137]);
	}
	const left = () => workers.filter((worker) => tab.page.workers().includes(worker)).map((worker) => worker.url());
	await expect.poll(left, { timeout: 60_000 }).toEqual([]);
	// Each heap that stays has the files of its engine.
	const grown = async () => {
		await collectGarbage();
		return largestRendererMiB() - mib;
	};
	// A measurement of memory that is under way keeps the last engine's for up to 20 s.
	await expect.poll(grown, { timeout: 45_000, interval: 500 }).toBeLessThan(MOST_LEFT_MIB);
});
