import type { Frame } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';

/** Counts what it is asked and by how many connections; `/log` tells and forgets. */
const SERVER = `
	const { createServer } = require('node:http');
	let asked = [], connections = 0, version = process.argv[3] ?? 'v1', closed = [];
	const page = (body) => '<!doctype html><html><head><title>t</title></head><body>' + body + '</body></html>';
	const script = (text) => 'document.querySelector("p").append("' + text + ' ")';
	const routes = {
		'/log': (request, response) => { response.end(JSON.stringify({ asked, connections, closed })); asked = []; connections = 0; closed = []; },
		'/app': (request, response) => response.setHeader('content-type', 'text/html').end(page('<p></p>' + ['immutable', 'etag', 'no-store'].map((name) => '<script src="/' + name + '.js"></script>').join(''))),
		'/immutable.js': (request, response) => response.setHeader('cache-control', 'max-age=31536000,immutable').end(script('immutable')),
		'/no-store.js': (request, response) => response.setHeader('cache-control', 'no-store').end(script('no-store')),
		'/etag.js': (request, response) => {
			response.setHeader('etag', '"' + version + '"');
			const isKnown = request.headers['if-none-match'] === '"' + version + '"';
			response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : script('etag ' + version));
		},
		'/next': (request, response) => response.end(version = 'v2'),
		'/page': (request, response) => response.setHeader('content-type', 'text/html').end(page('')),
		'/last': (request, response) => response.setHeader('connection', 'close').end('last'),
		'/cut': (request, response) => { response.writeHead(200); response.write('some'); setTimeout(() => response.socket.destroy(), 50); },
		'/slow': (request, response) => setTimeout(() => response.end('slow'), 10),
		'/hang': (request, response) => void response.on('close', () => closed.push(request.url)),
		'/raw': (request, response) => { response.socket.write('HTTP/1.0 200 OK\\r\\n\\r\\nuntil close'); response.socket.end(); },
		'/post': async (request, response) => { let size = 0; for await (const part of request) size += part.length; response.end(String(size)); },
		'/early': (request, response) => response.writeHead(413).end('too much'),
		'/range': (request, response) => response.writeHead(206, { 'content-range': 'bytes 0-1/4' }).end('ab'),
		'/events': (request, response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: one\\n\\n');
			const timer = setInterval(() => response.write('data: two\\n\\n'), 50);
			response.on('close', () => { clearInterval(timer); closed.push(request.url); });
		},
		'/drop': (request, response) => { response.end('dropped'); setTimeout(() => request.socket.destroy(), 5); },
		'/big': (request, response) => response.end(Buffer.alloc(3_000_000, 'x'))
	};
	const server = createServer((request, response) => {
		const path = request.url.split('?')[0];
		if (path !== '/log') response.on('finish', () => asked.push(request.method + ' ' + request.url + (response.statusCode === 304 ? ' 304' : '')));
		(routes[path] ?? ((request, response) => response.end(request.url)))(request, response);
	});
	server.on('connection', () => connections++);
	server.listen(Number(process.argv[2]));
	process.stdin.on('data', () => { const at = Date.now(); server.close(() => { console.log('closed after', Date.now() - at); process.stdin.destroy(); }); });
`;

interface Log {
	asked: string[];
	connections: number;
	closed: string[];
}
type Tab = Awaited<ReturnType<typeof openTab>>;
let tab: Tab;
let frame: Frame;
let output = '';

const inPage = <T>(source: string): Promise<T> => frame.evaluate(`(async () => { ${source} })()`) as Promise<T>;
const log = () => inPage<Log>(`return (await fetch('/log')).json();`);
/** Text of each path, asked one after the other. */
const texts = (...paths: string[]) =>
	inPage<string[]>(
		`const texts = []; for (const path of ${JSON.stringify(paths)}) texts.push(await (await fetch(path)).text()); return texts;`
	);

beforeAll(async () => {
	tab = await openTab({ onOutput: (text) => void (output += text) });
	await tab.mount({ 'server.js': { file: { contents: SERVER } } });
	void tab.spawn('node', ['server.js', '3000']).catch(() => undefined);
	frame = await tab.preview(3000, '/page');
});
afterAll(() => tab.close());

