import { request as ask, type IncomingMessage } from 'node:http';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { admits } from '../../../scripts/content-policy.mjs';
import { hostSettings } from '../../../scripts/host-settings.mjs';
import { createModelProxy, reachOf } from '../../../scripts/model-proxy.mjs';
import { listen } from '../support/listen';

type Options = Parameters<typeof createModelProxy>[0];
const OWN = { 'sec-fetch-site': 'same-origin' };
const asked: IncomingMessage[] = [];
let model: string;

const proxyOf = async (options?: Options) => {
	const proxy = createModelProxy(options);
	return listen((request, response) => void proxy(request, response));
};
/** Node's fetch sets Sec-Fetch headers of its own. */
function send(host: string, path: string, { method = 'GET', headers = OWN as Record<string, string>, body = '' } = {}) {
	return new Promise<{ status: number; headers: IncomingMessage['headers']; body: string }>((resolve, reject) => {
		const [hostname, port] = host.split(':');
		const request = ask({ hostname, port, path, method, headers }, (response) => {
			let text = '';
			response.on('data', (part) => (text += String(part)));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
		});
		request.on('error', reject);
		request.end(body);
	});
}

beforeAll(async () => {
	model = await listen((request, response) => {
		asked.push(request);
		if (request.url === '/moved/models') return response.writeHead(302, { location: 'http://127.0.0.1:1/v1/models' }).end();
		if (request.url === '/page/models') return response.writeHead(200, { 'content-type': 'text/html' }).end('<script>1</script>');
		response.writeHead(200, { 'content-type': 'text/event-stream', 'set-cookie': 'a=1', 'access-control-allow-origin': '*' });
		response.write('data: {"first":1}\n\n');
		setImmediate(() => response.end('data: [DONE]\n\n'));
	});
});

test('a chat with a server on this computer goes through, key and all, without cookies and without telling whose page asks', async () => {
	const proxy = await proxyOf();
	const log = (['log', 'error', 'warn', 'info'] as const).map((name) => vi.spyOn(console, name));
	const headers = { ...OWN, authorization: 'Bearer sk-secret', cookie: 'b=2', origin: `http://${proxy}`, referer: 'http://x' };
	const answer = await send(proxy, `/model-proxy/http/${model}/v1/chat/completions`, {
		method: 'POST',
		headers,
		body: '{"a":1}'
	});
	expect([answer.status, answer.body]).toEqual([200, 'data: {"first":1}\n\ndata: [DONE]\n\n']);
	expect(answer.headers).toMatchObject({
		'content-type': 'text/event-stream',
		'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store'
	});
	expect([answer.headers['set-cookie'], answer.headers['access-control-allow-origin']]).toEqual([undefined, undefined]);
	const got = asked.at(-1)?.headers ?? {};
	expect([got.authorization, got.cookie, got.origin, got.referer]).toEqual(['Bearer sk-secret', undefined, undefined, undefined]);
	for (const spy of log) expect(spy).not.toHaveBeenCalled();
});

test.each([
	['another site', { 'sec-fetch-site': 'cross-site' }],
	['a preview or the engine', { 'sec-fetch-site': 'same-site' }],
	['a window that was opened', { 'sec-fetch-site': 'none' }],
	['another origin, in an old browser', { origin: 'http://evil.test' }],
	['nobody who says who it is', {}]
])('%s gets nothing', async (_, headers) => {
	const proxy = await proxyOf();
	const before = asked.length;
	for (const path of ['/model-proxy/', `/model-proxy/http/${model}/v1/models`])
		expect((await send(proxy, path, { headers: headers as Record<string, string> })).status).toBe(403);
	expect(asked.length).toBe(before);
});

