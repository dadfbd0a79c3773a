import { expect, test, vi } from 'vitest';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { faultOf } from '../../../src/lib/models/provider-words';
import { priceOf } from '../../../src/lib/models/prices';
import type { ModelEndpoint } from '../../../src/lib/models/providers';
import { proxyUrlOf } from '../../../src/lib/models/proxy-url';
import { chunk, end, fakeServer, finish, refusal, stream, type FakeServer } from './support/fake-server';
import { endpoint, probeAgent } from './support/probe-agent';

const ask = (server: FakeServer, more: Partial<ModelEndpoint> = {}, words = 'hi') =>
	new OpenAiChat(endpoint(more), { fetch: server.fetch, maxRetries: 0 }).complete({
		messages: [{ role: 'user', content: words }],
		tools: []
	});
const failing = (status: number, body: unknown) => ask(fakeServer(() => refusal(status, body)));

test.each([
	[401, { error: { message: 'Incorrect API key' } }, 'MODEL_AUTH', 'Incorrect API key'],
	[402, { error: { message: 'Insufficient Balance' } }, 'MODEL_QUOTA', 'Insufficient Balance'],
	[429, { error: { message: 'You have no funds', code: 'insufficient_quota' } }, 'MODEL_QUOTA', 'You have no funds'],
	[429, { error: { message: 'Slow down' } }, 'MODEL_RATE_LIMITED', 'Slow down'],
	[400, { error: { message: "This model's maximum context length is 8192 tokens" } }, 'MODEL_CONTEXT', '8192 tokens'],
	[413, 'Request too large', 'MODEL_CONTEXT', 'Request too large'],
	[404, { detail: 'Not Found' }, 'MODEL_UNREACHABLE', 'Not Found'],
	[422, { detail: [{ loc: ['body', 'x'], msg: 'Field required' }] }, 'MODEL_REFUSED', 'body.x: Field required'],
	[503, '<html><body><h1>Service Unavailable</h1></body></html>', 'MODEL_SERVER', 'Service Unavailable'],
	[500, { error: 'out of memory' }, 'MODEL_SERVER', 'out of memory'],
	[
		400,
		{ error: { message: 'Provider returned error', metadata: { raw: '{"error":{"message":"bad schema"}}' } } },
		'MODEL_REFUSED',
		'bad schema'
	],
	[
		502,
		{ error: { message: 'Nothing listens at http://localhost:1', code: 'unreachable' } },
		'MODEL_UNREACHABLE',
		'Nothing listens'
	]
])('an answer of %i is told in its own words as %#', async (status, body, code, words) => {
	await expect(failing(status, body)).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string });
});

test('no error says "no body", and none holds the key', async () => {
	await expect(failing(500, '')).rejects.toMatchObject({ message: expect.not.stringContaining('no body') as string });
	const server = fakeServer(() => refusal(400, { error: { message: 'Key abc-secret-123 is wrong here' } }));
	await expect(ask(server, { apiKey: 'abc-secret-123' })).rejects.toMatchObject({
		message: expect.not.stringContaining('abc-secret-123') as string
	});
});

test('words are found in whatever holds them', () => {
	expect(faultOf([{ error: { message: 'a' } }, { error: { message: 'b' } }]).words).toBe('a; b');
	expect(faultOf({ object: 'error', message: 'a', code: '3280' })).toEqual({ words: 'a', code: '3280' });
	expect(faultOf({ strange: 1 }).words).toBe('{"strange":1}');
});

test('Groq: a call that its server could not read is carried out, or asked again', async () => {
	const failed = (text: string) =>
		refusal(400, { error: { message: 'Failed to call a function.', code: 'tool_use_failed', failed_generation: text } });
	const readable = fakeServer(({ results }) =>
		results ? finish('ok') : failed('{"name": "write_file", "arguments": {"path": "a.txt", "content": "x"}}')
	);
	const probe = probeAgent(readable);
	expect(await probe.done).toMatchObject({ summary: 'ok' });
	expect(probe.files.get('a.txt')).toBe('x');
	const garbled = fakeServer(({ count }) => (count ? finish('ok') : failed('write_file(a.txt')));
	expect(await probeAgent(garbled).done).toMatchObject({ summary: 'ok' });
	expect(garbled.requests.length).toBe(2);
});

test('Ollama: a prompt that was cut is told with how to raise the context', async () => {
	const server = fakeServer(() =>
		stream(chunk({ content: 'ok' }), chunk({}, {}, { usage: { prompt_tokens: 4096 } }), end('stop'))
	);
	const long = 'word '.repeat(10_000);
	await expect(ask(server, { providerId: 'ollama', baseUrl: 'http://localhost:11434/v1' }, long)).rejects.toMatchObject({
		code: 'MODEL_CONTEXT',
		message: expect.stringMatching(/read only 4096 of about 12500 tokens.*OLLAMA_CONTEXT_LENGTH=32768/) as string,
		data: { readTokens: 4096, sentTokens: 12_500 }
	});
	// All of it was read: other servers count other tokens, and say so as they like.
	expect(await ask(server, { baseUrl: 'http://localhost:11434/v1' }, 'word '.repeat(3000))).toMatchObject({ text: 'ok' });
	expect(await ask(server, {}, long)).toMatchObject({ text: 'ok' });
	const frugal = fakeServer(() => stream(chunk({ content: 'ok' }), chunk({}, {}, { usage: { prompt_tokens: 3 } }), end('stop')));
	const tool = { type: 'function' as const, function: { name: 'x', description: 'word '.repeat(10_000), parameters: {} } };
	const chat = new OpenAiChat(endpoint({ baseUrl: 'http://localhost:1/v1' }), { fetch: frugal.fetch, maxRetries: 0 });
	// Nor does every server count the tools.
	expect(await chat.complete({ messages: [{ role: 'user', content: 'hi' }], tools: [tool] })).toMatchObject({ text: 'ok' });
});

