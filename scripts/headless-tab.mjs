/** A headless tab with a booted container in it, through the unmodified `@webcontainer/api`: the base of drivers, tests and benches. */
import { build as bundle } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { mountInPieces } from './mount-in-pieces.mjs';
import { serve } from './serve.mjs';

const SKIPPED = new Set(['node_modules', '.git', 'dist', '.cache']);

/** Bundled into the page: the public client, nothing else of ours. */
const CLIENT = `import { WebContainer } from '@webcontainer/api'; globalThis.WebContainer = WebContainer;`;

/**
 * Opens a page on the IDE's origin and boots a container.
 * @typedef {{ onOutput?: (text: string) => void, onConsole?: (text: string) => void, workdirName?: string, bootOptions?: object }} TabOptions
 * @param {TabOptions & { port?: number, profile?: string }} [options] a later session finds what one has stored by the same port and profile (a folder)
 */
export async function openTab({ port = 0, profile = '', ...options } = {}) {
	const server = await serve({ withIde: false, port });
	const launch = { executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS };
	const browser = profile ? await chromium.launchPersistentContext(profile, launch) : await chromium.launch(launch);
	const context = 'newContext' in browser ? await browser.newContext() : browser;
	const close = async () => {
		await browser.close();
		await server.close();
	};
	return bootTab(await context.newPage(), { ...options, server, close });
}

/**
 * One more tab in the browser of another.
 * @param {Awaited<ReturnType<typeof openTab>>} tab
 * @param {TabOptions} [options]
 */
export async function openTabBeside(tab, options = {}) {
	const page = await tab.page.context().newPage();
	return bootTab(page, { ...options, server: tab.server, close: () => page.close() });
}

/**
 * @param {import('playwright').Page} page
 * @param {TabOptions & { server: Awaited<ReturnType<typeof serve>>, close: () => Promise<void> }} options
 */
async function bootTab(
	page,
	{ onOutput = () => {}, onConsole = () => {}, workdirName = 'project', bootOptions = {}, server, close }
) {
	page.on('console', (message) => onConsole(`[${message.type()}] ${message.text()}`));
	page.on('pageerror', (error) => onConsole(`[pageerror] ${error.message}`));
	await page.goto(server.url);
	const engineUrl = server.url.replace('://', '://engine.');
	await page.exposeFunction('tabOutput', onOutput);
	const client = await bundle({
		stdin: { contents: CLIENT, resolveDir: process.cwd() },
		bundle: true,
		format: 'iife',
		write: false
	});
	await page.evaluate((url) => {
		globalThis.WEBCONTAINER_API_IFRAME_URL = url;
		globalThis.ports = new Map();
		globalThis.longestTaskMs = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) globalThis.longestTaskMs = Math.max(globalThis.longestTaskMs, entry.duration);
		}).observe({ type: 'longtask' });
	}, engineUrl);
	await page.addScriptTag({ content: client.outputFiles[0].text });
	const bootMs = await page.evaluate(
		async (options) => {
			const start = performance.now();
			globalThis.container = await globalThis.WebContainer.boot(options);
			globalThis.container.on('server-ready', (port, url) => globalThis.ports.set(port, url));
			globalThis.container.on('port', (port, type) => type === 'close' && globalThis.ports.delete(port));
			globalThis.container.on('error', (error) => console.error('container:', error.message));
			return performance.now() - start;
		},
		{ workdirName, ...bootOptions }
	);
	const memory = sampleMemory();
	return {
		page,
		server,
		port: server.port,
		bootMs,
		/** Mounts a tree in the client's format at the working directory. */
		mount: (tree) => mountInPieces(page, tree),
		/** Runs one program; output goes to `onOutput`. @returns {Promise<{ exitCode: number, ms: number, output: string }>} */
		spawn: (command, args = [], options = {}) =>
			page.evaluate(
				async ([command, args, options]) => {
					const start = performance.now();
					const child = await globalThis.container.spawn(command, args, options);
					let output = '';
					const piped = child.output.pipeTo(
						new WritableStream({
							async write(chunk) {
								output += chunk;
								await globalThis.tabOutput(chunk);
							}
						})
					);
					(globalThis.children ??= new Set()).add(child);
					const exitCode = await child.exit;
					await piped;
					globalThis.children.delete(child);
					return { exitCode, ms: performance.now() - start, output };
				},
				[command, args, options]
			),
		killAll: () => page.evaluate(() => [...(globalThis.children ?? [])].forEach((child) => child.kill())),
		/** Waits for a port to serve, then fetches from within a preview frame. @returns {Promise<{ url: string, status: number, bytes: number, ms: number, body: string }>} */
		get: (port, path) => getFromPreview(page, port, path),
		/** Waits for a port to serve and opens a page of it. @returns {Promise<import('playwright').Frame>} */
		preview: (port, path) => openPreview(page, port, path),
		longestTaskMs: () => page.evaluate(() => Math.round(globalThis.longestTaskMs)),
		peakMemoryMiB: () => memory.peakMiB(),
		async close() {
			memory.stop();
			await close();
		}
	};
}

