import type { Frame } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';

const VITE = '7.3.8';
const WS = '8.18.3';

/** Echoes; `close CODE` closes, `drop` ends without a close, `big N` sends N bytes, `bad` breaks the protocol. */
const ECHO = `
	import { createServer } from 'node:http';
	import { WebSocketServer } from 'ws';
	const page = '<!doctype html><html><head><title>echo</title></head><body></body></html>';
	const server = createServer((request, response) => response.writeHead(200, {
		'content-type': 'text/html', 'set-cookie': 'who=me',
		'content-security-policy': request.url === '/strict' ? "default-src 'self'; script-src 'strict-dynamic' 'sha256-x'; frame-ancestors 'none'" : ''
	}).end(page));
	const sockets = new WebSocketServer({ server, handleProtocols: (offered) => (offered.has('v2') ? 'v2' : false) });
	sockets.on('headers', (headers) => headers.push('Set-Cookie: socket=yes'));
	sockets.on('connection', (socket, request) => {
		const { host, origin, cookie } = request.headers;
		if (request.url === '/who') socket.send(JSON.stringify({ host, origin, cookie }));
		socket.on('close', (code, reason) => console.log('server saw', code, String(reason)));
		socket.on('pong', (data) => socket.send('pong ' + data));
		socket.on('message', (data, isBinary) => {
			const [verb, number] = isBinary ? [] : String(data).split(' ');
			if (verb === 'close') socket.close(Number(number), 'as you wish');
			else if (verb === 'drop') socket.terminate();
			else if (verb === 'ping') socket.ping('now');
			else if (verb === 'big') socket.send(Buffer.alloc(Number(number), 7));
			else if (verb === 'parts') { socket.send('a', { fin: false }); socket.send('b', { fin: true }); }
			else if (verb === 'bad') socket._socket.write(Buffer.from([0x81, 0x02, 0xc3, 0x28]));
			else socket.send(data, { binary: isBinary });
		});
	});
	server.listen(3000);
`;
const FILES = {
	'package.json': JSON.stringify({ name: 'demo', private: true, type: 'module', dependencies: { ws: WS, vite: VITE } }),
	'echo.js': ECHO,
	'index.html':
		'<!doctype html><html><head><title>app</title></head><body><p></p><script type="module" src="/main.js"></script></body></html>',
	'vite.config.js': 'export default {};',
	'main.js': `
		import { text } from './text.js';
		globalThis.shown = [];
		const show = (text) => {
			document.querySelector('p').textContent = text;
			shown.push({ text, at: performance.timeOrigin + performance.now() });
		};
		show(text);
		import.meta.hot.accept('./text.js', (changed) => show(changed.text));
	`,
	'text.js': `export const text = 'one';`,
	'errors.js': `
		require('http').createServer((request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>e</title>')).listen(4000);
	`.replace('require', `(await import('node:module')).createRequire(import.meta.url)`)
};

type Tab = Awaited<ReturnType<typeof openTab>>;
const consoleLines: string[] = [];
let output = '';
let tab: Tab;

beforeAll(async () => {
	tab = await openTab({
		onOutput: (text) => void (output += text),
		onConsole: (line) => void consoleLines.push(line),
		bootOptions: { forwardPreviewErrors: true }
	});
	await tab.mount(Object.fromEntries(Object.entries(FILES).map(([name, contents]) => [name, { file: { contents } }])));
	const { exitCode } = await tab.spawn('npm', ['install']);
	expect(exitCode).toBe(0);
});
afterAll(() => tab.close());

/** Starts a server that stays up till the tab is closed. */
const start = (command: string, args: string[]) => void tab.spawn(command, args).catch(() => undefined);

/** Runs `source` with `open(path, protocols)`, which gives a socket with `next()`: the next event as a plain value. */
const inPage = <T>(frame: Frame, source: string): Promise<T> =>
	frame.evaluate(`(async () => {
		const open = (path, protocols = []) => {
			const socket = new WebSocket(path, protocols);
			const [events, waiting] = [[], []];
			for (const type of ['open', 'message', 'error', 'close'])
				socket.addEventListener(type, ({ data, code, reason, wasClean }) => {
					const event = type === 'close' ? { type, code, reason, wasClean } : type === 'message' ? { type, data } : { type };
					waiting.length ? waiting.shift()(event) : events.push(event);
				});
			return Object.assign(socket, { next: () => events.length ? Promise.resolve(events.shift()) : new Promise((resolve) => waiting.push(resolve)) });
		};
		${source}
	})()`) as Promise<T>;

