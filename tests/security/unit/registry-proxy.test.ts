import { beforeAll, describe, expect, test } from 'vitest';
import { parseBatch } from '../../../scripts/registry-batch.mjs';
import { createRegistryProxy } from '../../../scripts/registry-proxy.mjs';
import { isRegistryPath } from '../../../scripts/registry-upstream.mjs';
import { sendRaw, statusOf } from '../support/raw-requests';
import { listen } from '../support/listen';

const asked: { url: string; authorization: string | undefined }[] = [];
let registry: string;
let base: string;

const proxyOf = async (address: string) => {
	const proxy = createRegistryProxy({ registry: address });
	return `http://${await listen((request, response) => void proxy(request, response))}/registry`;
};

/** Answers like a hostile registry: with what a browser would run. */
beforeAll(async () => {
	registry = await listen((request, response) => {
		asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
		if (request.url?.includes('absent'))
			return response.writeHead(404, { 'Content-Type': 'text/html' }).end('<script>1</script>');
		const type = request.url?.includes('json') ? 'application/vnd.npm.install-v1+json; charset=utf-8' : 'text/html';
		response.writeHead(200, { 'Content-Type': type, 'Set-Cookie': 'a=1', 'Content-Disposition': 'inline' }).end('{"a":1}');
	});
	base = await proxyOf(`http://user:p%40ss@${registry}/folder/npm/?token=secret`);
});

test.each([
	['/json', 200, 'application/json'],
	['/page', 200, 'application/octet-stream'],
	['/absent', 404, 'text/plain; charset=utf-8'],
	['/-/wasm/absent/-/absent-1.0.0.tgz/a.wasm', 404, 'text/plain; charset=utf-8'],
	['/-/wasm/page/-/page-1.0.0.tgz/a.wasm', 502, 'text/plain; charset=utf-8'],
	['/%2e%2e/json', 400, 'text/plain; charset=utf-8']
])('what the registry answers is nothing that a browser runs: %s', async (path, status, type) => {
	const { status: actual, headers, body } = await fetch(base + path);
	await body?.cancel();
	expect([actual, headers.get('content-type')]).toEqual([status, type]);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
	expect([headers.get('set-cookie'), headers.get('content-disposition')]).toEqual([null, null]);
});
test('a batch is bytes, too, and so is its refusal', async () => {
	for (const [members, type] of [
		['[["/json",""]]', 'application/vnd.tabsmith.registry-batch'],
		['<', 'text/plain; charset=utf-8']
	]) {
		const { headers, body } = await fetch(`${base}/-/batch`, { method: 'POST', body: members ?? '' });
		await body?.cancel();
		expect(headers.get('content-type')).toBe(type);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-security-policy')).toContain('sandbox');
	}
});

describe('a page of another origin', () => {
	const ask = (headers: Record<string, string>, init: RequestInit = {}) => fetch(`${base}/json`, { headers, ...init });
	test.each([
		[{ origin: 'http://elsewhere.test' }],
		[{ origin: 'null' }],
		[{ 'sec-fetch-site': 'cross-site' }],
		[{ 'sec-fetch-site': 'same-site', origin: 'http://p3000.tabsmith.localhost' }]
	])('is refused, and may read nothing: %o', async (headers) => {
		const before = asked.length;
		for (const init of [{}, { method: 'POST', body: '[["/json",""]]' }, { method: 'OPTIONS' }]) {
			const answer = await ask(headers, init);
			expect(answer.status).toBe(403);
			expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
			expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
		}
		expect(asked.length).toBe(before);
	});
	test('is none of those that belong here', async () => {
		const { host } = new URL(base);
		const ours: Record<string, string>[] = [
			{ origin: `http://${host}` },
			{ 'sec-fetch-site': 'same-origin' },
			{ 'sec-fetch-site': 'none' },
			{}
		];
		for (const headers of ours) expect((await ask(headers)).status).toBe(200);
	});
});

describe("credentials in the registry's address", () => {
	test('go to the registry as a header', async () => {
		asked.length = 0;
		await fetch(`${base}/json`);
		await (await fetch(`${base}/-/batch`, { method: 'POST', body: '[["/page",""]]' })).text();
		await fetch(`${base}/-/wasm/page/-/page-1.0.0.tgz/a.wasm`);
		const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
		expect(asked).toEqual(
			['/folder/npm/json', '/folder/npm/page', '/folder/npm/page/-/page-1.0.0.tgz'].map((url) => ({ url, authorization }))
		);
	});
	test.each([
		'http://user:p%40ss@127.0.0.1:1/npm/?token=secret',
		'ftp://user:p%40ss@127.0.0.1/',
		'//user:p%40ss@',
		'http://user:p%ss@127.0.0.1:1'
	])('are in no answer: %s', async (address) => {
		const broken = await proxyOf(address);
		const answers = [
			await fetch(`${broken}/json`),
			await fetch(`${broken}/-/batch`, { method: 'POST', body: '[["/json",""]]' }),
			await fetch(`${broken}/-/wasm/a/-/a-1.0.0.tgz/a.wasm`)
		];
		for (const answer of answers) {
			const text = await answer.text();
			expect(text).toContain('REGISTRY_UNREACHABLE');
			expect(text).not.toMatch(/user|p%40ss|p@ss|p%ss|secret|token/);
		}
	});
});

