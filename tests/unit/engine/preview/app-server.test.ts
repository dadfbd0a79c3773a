import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppRequest, ExchangeSink } from '../../../../workers/engine/preview/http/app-connection';
import { AppServer } from '../../../../workers/engine/preview/http/app-server';
import type { ConnectionPool } from '../../../../workers/engine/preview/http/connection-pool';
import type { PreviewRequest } from '../../../../workers/engine/preview/protocol';
import { ResponseStore } from '../../../../workers/engine/preview/http/response-store';

type Headers = Record<string, string>;
const NOW = Date.parse('2026-01-01T00:00:00Z');
const DATE = 'Thu, 01 Jan 2026 00:00:00 GMT';
const IMMUTABLE = { 'cache-control': 'max-age=31536000,immutable' };

/** Whether answers say how long they are; else they end with the connection. */
let isFramed = true;
/** Requests as the app got them, without request line and headers of the connection. */
let asked: string[] = [];
/** What the app answers next. */
let answer: { status: number; headers: Headers; body: string };
let store: ResponseStore;
let server: AppServer;

const pool = {
	request({ bytes }: AppRequest, sink: ExchangeSink) {
		const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
		asked.push(lines.filter((line) => !/^(host|connection|origin|content-length):/.test(line)).join(' | '));
		sink.onHead({
			status: answer.status,
			headers: Object.entries(isFramed ? { ...answer.headers, 'content-length': String(answer.body.length) } : answer.headers)
		});
		if (answer.body) sink.onBody(new TextEncoder().encode(answer.body));
		sink.onEnd();
		return () => {};
	},
	retire() {}
} as unknown as ConnectionPool;

/** Answers of the app to what is asked from now on. */
const answers = (headers: Headers, body = 'one', status = 200) => void (answer = { status, headers, body });

interface Asked extends Partial<Omit<PreviewRequest, 'headers'>> {
	headers?: Headers;
	cookie?: string;
}
/** What the page gets. */
function get({ headers = {}, cookie = '', ...rest }: Asked = {}) {
	const request: PreviewRequest = {
		...{ type: 'request', id: 1, method: 'GET', url: '/a', host: 'h', origin: 'http://h', body: null },
		...{ cache: 'default', isNavigation: false, headers: Object.entries(headers) },
		...rest
	};
	const heard = { status: 0, headers: {} as Headers, body: '' };
	server.request(
		{ request, cookie },
		{
			onHead: (head) =>
				Object.assign(heard, {
					status: head.status,
					headers: Object.fromEntries(head.headers.filter(([name]) => name !== 'content-length'))
				}),
			onBody: (bytes) => (heard.body += new TextDecoder().decode(bytes)),
			onPause: () => {},
			onEnd: () => {},
			onFail: ({ message }) => (heard.body = message)
		}
	);
	return heard;
}
const bodies = (...requests: Asked[]) => requests.map((request) => get(request).body);

beforeEach(() => {
	asked = [];
	isFramed = true;
	store = new ResponseStore();
	server = new AppServer(pool, store);
	vi.useFakeTimers({ now: NOW });
});
afterEach(() => vi.useRealTimers());

describe('a fresh response is answered without the app', () => {
	test.each<[string, Headers, number]>([
		['max-age', { 'cache-control': 'max-age=10' }, 10],
		['quoted max-age', { 'cache-control': 'private, Max-Age="10"' }, 10],
		['max-age less Age', { 'cache-control': 'max-age=10', age: '4' }, 6],
		['max-age less the age of Date', { 'cache-control': 'max-age=10', date: 'Wed, 31 Dec 2025 23:59:57 GMT' }, 7],
		['max-age before Expires', { 'cache-control': 'max-age=10', expires: DATE, date: DATE }, 10],
		['Expires', { expires: 'Thu, 01 Jan 2026 00:00:10 GMT', date: DATE }, 10]
	])('%s', (_, headers, seconds) => {
		answers(headers);
		get();
		vi.setSystemTime(NOW + seconds * 1000 - 1);
		expect(get()).toEqual({ status: 200, headers, body: 'one' });
		expect(asked).toHaveLength(1);
		vi.setSystemTime(NOW + seconds * 1000);
		get();
		expect(asked).toHaveLength(2);
	});
});