describe('a WebSocket of a preview', () => {
	let frame: Frame;
	beforeAll(async () => {
		start('node', ['echo.js']);
		frame = await tab.preview(3000, '/');
	});

	test('echoes text and binary of every size', async () => {
		const seen = await inPage<unknown>(
			frame,
			`const socket = open('/');
			const states = [socket.readyState];
			await socket.next();
			states.push(socket.readyState, socket.url, socket.protocol, socket.extensions, socket.binaryType, socket instanceof WebSocket, String(socket));
			const echo = async (data) => { socket.send(data); return (await socket.next()).data; };
			const text = await echo('héllo \\ud800');
			const blob = await echo(new Blob(['blob']));
			socket.binaryType = 'arraybuffer';
			const view = await echo(new Uint8Array([0, 1, 2, 3]).subarray(1, 3));
			const sizes = [];
			for (const size of [0, 125, 126, 65535, 65536, 3000000]) {
				const bytes = new Uint8Array(await echo(new Uint8Array(size).fill(9)));
				sizes.push([bytes.length, bytes.every((byte) => byte === 9)]);
			}
			const amount = socket.bufferedAmount;
			socket.send(new Blob(['1'])); socket.send('2');
			const order = [await socket.next(), await socket.next()].map(({ data }) => typeof data);
			return { states, text, blob: await blob.text(), view: [...new Uint8Array(view)], sizes, amount, order };`
		);
		expect(seen).toEqual({
			states: [0, 1, expect.stringMatching(/^ws:\/\/p3000\.[\w.]+:\d+\/$/), '', '', 'blob', true, '[object WebSocket]'],
			text: 'héllo \ufffd',
			blob: 'blob',
			view: [1, 2],
			sizes: [0, 125, 126, 65_535, 65_536, 3_000_000].map((size) => [size, true]),
			amount: 0,
			order: ['object', 'string']
		});
	});

	test('agrees on a subprotocol and says who asks, with cookies', async () => {
		const { protocol, who, again } = await inPage<Record<string, string>>(
			frame,
			`const who = async () => { const socket = open('/who', ['v1', 'v2']); await socket.next(); return [socket.protocol, JSON.parse((await socket.next()).data)]; };
			const [protocol, first] = await who();
			const [, second] = await who();
			return { protocol, who: first, again: second.cookie };`
		);
		const { host, origin } = new URL(frame.url());
		expect({ protocol, who, again }).toEqual({
			protocol: 'v2',
			who: { host, origin, cookie: 'who=me; socket=yes' },
			again: 'who=me; socket=yes'
		});
	});

	test('closes with codes from either side', async () => {
		output = '';
		const closes = await inPage<unknown>(
			frame,
			`const end = async (path, act) => { const socket = open(path); await socket.next(); act(socket); const events = []; do events.push(await socket.next()); while (events.at(-1).type !== 'close'); return [...events, socket.readyState]; };
			return [
				await end('/', (socket) => socket.close(4001, 'bye')),
				await end('/', (socket) => socket.close()),
				await end('/', (socket) => socket.send('close 4002')),
				await end('/', (socket) => socket.send('drop')),
				await end('/', (socket) => socket.send('bad'))
			];`
		);
		const close = (code: number, reason: string, wasClean: boolean) => ({ type: 'close', code, reason, wasClean });
		expect(closes).toEqual([
			[close(4001, 'bye', true), 3],
			[close(1005, '', true), 3],
			[close(4002, 'as you wish', true), 3],
			[{ type: 'error' }, close(1006, '', false), 3],
			[{ type: 'error' }, close(1006, '', false), 3]
		]);
		await expect.poll(() => output).toContain('server saw 1007');
		expect(output).toContain('server saw 4001 bye');
	});

	test('answers pings, joins fragments and reaches the app by other names', async () => {
		const seen = await inPage<unknown>(
			frame,
			`const socket = open('ws://localhost:3000'); await socket.next();
			const ask = async (verb) => { socket.send(verb); return (await socket.next()).data; };
			const answers = [await ask('ping'), await ask('parts')];
			const none = open('ws://127.0.0.1:3999');
			return [...answers, socket.url, await none.next(), await none.next()];`
		);
		expect(seen).toEqual([
			'pong now',
			'ab',
			'ws://localhost:3000/',
			{ type: 'error' },
			{ type: 'close', code: 1006, reason: '', wasClean: false }
		]);
	});

	test('refuses what the class refuses', async () => {
		const names = await inPage<unknown>(
			frame,
			`const attempt = (act) => { try { act(); return 'fine'; } catch (error) { return error.name; } };
			const socket = open('/');
			const early = attempt(() => socket.send('x'));
			await socket.next();
			return [early, ...[
				() => new WebSocket(), () => new WebSocket('ftp://x'), () => new WebSocket('/#x'), () => new WebSocket('/', ['a', 'A']), () => new WebSocket('/', 'a b'), () => WebSocket('/'),
				() => socket.close(1001), () => socket.close(1000, 'x'.repeat(124)), () => socket.send(), () => socket.send(new Uint8Array(new SharedArrayBuffer(1))), () => socket.close(3000)
			].map(attempt)];`
		);
		const syntax = 'SyntaxError';
		expect(names).toEqual([
			'InvalidStateError',
			...['TypeError', syntax, syntax, syntax, syntax, 'TypeError'],
			...['InvalidAccessError', syntax, 'TypeError', 'TypeError', 'fine']
		]);
	});

	test('may be subclassed, and handlers may be attributes', async () => {
		const seen = await inPage<unknown>(
			frame,
			`class Mine extends WebSocket { constructor(path) { super(path); } ask(text) { this.send(text); return new Promise((resolve) => { this.onmessage = function ({ data }) { resolve([data, this === socket]); }; }); } }
			const socket = new Mine('/');
			await new Promise((resolve) => (socket.onopen = resolve));
			return [await socket.ask('x'), socket instanceof Mine, socket instanceof WebSocket, WebSocket.OPEN, socket.CLOSED, socket.onclose];`
		);
		expect(seen).toEqual([['x', true], true, true, 1, 3, null]);
	});

	test('is closed with 1001 when its page goes', async () => {
		output = '';
		await inPage(frame, `const socket = open('/'); await socket.next();`);
		frame = await tab.preview(3000, '/strict');
		await expect.poll(() => output).toContain('server saw 1001');
	});

	test('works under a strict policy and after the service worker was ended', async () => {
		const echo = `const socket = open('/'); await socket.next(); const at = performance.now(); socket.send('x'); const { data } = await socket.next(); return [data, performance.now() - at];`;
		expect((await inPage<unknown[]>(frame, echo))[0]).toBe('x');
		const session = await tab.page.context().newCDPSession(tab.page);
		await session.send('ServiceWorker.enable');
		await session.send('ServiceWorker.stopAllWorkers');
		const [data, ms] = await inPage<[string, number]>(frame, echo);
		console.log(`echo: ${ms.toFixed(1)} ms`);
		expect(data).toBe('x');
	});
});