test('a model that talks without acting, and one that is always cut off, end with a code of their own', async () => {
	const talker = fakeServer(() => stream(chunk({ content: 'Sure, I will!' }), end('stop')));
	await expect(probeAgent(talker).done).rejects.toMatchObject({
		code: 'AGENT_NO_ACTION',
		message: expect.stringContaining('Sure, I will!') as string
	});
	const half = { index: 0, id: 'c', function: { name: 'write_file', arguments: '{"path":"a","content":"ha' } };
	const cut = fakeServer(() => stream(chunk({ tool_calls: [half] }), end('length')));
	const probe = probeAgent(cut);
	await expect(probe.done).rejects.toMatchObject({ code: 'MODEL_CUT' });
	expect([cut.requests.length, probe.files.size]).toEqual([3, 0]);
});

test('Anthropic is asked with what lets a page ask, others without headers of the client', async () => {
	const server = fakeServer(() => stream(chunk({ content: 'ok' }), end('stop')));
	await ask(server, { providerId: 'anthropic', apiKey: 'k' });
	await ask(server, { providerId: 'custom' });
	const [anthropic, custom] = server.requests.map(({ headers }) => Object.fromEntries(headers));
	expect(anthropic).toMatchObject({
		'anthropic-dangerous-direct-browser-access': 'true',
		'x-api-key': 'k',
		authorization: 'Bearer k'
	});
	expect(Object.keys(custom ?? {}).sort()).toEqual(['accept', 'content-type', 'user-agent']);
});

test('what no page may read is asked by way of the own server, from then on', async () => {
	const urls: string[] = [];
	const open = fakeServer(() => stream(chunk({ content: 'ok' }), end('stop')));
	const fetcher: typeof fetch = async (input, init) => {
		urls.push(input instanceof Request ? input.url : String(input));
		if (urls.at(-1)?.startsWith('https://api.openai.com')) throw new TypeError('Failed to fetch');
		return open.fetch(input, init);
	};
	const baseUrl = 'https://api.openai.com/v1';
	const proxyUrl = proxyUrlOf(baseUrl, { bases: [baseUrl], isLocal: true }, 'http://ide.test');
	const chat = new OpenAiChat(
		{ ...endpoint(), providerId: 'openai', baseUrl, ...(proxyUrl ? { proxyUrl } : {}) },
		{ fetch: fetcher, maxRetries: 0 }
	);
	for (let turn = 0; turn < 2; turn++) await chat.complete({ messages: [{ role: 'user', content: 'hi' }], tools: [] });
	const own = 'http://ide.test/model-proxy/https/api.openai.com/v1/chat/completions';
	expect(urls).toEqual(['https://api.openai.com/v1/chat/completions', own, own]);
});

test('only what the own server passes on goes there', () => {
	const proxy = { bases: ['https://api.deepseek.com/v1'], isLocal: true };
	const to = (baseUrl: string, server = proxy) => proxyUrlOf(baseUrl, server, 'http://ide.test');
	expect(to('https://api.deepseek.com/v1/')).toBe('http://ide.test/model-proxy/https/api.deepseek.com/v1');
	expect(to('http://localhost:11434/v1')).toBe('http://ide.test/model-proxy/http/localhost:11434/v1');
	expect([to('https://api.deepseek.com/v1.evil.test'), to('https://models.test/v1'), to('nonsense')]).toEqual([
		undefined,
		undefined,
		undefined
	]);
	expect(to('http://localhost:11434/v1', { ...proxy, isLocal: false })).toBeUndefined();
});

test('a price that nobody knows is unknown, never nothing', () => {
	const usage = { inputTokens: 1_000_000, outputTokens: 0 };
	const price = (more: Partial<ModelEndpoint>) => priceOf(endpoint(more), usage);
	expect([price({ model: 'unheard-of' }), price({ model: 'gpt-5.5' }), price({ model: 'openai/gpt-5' })]).toEqual([
		null,
		null,
		1.25
	]);
	expect([price({ baseUrl: 'http://127.0.0.1:1/v1' }), price({ price: { input: 3, output: 1 } })]).toEqual([0, 3]);
});

test('a page that is offline is told so', async () => {
	vi.stubGlobal('navigator', { onLine: false });
	const down = { fetch: (async () => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch, requests: [], closed: 0 };
	await expect(ask(down)).rejects.toMatchObject({
		code: 'MODEL_UNREACHABLE',
		message: expect.stringContaining('offline') as string
	});
	vi.unstubAllGlobals();
});