test.each([
	['a host that is not in the table', 'GET', '/model-proxy/https/evil.test/v1/models', 403],
	['a name that begins like a provider', 'GET', '/model-proxy/https/api.openai.com.evil.test/v1/models', 403],
	['a provider over http', 'GET', '/model-proxy/http/api.openai.com/v1/models', 400],
	['the network of the host', 'GET', '/model-proxy/http/192.168.0.1/v1/models', 400],
	['the metadata of a cloud', 'GET', '/model-proxy/http/169.254.169.254/v1/models', 400],
	['an address in disguise', 'GET', '/model-proxy/http/2130706433/v1/models', 400],
	['another path of a provider', 'POST', '/model-proxy/https/api.openai.com/v1/files', 403],
	['another path of this computer', 'GET', '/model-proxy/http/localhost:9/secret', 403],
	['a path upwards', 'GET', '/model-proxy/https/api.openai.com/v1/../admin/models', 400],
	['a path upwards, encoded', 'GET', '/model-proxy/https/api.openai.com/v1/%2e%2e/models', 400],
	['a query', 'GET', '/model-proxy/https/api.openai.com/v1/models?x=1', 400],
	['a user in the address', 'GET', '/model-proxy/https/a@api.openai.com/v1/models', 400],
	['deleting', 'DELETE', '/model-proxy/https/api.openai.com/v1/models', 403],
	['posting to a list', 'POST', '/model-proxy/https/api.openai.com/v1/models', 403]
])('%s is not passed on', async (_, method, path, status) => {
	expect((await send(await proxyOf(), path, { method })).status).toBe(status);
});

test('a redirect is not followed, a page is shown as text, and a server that is down is told as such', async () => {
	const proxy = await proxyOf();
	const moved = await send(proxy, `/model-proxy/http/${model}/moved/models`);
	expect([moved.status, moved.body]).toEqual([502, expect.stringContaining('leads elsewhere (302)')]);
	const page = await send(proxy, `/model-proxy/http/${model}/page/models`);
	expect(page.headers['content-type']).toBe('text/plain; charset=utf-8');
	const down = await send(proxy, '/model-proxy/http/localhost:9/v1/models');
	expect([down.status, down.headers['x-should-retry'], down.body]).toEqual([
		502,
		'false',
		expect.stringContaining('Nothing listens at http://localhost:9')
	]);
});

describe('what a host passes on', () => {
	test('is off where the public can reach it, and never its own computer there', () => {
		const names = ['tabsmith.localhost'];
		const reach = (env: Record<string, string>) => hostSettings(env).modelReach;
		expect([reach({}), reach({ TABSMITH_MODEL_PROXY: 'off' })]).toEqual(['all', 'off']);
		expect([reach({ HOST: '0.0.0.0' }), reach({ HOST: '0.0.0.0', TABSMITH_MODEL_PROXY: 'on' })]).toEqual(['off', 'providers']);
		expect(reach({ TABSMITH_NAME: 'ide.example.org', TABSMITH_MODEL_PROXY: 'on' })).toBe('providers');
		expect(reachOf({ bind: '::', names })).toBe('off');
		expect(() => reach({ TABSMITH_MODEL_PROXY: 'maybe' })).toThrow("Write 'on' or 'off'");
	});
	test('is said to its own pages', async () => {
		const said = async (options: Options) => JSON.parse((await send(await proxyOf(options), '/model-proxy/')).body) as object;
		expect(await said({ reach: 'off' })).toEqual({ bases: [], isLocal: false });
		expect(await said({ reach: 'providers' })).toMatchObject({ isLocal: false });
		expect(await said({ connect: ['https://api.openai.com'] })).toEqual({ bases: ['https://api.openai.com/v1'], isLocal: true });
	});
	test('is kept to', async () => {
		const local = `/model-proxy/http/${model}/v1/models`;
		for (const options of [{ reach: 'off' }, { reach: 'providers' }, { connect: ['https://api.openai.com'] }] as Options[])
			expect((await send(await proxyOf(options), local)).status).toBe(403);
		const groq = '/model-proxy/https/api.groq.com/openai/v1/models';
		expect((await send(await proxyOf({ connect: ['https://api.openai.com'] }), groq)).status).toBe(403);
	});
	test('follows the sources of a policy', () => {
		const url = 'https://api.groq.com/openai/v1';
		for (const source of [
			'https:',
			'*',
			'https://api.groq.com',
			'api.groq.com',
			'https://*.groq.com',
			'https://api.groq.com:443'
		])
			expect([source, admits([source], url)]).toEqual([source, true]);
		for (const source of [
			'http:',
			'https://groq.com',
			'http://api.groq.com',
			'*.groq.com.evil.test',
			'https://api.groq.com:8443'
		])
			expect([source, admits([source], url)]).toEqual([source, false]);
		expect(admits(['http://localhost:*'], 'http://localhost:11434/v1')).toBe(true);
	});
});