describe('the app is asked each time for', () => {
	test.each<[string, Headers, number?]>([
		['no-store', { 'cache-control': 'no-store, max-age=10', etag: '"1"' }],
		['vary: *', { ...IMMUTABLE, vary: 'accept, *' }],
		['set-cookie', { ...IMMUTABLE, 'set-cookie': 'a=b' }],
		['neither freshness nor a validator', {}],
		['no-cache without a validator', { 'cache-control': 'no-cache, max-age=10' }],
		['an invalid date', { expires: '0', date: DATE }],
		['an error', IMMUTABLE, 404],
		['a part', IMMUTABLE, 206]
	])('%s', (_, headers, status) => {
		answers(headers, 'one', status);
		expect(bodies({}, {})).toEqual(['one', 'one']);
		expect(asked).toEqual(['GET /a HTTP/1.1', 'GET /a HTTP/1.1']);
	});

	test('what ends with its connection, as it may have been cut short', () => {
		isFramed = false;
		answers(IMMUTABLE);
		expect(bodies({}, {})).toEqual(['one', 'one']);
		expect(asked).toHaveLength(2);
	});

	test.each<[string, Asked]>([
		['a navigation', { isNavigation: true }],
		['another method', { method: 'POST' }],
		['HEAD', { method: 'HEAD' }],
		['a range', { headers: { range: 'bytes=0-1' } }],
		['a condition of the page', { headers: { 'if-none-match': '"mine"' } }],
		['no-store in the request', { headers: { 'cache-control': 'no-store' } }]
	])('%s, which is not kept either', (_, request) => {
		answers(IMMUTABLE);
		bodies(request, request, {});
		expect(asked).toHaveLength(3);
		get();
		expect(asked).toHaveLength(3);
	});
});

describe('a response that may be stale', () => {
	test.each<[string, Headers, string]>([
		['by its tag', { etag: 'W/"1"' }, 'if-none-match: W/"1"'],
		['by its date', { 'cache-control': 'no-cache', 'last-modified': DATE }, `if-modified-since: ${DATE}`],
		['by both', { etag: '"1"', 'last-modified': DATE }, `if-none-match: "1" | if-modified-since: ${DATE}`]
	])('is asked for again %s, and a 304 gives the stored body with the new headers', (_, headers, conditions) => {
		answers({ ...headers, 'content-type': 'text/plain', x: '1' });
		get();
		answers({ ...headers, x: '2', 'set-cookie': 'a=b' }, '', 304);
		const expected = { ...headers, 'content-type': 'text/plain', x: '2' };
		expect(get()).toEqual({ status: 200, headers: { ...expected, 'set-cookie': 'a=b' }, body: 'one' });
		answers({ ...headers }, '', 304);
		expect(get()).toEqual({ status: 200, headers: expected, body: 'one' });
		expect(asked.slice(1)).toEqual(Array(2).fill(`GET /a HTTP/1.1 | ${conditions}`));
	});

	test('is replaced by a new one, and a 304 makes it fresh again', () => {
		answers({ etag: '"1"' });
		get();
		answers({ etag: '"2"' }, 'two');
		expect(get().body).toBe('two');
		answers({ 'cache-control': 'max-age=10' }, '', 304);
		expect(bodies({}, {})).toEqual(['two', 'two']);
		expect(asked).toHaveLength(3);
	});

	test('a 304 that the page asked for is the page’s', () => {
		answers({ etag: '"1"' });
		get();
		answers({}, '', 304);
		expect(get({ headers: { 'if-none-match': '"1"' } })).toEqual({ status: 304, headers: {}, body: '' });
	});
});

