import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTab, openTabBeside } from '../../scripts/headless-tab.mjs';

const SECRET = 'tabsmith-secret-4711';
const PORT = 3111;
const APP = `require('http').createServer((request, response) => {
	response.setHeader('content-type', 'text/html');
	response.end('<!doctype html><title>app</title><h1>hello</h1>');
}).listen(${PORT})`;

let tab: Awaited<ReturnType<typeof openTab>>;
let errors: string[];
beforeAll(async () => {
	errors = [];
	tab = await openTab({ onConsole: (text) => text.startsWith('[pageerror]') && errors.push(text) });
	await tab.page.evaluate(async (secret) => {
		localStorage.setItem('key', secret);
		sessionStorage.setItem('key', secret);
		document.cookie = `key=${secret}; SameSite=Lax`;
		const cache = await caches.open('keys');
		await cache.put('/key', new Response(secret));
		await new Promise<void>((resolve, reject) => {
			const open = indexedDB.open('keys', 1);
			open.onupgradeneeded = () => open.result.createObjectStore('keys').put(secret, 'key');
			open.onsuccess = () => resolve(open.result.close());
			open.onerror = () => reject(open.error);
		});
	}, SECRET);
});
afterAll(async () => {
	expect(errors).toEqual([]);
	await tab.close();
});

/** Starts the app and opens it in a frame of the IDE's page. */
async function openPreview(): Promise<Frame> {
	void tab.spawn('node', ['-e', APP]).catch(() => {});
	const { status } = await tab.get(PORT, '/');
	expect(status).toBe(200);
	const frame = tab.page.frame('preview');
	if (!frame) throw new Error('The page has no preview frame.');
	return frame;
}

/** What a program prints as JSON. */
async function printed(source: string): Promise<unknown> {
	const { exitCode, output } = await tab.spawn('node', ['-e', source]);
	expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
	return JSON.parse(output);
}

describe('a page of the app', () => {
	let preview: Frame;
	beforeAll(async () => void (preview = await openPreview()));

	test('has storage of its own, without anything of the IDE in it', async () => {
		const seen = await preview.evaluate(async () => ({
			local: { ...localStorage },
			session: { ...sessionStorage },
			cookie: document.cookie,
			databases: await indexedDB.databases(),
			caches: await caches.keys(),
			cached: (await caches.match('/key')) ?? null
		}));
		expect(seen).toEqual({ local: {}, session: {}, cookie: '', databases: [], caches: [], cached: null });
	});

	test('cannot touch the page that holds it', async () => {
		const names = await preview.evaluate(() => {
			const attempts: Record<string, () => unknown> = {
				document: () => parent.document,
				storage: () => top?.localStorage,
				frameElement: () => frameElement?.ownerDocument,
				address: () => parent.location.href,
				sibling: () => parent.frames[0]?.document,
				property: () => (parent as unknown as { container: unknown }).container,
				domain: () => {
					document.domain = location.hostname.replace(/^p[\d-]+\./, '');
					return parent.document;
				}
			};
			return Object.entries(attempts).map(([name, attempt]) => {
				try {
					return [name, String(attempt() ?? null)];
				} catch (error) {
					return [name, (error as Error).name];
				}
			});
		});
		expect(Object.fromEntries(names)).toEqual({
			document: 'SecurityError',
			storage: 'SecurityError',
			frameElement: 'null',
			address: 'SecurityError',
			sibling: 'SecurityError',
			property: 'SecurityError',
			domain: 'SecurityError'
		});
	});

	test("cannot read the IDE's or the engine's address with the user's cookies", async () => {
		const ide = tab.page.url();
		const engine = ide.replace('://', '://engine.');
		const read = await preview.evaluate(
			async (addresses) => {
				const results: string[] = [];
				for (const address of addresses) {
					for (const mode of ['cors', 'no-cors'] as const) {
						const answer = await fetch(address, { credentials: 'include', mode }).catch((error: Error) => error.name);
						results.push(typeof answer === 'string' ? answer : `${answer.type} ${(await answer.text()).length}`);
					}
				}
				return results;
			},
			[ide, engine]
		);
		// The engine's files may be embedded by anyone (they are public); what comes back is opaque all the same.
		expect(read).toEqual(['TypeError', 'TypeError', 'TypeError', 'opaque 0']);
	});

	test('does not slow the IDE down while it hangs', async () => {
		const hanging = preview.evaluate(() => {
			const end = performance.now() + 1500;
			while (performance.now() < end);
			return true;
		});
		const gaps = await tab.page.evaluate(async () => {
			const longest = { timer: 0, frame: 0 };
			const until = performance.now() + 1400;
			const watch = (kind: 'timer' | 'frame', next: (then: () => void) => void) =>
				new Promise<void>((resolve) => {
					let last = performance.now();
					const tick = () => {
						const now = performance.now();
						longest[kind] = Math.max(longest[kind], now - last);
						last = now;
						if (now > until) resolve();
						else next(tick);
					};
					next(tick);
				});
			await Promise.all([watch('timer', (then) => void setTimeout(then, 10)), watch('frame', requestAnimationFrame)]);
			return longest;
		});
		expect(await hanging).toBe(true);
		expect(gaps.timer).toBeLessThan(200);
		expect(gaps.frame).toBeLessThan(200);
	});
});