describe('Vite in a preview', () => {
	let frame: Frame;
	/** Answers when, in ms of the page's clock. */
	const write = (path: string, text: string) =>
		tab.page.evaluate(
			async ([path, text]) => {
				const since = performance.timeOrigin + performance.now();
				const { container } = globalThis as unknown as {
					container: { fs: { writeFile(path: string, text: string): Promise<void> } };
				};
				await container.fs.writeFile(path, text);
				return since;
			},
			[path, text] as const
		);

	test('replaces a changed module without a reload', async () => {
		consoleLines.length = 0;
		start('npx', ['vite']);
		frame = await tab.preview(5173, '/');
		await frame.waitForFunction(() => document.querySelector('p')?.textContent === 'one');
		await expect.poll(() => consoleLines.join('\n')).toContain('[vite] connected.');
		await frame.evaluate(() => Object.assign(globalThis, { isSame: true }));
		const times: number[] = [];
		for (const text of ['two', 'three', 'four', 'five', 'six']) {
			// Vite's watcher (chokidar) drops a change that comes within 50 ms of the one before.
			await new Promise((resolve) => setTimeout(resolve, 100));
			const since = await write('text.js', `export const text = '${text}';`);
			await expect.poll(() => frame.evaluate('shown.at(-1).text')).toBe(text);
			times.push(Math.round((await frame.evaluate<number>('shown.at(-1).at')) - since));
		}
		console.log(`hot update: ${times.join(', ')} ms`);
		expect(await frame.evaluate('globalThis.isSame')).toBe(true);
		expect(consoleLines.filter((line) => /^\[(error|warning|pageerror)\]/.test(line))).toEqual([]);
	});

	test('loads the page again after Vite restarted', async () => {
		await write('vite.config.js', 'export default { define: { changed: true } };');
		await expect.poll(() => output, { timeout: 10_000 }).toContain('server restarted');
		await expect.poll(() => frame.evaluate('globalThis.isSame').catch(() => true), { timeout: 20_000 }).toBeUndefined();
		await frame.waitForFunction(() => document.querySelector('p')?.textContent === 'six');
	});
});