async function openPreview(page, port, path) {
	await page.waitForFunction((port) => globalThis.ports.has(port), port, { timeout: 0, polling: 50 });
	const base = await page.evaluate((port) => globalThis.ports.get(port), port);
	const url = new URL(path, base).href;
	const attached = page.waitForEvent('frameattached');
	await page.evaluate((url) => {
		document.querySelector('iframe[name=preview]')?.remove();
		const frame = document.createElement('iframe');
		frame.allow = 'cross-origin-isolated';
		frame.name = 'preview';
		frame.src = url;
		document.body.append(frame);
	}, url);
	const frame = await attached;
	// Its first answer may wait for a server that fills its database; the caller has a limit of its own.
	await frame.waitForURL(url, { timeout: 120_000 });
	// The first visit is the host's bootstrap page, which reloads itself once the service worker is there.
	await frame.waitForFunction(
		() => !document.querySelector('meta[name=tabsmith-bootstrap]') && navigator.serviceWorker?.controller,
		undefined,
		{ timeout: 20_000 }
	);
	return frame;
}

async function getFromPreview(page, port, path) {
	const frame = await openPreview(page, port, path);
	return frame.evaluate(async (path) => {
		const url = new URL(path, location.origin).href;
		const start = performance.now();
		const response = await fetch(url);
		const body = await response.text();
		return { url, status: response.status, bytes: new TextEncoder().encode(body).length, ms: performance.now() - start, body };
	}, path);
}

/** Resident memory of this process's browsers, sampled each second (where there is a `ps`; elsewhere 0). */
function sampleMemory() {
	let peakKib = 0;
	const sample = () => {
		try {
			peakKib = Math.max(peakKib, descendantsKib(process.pid));
		} catch {
			// no ps on this machine: the figure stays 0
		}
	};
	const timer = setInterval(sample, 1000);
	sample();
	return { peakMiB: () => Math.round(peakKib / 1024), stop: () => clearInterval(timer) };
}

/** @returns {number} KiB resident in all processes below `root` */
function descendantsKib(root) {
	const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
	const children = new Map();
	for (const row of rows) {
		const [pid, parent, rss] = row.trim().split(/\s+/).map(Number);
		children.set(parent, [...(children.get(parent) ?? []), { pid, rss }]);
	}
	const sum = (pid) => (children.get(pid) ?? []).reduce((total, child) => total + child.rss + sum(child.pid), 0);
	return sum(root);
}

/**
 * A folder as the client's tree, binary files as base64.
 * @param {string} folder absolute path; node_modules, .git, dist and .cache are left out
 */
export function treeOf(folder) {
	const tree = {};
	for (const name of readdirSync(folder)) {
		if (SKIPPED.has(name)) continue;
		const path = join(folder, name);
		const stat = lstatSync(path);
		if (stat.isSymbolicLink()) tree[name] = { file: { symlink: readlinkSync(path) } };
		else if (stat.isDirectory()) tree[name] = { directory: treeOf(path) };
		else tree[name] = { file: contentsOf(readFileSync(path)) };
	}
	return tree;
}

function contentsOf(bytes) {
	const text = bytes.toString('utf8');
	return Buffer.from(text, 'utf8').equals(bytes) ? { contents: text } : { base64: bytes.toString('base64') };
}
