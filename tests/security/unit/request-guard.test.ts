import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { clearExcessiveCookies, guardConnections, guarded, MAX_HEADER_BYTES } from '../../../scripts/request-guard.mjs';
import { sendRaw, statusOf } from '../support/raw-requests';

/** Whatever one of these does must end its own request only. */
const HANDLERS: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> = {
	'/throws': () => {
		throw new Error('thrown');
	},
	'/rejects': () => Promise.reject(new Error('rejected')),
	'/throws-late': (_, response) => {
		response.writeHead(200, { 'Content-Length': '100' }).write('half');
		throw new Error('thrown late');
	},
	'/bad-header': (_, response) => response.setHeader('X-Bad', 'a\nb'),
	'/gone-file': (_, response) => createReadStream('/nowhere/at/all').pipe(response),
	'/breaks-off': (_, response) => {
		const chunks = (function* () {
			yield 'half';
			throw new Error('broken off');
		})();
		Readable.from(chunks).pipe(response);
	},
	'/endless': (_, response) => {
		new Readable({ read: () => undefined }).pipe(response);
		response.write('first');
	},
	'/cookies': (request, response) => {
		clearExcessiveCookies(request, response);
		response.end(String(request.headers.cookie?.length));
	}
};
const server = createServer(
	{ maxHeaderSize: MAX_HEADER_BYTES },
	guarded((request, response) => {
		const handler = HANDLERS[request.url ?? ''];
		return handler ? handler(request, response) : response.end('fine');
	})
);
guardConnections(server);
let port: number;
let base: string;

beforeAll(async () => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	server.listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	({ port } = server.address() as AddressInfo);
	base = `http://127.0.0.1:${port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
	vi.restoreAllMocks();
});

test.each(['/throws', '/rejects', '/bad-header', '/gone-file'])(
	'what fails before its answer began gets a 500: %s',
	async (path) => {
		const answer = await fetch(base + path);
		expect(answer.status).toBe(500);
		expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(await answer.text()).not.toMatch(/thrown|rejected|nowhere/);
		expect(await (await fetch(base)).text()).toBe('fine');
	}
);
test.each(['/throws-late', '/breaks-off'])('what fails in the middle ends the connection: %s', async (path) => {
	await expect(fetch(base + path).then((answer) => answer.text())).rejects.toThrow();
	expect(await (await fetch(base)).text()).toBe('fine');
});
test('a client that goes away takes nothing with it', async () => {
	await sendRaw(port, 'GET /endless HTTP/1.1\r\nHost: a\r\n\r\n', { leaveAfterMs: 50 });
	await sendRaw(port, 'POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nhalf', { leaveAfterMs: 50 });
	expect(await (await fetch(base)).text()).toBe('fine');
});
test.each(['/%', '/%zz', '/%ff', '/a/%e0%a4/b', '/%00', '*', 'http://elsewhere.test/'])(
	'an address that is no path is a bad request: %s',
	async (path) => {
		expect(statusOf(await sendRaw(port, `OPTIONS ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`))).toBe(400);
	}
);
test.each(['TRACE', 'PROPFIND'])('a method that nobody answers is refused: %s', async (method) => {
	expect(statusOf(await sendRaw(port, `${method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`))).toBe(405);
});
test('a query may hold what it likes', async () => {
	expect((await fetch(`${base}/a?x=%ff%zz`)).status).toBe(200);
});
test('what is no HTTP is answered in words', async () => {
	const answer = await sendRaw(port, 'what is this\r\n\r\n');
	expect(statusOf(answer)).toBe(400);
	expect(answer).toMatch(/X-Content-Type-Options: nosniff[\s\S]*no request that can be read/);
});
test('more cookies than an app leaves are taken, and cleared', async () => {
	const ask = async (length: number) => {
		const answer = await fetch(`${base}/cookies`, { headers: { cookie: 'c'.repeat(length) } });
		return [answer.status, answer.headers.get('clear-site-data')];
	};
	expect(await ask(4000)).toEqual([200, null]);
	expect(await ask(800_000)).toEqual([200, '"cookies"']);
	expect(await ask(MAX_HEADER_BYTES)).toEqual([431, '"cookies"']);
});