describe('a process', () => {
	const REACHED = `
		const names = ['window', 'document', 'parent', 'top', 'localStorage', 'sessionStorage', 'cookieStore', 'indexedDB', 'caches',
			'self', 'location', 'importScripts', 'postMessage', 'addEventListener', 'onmessage', 'close', 'Worker', 'SharedWorker',
			'XMLHttpRequest', 'StorageManager', 'IDBFactory', 'CacheStorage', 'FileSystemHandle', 'WorkerNavigator', 'Notification'];
		const reached = (scope) => names.filter((name) => { try { return scope[name] !== undefined } catch { return true } });`;

	test('sees nothing of a browser, however it asks for its global object', async () => {
		const seen = await printed(`${REACHED}
			const chain = [];
			for (let object = globalThis; object; object = Object.getPrototypeOf(object)) chain.push(object);
			const { createContext, runInContext, runInThisContext } = require('vm');
			const scopes = {
				own: globalThis, Function: new Function('return this')(), constructor: (function () {}).constructor('return globalThis')(),
				eval: (0, eval)('this'), generator: (function* () {}).constructor('yield globalThis')().next().value, vm: runInThisContext('this'),
				context: runInContext('globalThis', createContext({}))
			};
			(async () => {
				scopes.async = await (async () => {}).constructor('return globalThis')();
				scopes.imported = (await import('data:text/javascript,export default globalThis')).default;
				scopes.native = (await new Function('return import("data:text/javascript,export default globalThis")')()).default;
				chain.forEach((object, index) => { scopes['prototype ' + index] = object });
				console.log(JSON.stringify(Object.fromEntries(Object.entries(scopes).map(([name, scope]) => [name, reached(scope)]).filter(([, names]) => names.length))));
			})()`);
		expect(seen).toEqual({});
	});

	test("cannot get at the browser's navigator, its storage and locks, or its fetch", async () => {
		const seen = await printed(`
			const found = [];
			for (let object = Object.getPrototypeOf(globalThis); object && object !== Object.prototype; object = Object.getPrototypeOf(object))
				for (const name of Object.getOwnPropertyNames(object)) if (!/^(constructor|TEMPORARY|PERSISTENT)$/.test(name)) found.push(name);
			console.log(JSON.stringify({ found, storage: typeof navigator.storage, serviceWorker: typeof navigator.serviceWorker,
				gpu: typeof navigator.gpu, usb: typeof navigator.usb, class: /native code/.test(String(navigator.constructor)) }))`);
		expect(seen).toEqual({
			found: [],
			storage: 'undefined',
			serviceWorker: 'undefined',
			gpu: 'undefined',
			usb: 'undefined',
			class: false
		});
	});

	test('sees nothing of a browser in a thread either', async () => {
		const seen = await printed(`
			const { Worker } = require('worker_threads');
			new Worker(${JSON.stringify(`${REACHED}
				const found = reached(globalThis);
				for (let object = Object.getPrototypeOf(globalThis); object && object !== Object.prototype; object = Object.getPrototypeOf(object)) found.push(...reached(object));
				require('worker_threads').parentPort.postMessage(found)`)}, { eval: true }).on('message', (found) => console.log(JSON.stringify(found)))`);
		expect(seen).toEqual([]);
	});

	test('speaks to no other process or page over a BroadcastChannel', async () => {
		const engineFrame = tab.page.frames().find((frame) => frame.url().includes('//engine.'));
		await engineFrame?.evaluate(() => {
			const heard: unknown[] = [];
			Object.assign(globalThis, { heard });
			new BroadcastChannel('gossip').onmessage = ({ data }) => void heard.push(data);
		});
		const heard = await printed(`
			const channel = new BroadcastChannel('gossip');
			channel.onmessage = () => { console.log('"heard"'); channel.close() };
			channel.postMessage('psst');
			const other = "const c = new BroadcastChannel('gossip'); c.postMessage('hey'); c.close()";
			require('child_process').execFileSync('node', ['-e', other]);
			setTimeout(() => { console.log('"nothing"'); channel.close() }, 300)`);
		expect(heard).toBe('nothing');
		expect(await engineFrame?.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([]);
	});

	test("cannot fetch the IDE's or the engine's address", async () => {
		const ide = tab.page.url();
		const seen =
			await printed(`Promise.all(${JSON.stringify([ide, ide.replace('://', '://engine.')])}.map((address) => fetch(address, { credentials: 'include' })
			.then((response) => response.text(), (error) => error.name))).then((read) => console.log(JSON.stringify(read)))`);
		expect(seen).toEqual(['TypeError', 'TypeError']);
	});

	test("has no way into the engine's workers through the values Node hands out", async () => {
		const seen = await printed(`
			const { port1, port2 } = new MessageChannel(); port2.postMessage(1);
			port1.onmessage = (event) => {
				port1.close();
				Error.prepareStackTrace = (_, sites) => sites;
				const sites = new Error().stack;
				console.log(JSON.stringify({
					view: typeof event.view, source: event.source ?? null,
					functions: sites.filter((site) => site.getFileName()?.startsWith('blob:') && site.getFunction()).length
				}));
			}`);
		expect(seen).toEqual({ view: 'undefined', source: null, functions: 0 });
	});
});

/** Addresses of all workers in the browser that are not the kernel (the client keeps it, in its frame, for the next boot). */
async function liveWorkers(): Promise<string[]> {
	const browser = tab.page.context().browser();
	const session = await browser?.newBrowserCDPSession();
	const { targetInfos } = (await session?.send('Target.getTargets', {
		filter: [{ type: 'worker' }, { type: 'shared_worker' }, { exclude: true }]
	})) ?? { targetInfos: [] };
	await session?.detach();
	// One that is just starting has no address yet.
	return targetInfos.map(({ url }) => (url ? new URL(url).pathname : url)).filter((path) => path !== '/kernel.js');
}

describe('teardown', () => {
	test('ends every worker and relay frame, and the next boot works', async () => {
		expect((await liveWorkers()).length).toBeGreaterThan(0);
		await tab.page.evaluate(() => {
			document.querySelector('iframe[name=preview]')?.remove();
			(globalThis as unknown as { container: { teardown(): void } }).container.teardown();
		});
		await expect.poll(liveWorkers, { timeout: 10_000 }).toEqual([]);
		await expect.poll(() => tab.page.frames().filter((frame) => /\/\/p\d+\./.test(frame.url())).length).toBe(0);

		const output = await tab.page.evaluate(async () => {
			const page = globalThis as unknown as { WebContainer: typeof import('@webcontainer/api').WebContainer; container: unknown };
			const container = await page.WebContainer.boot({ workdirName: 'project' });
			page.container = container;
			const child = await container.spawn('node', ['-p', '6 * 7']);
			let text = '';
			await child.output.pipeTo(new WritableStream({ write: (chunk) => void (text += chunk) }));
			return text.trim();
		});
		expect(output).toBe('42');
	});
});

test('two tabs at once each show their own app on the same port', async () => {
	const shows = (text: string) => `require('http').createServer((request, response) => response.end('${text}')).listen(3222)`;
	const one = await openTab();
	const other = await openTabBeside(one);
	try {
		void one.spawn('node', ['-e', shows('first')]).catch(() => {});
		void other.spawn('node', ['-e', shows('second')]).catch(() => {});
		const [first, second] = [await one.get(3222, '/'), await other.get(3222, '/')];
		expect([first.body, second.body, (await one.get(3222, '/')).body]).toEqual(['first', 'second', 'first']);
		expect(new URL(first.url).origin).not.toBe(new URL(second.url).origin);
		await other.close();
		expect((await one.get(3222, '/')).body).toBe('first');
	} finally {
		await one.close();
	}
});