describe('connections of a preview', () => {
	beforeEach(() => log());

	test('are kept for the next request', async () => {
		expect(await texts('/1', '/2', '/3', '/4')).toEqual(['/1', '/2', '/3', '/4']);
		expect(await log()).toEqual({ asked: ['GET /1', 'GET /2', 'GET /3', 'GET /4'], connections: 0, closed: [] });
	});

	test('are six at most, and every one of many requests is answered', async () => {
		const answers = await inPage<string[]>(
			`return Promise.all(Array.from({ length: 40 }, async (_, index) => (await fetch(index % 2 ? '/' + index : '/slow')).text()));`
		);
		expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => (index % 2 ? `/${index}` : 'slow')));
		const { asked, connections } = await log();
		expect(asked).toHaveLength(40);
		expect(connections).toBeLessThanOrEqual(6);
	});

	test('are opened anew when the server closes them', async () => {
		expect(await texts('/last', '/last', '/drop')).toEqual(['last', 'last', 'dropped']);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await texts('/raw', '/1')).toEqual(['until close', '/1']);
		const failed = await inPage<string>(`return (await fetch('/cut')).text().catch((error) => error.name);`);
		expect(failed).toBe('TypeError');
		expect(await texts('/2')).toEqual(['/2']);
	});

	test('carry bodies, heads, parts and streams of events', async () => {
		const seen = await inPage(`
			const post = (path, length) => fetch(path, { method: 'POST', body: new Uint8Array(length) });
			const events = new EventSource('/events');
			const heard = [];
			await new Promise((resolve) => (events.onmessage = ({ data }) => { heard.push(data); if (heard.length === 2) resolve(); }));
			events.close();
			const head = await fetch('/big', { method: 'HEAD' });
			const range = await fetch('/range', { headers: { range: 'bytes=0-1' } });
			const early = await post('/early', 1_000_000);
			return {
				posts: await Promise.all([0, 1, 1_000_000].map(async (length) => (await post('/post', length)).text())),
				heard, head: [head.status, await head.text()], range: [range.status, await range.text()],
				early: early.status, big: (await (await fetch('/big')).text()).length
			};
		`);
		expect(seen).toEqual({
			posts: ['0', '1', '1000000'],
			heard: ['one', 'two'],
			head: [200, ''],
			range: [206, 'ab'],
			early: 413,
			big: 3_000_000
		});
		await expect.poll(async () => (await log()).closed).toContain('/events');
	});

	test('are opened beyond six when six are held', async () => {
		expect(
			await inPage(`
				for (let index = 0; index < 8; index++) void fetch('/hang?' + index);
				return (await fetch('/1')).text();
			`)
		).toBe('/1');
		frame = await tab.preview(3000, '/page');
		expect(await texts('/2')).toEqual(['/2']);
	});

	test('end when the page gives up or goes', async () => {
		await inPage(`
			const abort = new AbortController();
			const { body } = await fetch('/events?aborted', { signal: abort.signal });
			await body.getReader().read();
			abort.abort();
		`);
		const closed: string[] = [];
		const closedSoFar = async () => closed.push(...(await log()).closed) && closed;
		await expect.poll(closedSoFar).toEqual(['/events?aborted']);
		await inPage(`await (await fetch('/events?left')).body.getReader().read();`);
		frame = await tab.preview(3000, '/page');
		await expect.poll(closedSoFar).toEqual(['/events?aborted', '/events?left']);
	});

	test('do not keep a server that closes', async () => {
		void tab.spawn('node', ['server.js', '3001']).catch(() => undefined);
		frame = await tab.preview(3001, '/page');
		await inPage(`await Promise.all(['/1', '/2', '/3'].map((path) => fetch(path)));`);
		output = '';
		await tab.page.evaluate(`[...globalThis.children].at(-1).input.getWriter().write('x')`);
		await expect.poll(() => output, { timeout: 3000 }).toMatch(/closed after \d\d?\d?\r?\n/);
		expect(await inPage(`return (await fetch('/1')).status;`)).toBe(502);
		frame = await tab.preview(3000, '/page');
	});
});