const LEADING_OUT = [
	...['/..', '/../a', '/a/../../b', '/a/..', '/.', '/./a', '//elsewhere.test/a', '/a//b', '/'],
	...[
		'/%2e%2e/a',
		'/%2E./a',
		'/.%2e/a',
		'/%252e%252e/a',
		'/%2e/a',
		'/a%2f..%2f..%2fb',
		'/..%2fa',
		'/..%5ca',
		'/a\\..\\b',
		'/%5c..'
	],
	...[
		'/a#b',
		'/a b',
		'/a\tb',
		'/a\u00e4',
		'/%c0%ae%c0%ae/a',
		'/a%00',
		'/a%0d%0ab',
		'/;/../a',
		'/a/..;/b',
		'@elsewhere.test/a',
		'a',
		''
	]
];
test.each(LEADING_OUT)('no path leads out of the folder of the registry: %j', async (path) => {
	expect(isRegistryPath(path)).toBe(false);
	expect(parseBatch(JSON.stringify([[path, '']]))).toBeNull();
	const before = asked.length;
	for (const prefix of path.startsWith('/') ? ['/registry', '/registry/-/wasm'] : ['/registry']) {
		const raw = `GET ${prefix}${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
		expect([400, 404]).toContain(statusOf(await sendRaw(Number(new URL(base).port), raw)));
	}
	expect(asked.length).toBe(before);
});
test.each([
	...[
		'/react',
		'/react/latest',
		'/@types%2fnode',
		'/%40types%2Fnode/20.1.0',
		'/@types/node',
		'/a/1.0.0-rc.1+build.5',
		'/a/1.0.0%2bx'
	],
	...[
		'/a/-/a-1.0.0.tgz',
		'/@s/a/-/a-1.0.0.tgz',
		'/download/@s/a/1.0.0/0a1b',
		'/-/v1/search?text=a%20b&size=20',
		'/-/ping',
		'/~odd_name!/-/x.tgz'
	]
])('what npm asks for is a path: %s', (path) => {
	expect(isRegistryPath(path)).toBe(true);
});

describe('what is posted to the registry', () => {
	const post = (path: string, body: string) => fetch(base + path, { method: 'POST', body });
	const ADVISORIES = '/-/npm/v1/security/advisories/bulk';

	test.each([
		...['/json', '/-/npm/v1/security/audits', `${ADVISORIES}/`, `${ADVISORIES}?a=b`, '/-/npm/v1/security/advisories/bulk/../x'],
		...['/-/user/org.couchdb.user:a', '/-/npm/v1/tokens', '/-/v1/login', '/a/-rev/1']
	])('is nothing but a question for advisories: %s', async (path) => {
		const before = asked.length;
		expect((await post(path, '{"a":["1.0.0"]}')).status).toBe(405);
		expect(asked.length).toBe(before);
	});

	test.each([
		...['', '[]', '{}', 'null', '"a"', '{"a":"1.0.0"}', '{"a":[]}', '{"a":[1]}', '{"a":["*"]}', '{"a":["1.0.0 || 2"]}'],
		...[
			'{"../a":["1.0.0"]}',
			'{"a b":["1.0.0"]}',
			'{"@a":["1.0.0"]}',
			`{"a":["1.0.0-${'x'.repeat(200)}"]}`,
			`{"${'a'.repeat(300)}":["1.0.0"]}`
		],
		JSON.stringify({ a: Array.from({ length: 51 }, () => '1.0.0') }),
		JSON.stringify(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`a${index}`, ['1.0.0']]))),
		`{"a":["1.0.0"]${' '.repeat(300_000)}}`
	])('is refused where it is none: %#', async (body) => {
		const before = asked.length;
		const { status, headers } = await post(ADVISORIES, body);
		expect([status, headers.get('content-type')]).toEqual([400, 'text/plain; charset=utf-8']);
		expect(asked.length).toBe(before);
	});

	test('goes there with the credentials, and comes back as JSON that nothing runs', async () => {
		asked.length = 0;
		const answer = await post(ADVISORIES, '{"@types/node":["20.1.0","1.0.0-rc.1"]}');
		expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([200, 'application/json', { a: 1 }]);
		expect(answer.headers.get('content-security-policy')).toContain('sandbox');
		expect(answer.headers.get('set-cookie')).toBeNull();
		const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
		expect(asked).toEqual([{ url: `/folder/npm${ADVISORIES}`, authorization }]);
	});

	test('names no credentials when the registry is not there', async () => {
		const answer = await fetch(`${await proxyOf('http://user:p%40ss@127.0.0.1:1/npm/')}${ADVISORIES}`, {
			method: 'POST',
			body: '{"a":["1.0.0"]}'
		});
		expect([answer.status, await answer.text()]).toEqual([502, expect.not.stringMatching(/user|p%40ss|p@ss/)]);
	});
});