describe('errors of a preview', () => {
	let frame: Frame;
	const heard = () => tab.page.evaluate('globalThis.heard') as Promise<Record<string, unknown>[]>;
	beforeAll(async () => {
		await tab.page.evaluate(`globalThis.heard = []; container.on('preview-message', (message) => heard.push(message))`);
		start('node', ['errors.js']);
		frame = await tab.preview(4000, '/a?b#c');
	});
	beforeEach(() => tab.page.evaluate('void (globalThis.heard.length = 0)'));

	const base = { previewId: expect.stringMatching(/./), port: 4000, pathname: '/a', search: '?b', hash: '#c' };

	test('reach the client', async () => {
		await frame.evaluate(`
			console.error('printed', { a: 1 }, () => 2);
			setTimeout(() => { throw new TypeError('thrown'); });
			void Promise.reject(new RangeError('rejected'));
		`);
		await expect.poll(async () => (await heard()).length).toBe(3);
		const messages = await heard();
		expect(messages).toHaveLength(3);
		expect(messages).toEqual(
			expect.arrayContaining([
				{ ...base, type: 'PREVIEW_CONSOLE_ERROR', args: ['printed', { a: 1 }, '() => 2'], stack: expect.any(String) },
				{
					...base,
					type: 'PREVIEW_UNCAUGHT_EXCEPTION',
					message: 'Uncaught TypeError: thrown',
					stack: expect.stringContaining('thrown')
				},
				{ ...base, type: 'PREVIEW_UNHANDLED_REJECTION', message: 'rejected', stack: expect.stringContaining('rejected') }
			])
		);
	});
});

describe('what a preview adds to a page', () => {
	test('runs first and leaves no trace but the script that the client asked for', async () => {
		await tab.page.evaluate(`container.setPreviewScript('globalThis.order = [document.scripts.length, WebSocket.name]')`);
		const frame = await tab.preview(4000, '/');
		const seen = await frame.evaluate(`({ order, mode: document.compatMode, scripts: document.scripts.length })`);
		expect(seen).toEqual({ order: [1, 'WebSocket'], mode: 'CSS1Compat', scripts: 1 });
	});

	test('is not in what the page fetches', async () => {
		expect((await tab.get(4000, '/')).body).toBe('<!doctype html><title>e</title>');
	});

	test('a page hears when the engine is gone', async () => {
		const frame = await tab.preview(4000, '/');
		await tab.page.evaluate(`document.querySelectorAll('iframe:not([name=preview])').forEach((frame) => frame.remove())`);
		const events = await inPage<unknown>(
			frame,
			`const socket = open('/'); return [(await fetch('/')).status, await socket.next()];`
		);
		expect(events).toEqual([502, { type: 'error' }]);
	});
});