describe('the cache of a preview', () => {
	/**
	 * What the page shows, and what the server was asked for that. The page fetches what is immutable once more: scripts may come
	 * from the memory of Chromium's renderer, which nothing of ours sees.
	 */
	const visit = async (port: number) => {
		frame = await tab.preview(port, '/app');
		const text = await frame.locator('p').textContent();
		await texts('/immutable.js');
		return { text: text?.trim(), asked: (await log()).asked.sort() };
	};
	const ASKED_ONCE_MORE = ['GET /app', 'GET /etag.js 304', 'GET /no-store.js'];

	test('keeps what may be kept, over page loads and the end of the service worker', async () => {
		const text = 'immutable etag v1 no-store';
		expect((await visit(3000)).text).toBe(text);
		expect(await visit(3000)).toEqual({ text, asked: ASKED_ONCE_MORE });
		await frame.evaluate('location.reload()');
		const asked: string[] = [];
		await expect
			.poll(async () => asked.push(...(await log().catch(() => ({ asked: [] }))).asked) && asked.sort())
			.toEqual(ASKED_ONCE_MORE);
		const session = await tab.page.context().newCDPSession(tab.page);
		await session.send('ServiceWorker.enable');
		await session.send('ServiceWorker.stopAllWorkers');
		expect(await visit(3000)).toEqual({ text, asked: ASKED_ONCE_MORE });
	});

	test('shows what has changed', async () => {
		await texts('/next');
		const { text, asked } = await visit(3000);
		expect(text).toBe('immutable etag v2 no-store');
		expect(asked).toContain('GET /etag.js');
	});

	test('does as the page says', async () => {
		await log();
		await inPage(`
			for (const cache of ['default', 'force-cache', 'only-if-cached', 'no-cache', 'reload', 'no-store'])
				await (await fetch('/immutable.js', { cache, mode: 'same-origin' })).text();
			await (await fetch('/etag.js', { cache: 'force-cache' })).text();
			await fetch('/immutable.js', { method: 'POST' });
			await (await fetch('/immutable.js')).text();
			await (await fetch('/immutable.js')).text();
		`);
		expect((await log()).asked).toEqual([
			...Array<string>(3).fill('GET /immutable.js'),
			'POST /immutable.js',
			'GET /immutable.js'
		]);
		const statuses = await inPage(`
			const ask = async (condition) => (await fetch('/etag.js', { headers: { 'if-none-match': condition } })).status;
			return [await ask('"v2"'), await ask('"other"'), (await fetch('/etag.js')).status];
		`);
		expect(statuses).toEqual([304, 200, 200]);
	});

	test('is passed by when a page is reloaded past all caches', async () => {
		const opened = tab.page.context().waitForEvent('page');
		await tab.page.evaluate((url) => void window.open(url), new URL('/app', frame.url()).href);
		const page = await opened;
		await page.locator('p').waitFor();
		await log();
		const session = await page.context().newCDPSession(page);
		await session.send('Page.reload', { ignoreCache: true });
		const asked: string[] = [];
		await expect.poll(async () => asked.push(...(await log()).asked) && asked, { timeout: 5000 }).toContain('GET /etag.js');
		expect(await page.locator('p').textContent()).toBe('immutable etag v2 no-store ');
		await texts('/immutable.js');
		expect([...asked, ...(await log()).asked]).toContain('GET /immutable.js');
		await page.close();
	});

	test('is empty for the next server on the port', async () => {
		const serve = (name: string) => tab.spawn('node', ['server.js', '3002', name]);
		const first = serve('v1');
		const texts = [(await visit(3002)).text];
		await tab.page.evaluate(`[...globalThis.children].at(-1).kill()`);
		await first;
		void serve('v3').catch(() => undefined);
		const { text, asked } = await visit(3002);
		expect([...texts, text]).toEqual(['immutable etag v1 no-store', 'immutable etag v3 no-store']);
		expect(asked).toEqual(expect.arrayContaining(['GET /immutable.js', 'GET /etag.js']));
	});
});