test.each<[string, Asked, string[]]>([
	['default', {}, []],
	['force-cache', { cache: 'force-cache' }, []],
	['only-if-cached', { cache: 'only-if-cached' }, []],
	['no-cache', { cache: 'no-cache' }, ['GET /a HTTP/1.1 | cache-control: max-age=0 | if-none-match: "1"']],
	[
		'no-cache in the request',
		{ headers: { 'cache-control': 'no-cache' } },
		['GET /a HTTP/1.1 | cache-control: no-cache | if-none-match: "1"']
	],
	['reload', { cache: 'reload' }, ['GET /a HTTP/1.1 | pragma: no-cache | cache-control: no-cache']],
	['no-store', { cache: 'no-store' }, ['GET /a HTTP/1.1 | pragma: no-cache | cache-control: no-cache']]
])('mode %s of a request is honoured', (_, request, expected) => {
	answers({ ...IMMUTABLE, etag: '"1"' });
	get();
	get(request);
	expect(asked.slice(1)).toEqual(expected);
});

test('force-cache takes what is stale, and only-if-cached never asks', () => {
	answers({ etag: '"1"' });
	expect(get({ cache: 'only-if-cached' }).status).toBe(504);
	expect(asked).toEqual([]);
	get();
	expect(bodies({ cache: 'force-cache' }, { cache: 'only-if-cached' })).toEqual(['one', 'one']);
	expect(asked).toHaveLength(1);
});

test('headers that the response varies by are compared', () => {
	answers({ ...IMMUTABLE, vary: 'Accept, Cookie, Origin' });
	const json = { headers: { accept: 'json' }, cookie: 'a=b' };
	bodies(json, json);
	expect(asked).toHaveLength(1);
	bodies({ ...json, cookie: 'a=c' });
	expect(asked).toHaveLength(2);
	bodies({ headers: { accept: 'xml' }, cookie: 'a=c' });
	expect(asked).toHaveLength(3);
});

test('an unsafe method forgets the URL, unless it failed', () => {
	answers(IMMUTABLE);
	bodies({}, { url: '/b' });
	answers({}, '', 500);
	get({ method: 'PUT' });
	bodies({}, { url: '/b' });
	expect(asked).toHaveLength(3);
	answers({}, '', 204);
	get({ method: 'DELETE' });
	bodies({}, { url: '/b' });
	expect(asked).toHaveLength(5);
});

test('the next server on the port begins with nothing', () => {
	const other = new AppServer(pool, store);
	answers(IMMUTABLE);
	get();
	server.retire();
	get();
	server = other;
	get();
	expect(asked).toHaveLength(3);
});

test('what was used longest ago makes room', () => {
	server = new AppServer(pool, new ResponseStore(10_000));
	answers(IMMUTABLE, 'x'.repeat(2000));
	bodies({ url: '/1' }, { url: '/2' }, { url: '/3' }, { url: '/1' }, { url: '/4' });
	asked = [];
	bodies({ url: '/1' }, { url: '/3' }, { url: '/4' });
	expect(asked).toEqual([]);
	get({ url: '/2' });
	expect(asked).toEqual(['GET /2 HTTP/1.1']);
});

test('the bytes of the store stay when an answer’s are transferred', () => {
	const sink = { onHead: () => {}, onPause: () => {}, onEnd: () => {}, onFail: () => {} };
	const onBody = (bytes: Uint8Array<ArrayBuffer>) => void structuredClone(bytes, { transfer: [bytes.buffer] });
	const request: PreviewRequest = {
		...{ type: 'request', id: 1, method: 'GET', url: '/a', host: 'h', origin: 'http://h', body: null },
		...{ cache: 'default', isNavigation: false, headers: [] }
	};
	answers({ etag: '"1"' });
	server.request({ request, cookie: '' }, { ...sink, onBody });
	answers({}, '', 304);
	server.request({ request, cookie: '' }, { ...sink, onBody });
	expect(get({ cache: 'force-cache' }).body).toBe('one');
});
