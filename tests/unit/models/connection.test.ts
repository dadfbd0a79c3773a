import { expect, test } from 'vitest';
import { testConnection } from '../../../src/lib/models/connection-test';
import { listModels, loadedContext } from '../../../src/lib/models/model-list';
import type { ModelEndpoint } from '../../../src/lib/models/providers';
import { providers } from '../../../src/lib/models/providers';
import { call, chunk, end, fakeServer, refusal, stream, type Exchange } from './support/fake-server';
import { endpoint } from './support/probe-agent';

const stateOf = (report: Awaited<ReturnType<typeof testConnection>>) =>
	Object.fromEntries(report.checks.map(({ name, state }) => [name, state]));
const isPicture = ({ body }: Exchange) => JSON.stringify(body.messages).includes('image_url');
const addCall = (input: object) => stream(chunk({ tool_calls: [call({ index: 0, id: 'c1' }, 'add', input)] }), end('tool_calls'));
const say = (text: string) => stream(...[...text].map((content) => chunk({ content })), end('stop'));

test('a model that works is said to work, after one call over two turns and a picture', async () => {
	const server = fakeServer((exchange) => {
		if (isPicture(exchange)) return say('Red');
		return exchange.results ? say(`It is ${String(exchange.body.messages.at(-1)?.content)}.`) : addCall({ a: 48_271, b: 91_366 });
	});
	const report = await testConnection(endpoint(), { ask: server.fetch, listed: { id: 'm', contextLength: 128_000 } });
	expect(report.isUsable).toBe(true);
	expect(stateOf(report)).toEqual({ Answers: 'yes', Streaming: 'yes', Tools: 'yes', Pictures: 'yes', 'Context length': 'yes' });
	expect(server.requests.length).toBe(3);
});

test('a model that only says that it called is found out, and so is one that does not see', async () => {
	const server = fakeServer((exchange) => {
		if (isPicture(exchange)) return refusal(400, { error: { message: 'image input is not supported' } });
		return isPictureless(exchange) ? say('I see no picture.') : say('I called add, it is 139637.');
	});
	const isPictureless = ({ body }: Exchange) => JSON.stringify(body.messages).includes('colour');
	const report = await testConnection(endpoint(), { ask: server.fetch });
	expect(report.isUsable).toBe(false);
	expect(stateOf(report)).toMatchObject({ Tools: 'no', Pictures: 'no', 'Context length': 'unknown' });
});

test('a server without tool calls is used by text', async () => {
	const server = fakeServer((exchange) => {
		if (exchange.body.tools) return refusal(400, { error: { message: 'model does not support tools' } });
		if (isPicture(exchange)) return say('Blue');
		const text = JSON.stringify(exchange.body.messages);
		if (text.includes('<tool_result tool')) return say('139637');
		return say('<tool_call><function=add><parameter=a>48271</parameter><parameter=b>91366</parameter></function></tool_call>');
	});
	const report = await testConnection(endpoint(), { ask: server.fetch });
	expect(report).toMatchObject({ isUsable: true });
	expect(report.checks.find(({ name }) => name === 'Tools')).toEqual({
		name: 'Tools',
		state: 'yes',
		note: 'by our text protocol, as its server takes no tool calls'
	});
	expect(stateOf(report).Pictures).toBe('unknown');
});

test('a wrong key is told as such', async () => {
	const server = fakeServer(() => refusal(401, { error: { message: 'Incorrect API key' } }));
	expect(await testConnection(endpoint(), { ask: server.fetch })).toMatchObject({
		isUsable: false,
		checks: [{ name: 'Answers', state: 'no' }],
		error: { code: 'MODEL_AUTH', message: expect.stringContaining('Incorrect API key') as string }
	});
});

test.each([
	[
		'OpenRouter',
		{
			data: [
				{
					id: 'a/b',
					context_length: 10,
					pricing: { prompt: '0.00000125', completion: '0.00001' },
					supported_parameters: ['tools'],
					architecture: { input_modalities: ['text', 'image'] }
				}
			]
		},
		{ id: 'a/b', contextLength: 10, price: { input: 1.25, output: 10 }, hasTools: true, hasImages: true }
	],
	[
		'OpenRouter, with a price that varies',
		{ data: [{ id: 'auto', pricing: { prompt: '-1', completion: '-1' } }] },
		{ id: 'auto' }
	],
	[
		'Together',
		[{ id: 'q', context_length: 8, pricing: { input: 2, output: 2 } }],
		{ id: 'q', contextLength: 8, price: { input: 2, output: 2 } }
	],
	[
		'Mistral',
		{ data: [{ id: 'm', max_context_length: 9, capabilities: { function_calling: true, vision: false } }] },
		{ id: 'm', contextLength: 9, hasTools: true, hasImages: false }
	],
	['Groq', { data: [{ id: 'g', context_window: 7 }] }, { id: 'g', contextLength: 7 }],
	['vLLM', { data: [{ id: 'v', max_model_len: 6 }] }, { id: 'v', contextLength: 6 }],
	['Gemini', { data: [{ id: 'models/gemini-3-pro' }] }, { id: 'gemini-3-pro' }]
])('what %s tells of a model is read', async (_, body, model) => {
	const server = fakeServer(() => Response.json(body));
	expect(await listModels(endpoint({ apiKey: 'k' }), server.fetch)).toEqual([model]);
	expect(server.requests[0]?.headers.get('authorization')).toBe('Bearer k');
});

test('a server that lists nothing, and one that refuses, are told apart', async () => {
	const list = (response: Response) => listModels(endpoint(), fakeServer(() => response).fetch);
	await expect(list(new Response('<html></html>'))).rejects.toMatchObject({ code: 'MODEL_UNREACHABLE' });
	await expect(list(refusal(403, { error: { message: 'No access' } }))).rejects.toMatchObject({ code: 'MODEL_AUTH' });
});

test.each([
	['ollama', 11_434, '/api/ps', { models: [{ name: 'qwen3-coder:latest', context_length: 4096 }] }],
	['llamacpp', 8080, '/props', { default_generation_settings: { n_ctx: 4096 } }],
	['lmstudio', 1234, '/api/v0/models', { data: [{ id: 'qwen3-coder', max_context_length: 99_999, loaded_context_length: 4096 }] }]
])('%s on this computer says what its model was loaded with', async (providerId, port, path, body) => {
	const server = fakeServer(({ url }) => (new URL(url).pathname.endsWith(path) ? Response.json(body) : refusal(404, '')));
	const at: ModelEndpoint = { providerId, baseUrl: `http://localhost:${port}/v1`, model: 'qwen3-coder' };
	expect(await loadedContext(at, server.fetch)).toBe(4096);
	const proxyUrl = `http://ide.test/model-proxy/http/localhost:${port}/v1`;
	await loadedContext({ ...at, proxyUrl }, server.fetch);
	expect(server.requests.map(({ url }) => url)).toEqual([
		`http://localhost:${port}${path}`,
		`http://ide.test/model-proxy/http/localhost:${port}${path}`
	]);
});

test('each provider has what the screen needs', () => {
	for (const { id, baseUrl, needs, needsKey, keyUrl } of providers) {
		expect([id, needs.length > 10]).toEqual([id, true]);
		expect([id, needsKey ? URL.canParse(keyUrl ?? '') : true]).toEqual([id, true]);
		expect([id, id === 'custom' || URL.canParse(baseUrl), baseUrl.endsWith('/')]).toEqual([id, true, false]);
	}
});
