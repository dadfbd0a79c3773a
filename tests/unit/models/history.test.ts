import { expect, test } from 'vitest';
import type { ChatMessage, ChatReply } from '../../../src/lib/models/chat';
import { assistantMessage, wholeCalls, wireMessages, type HistoryForm } from '../../../src/lib/models/history';
import { chatReplySchema } from '../../../src/lib/models/chat';
import { originOf } from '../../../src/lib/models/model-form';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { call, chunk, end, fakeServer, finish, refusal, stream } from './support/fake-server';
import { endpoint, probeAgent } from './support/probe-agent';

const form = (more: Partial<HistoryForm> = {}): HistoryForm => ({
	origin: 'here m',
	hasTools: true,
	hasImages: true,
	refusedFields: new Set(),
	hasShortIds: false,
	...more
});
const wire = (messages: ChatMessage[], more: Partial<HistoryForm> = {}) => wireMessages({ messages, tools: [] }, form(more));
const said = (more: Partial<Extract<ChatMessage, { role: 'assistant' }>>): ChatMessage => ({
	role: 'assistant',
	content: '',
	toolCalls: [],
	...more
});
const aCall = (id: string, input = '{}') => ({ id, name: 'write_file', arguments: input });
const user: ChatMessage = { role: 'user', content: 'Go.' };

test('fields of a server go back to it, and to no other', () => {
	const message = said({
		content: 'Hm.',
		origin: 'here m',
		extra: { reasoning_content: 'I think.' },
		toolCalls: [{ ...aCall('c1', '{ "path":"a"}'), extra: { extra_content: { google: { thought_signature: 'x' } } } }]
	});
	const result: ChatMessage = { role: 'tool', callId: 'c1', content: 'ok' };
	expect(wire([user, message, result])[1]).toEqual({
		role: 'assistant',
		content: 'Hm.',
		reasoning_content: 'I think.',
		tool_calls: [
			{
				id: 'c1',
				type: 'function',
				function: { name: 'write_file', arguments: '{ "path":"a"}' },
				extra_content: { google: { thought_signature: 'x' } }
			}
		]
	});
	const other = JSON.stringify(wire([user, message, result], { origin: 'there m' }));
	expect(other).not.toMatch(/reasoning_content|thought_signature/);
	expect(JSON.stringify(wire([user, message, result], { refusedFields: new Set(['reasoning_content']) }))).not.toContain(
		'I think.'
	);
});

test('they survive being stored and read again', () => {
	const reply: ChatReply = {
		text: '',
		toolCalls: [{ ...aCall('c1'), extra: { extra_content: { s: 1 } } }],
		finishReason: 'tool_calls',
		usage: { inputTokens: 1, outputTokens: 1 },
		money: null,
		latencyMs: 1,
		model: 'm',
		origin: 'here m',
		extra: { reasoning_details: [{ type: 'reasoning.text', text: 'a' }] }
	};
	const again = chatReplySchema.parse(JSON.parse(JSON.stringify(reply)));
	expect(wire([user, assistantMessage(again)])).toEqual(wire([user, assistantMessage(reply)]));
	expect(wire([user, assistantMessage(again)])[1]).toMatchObject({ reasoning_details: [{ text: 'a' }] });
});

test('every call has one answer right behind it, and an answer without a call is left out', () => {
	const messages: ChatMessage[] = [
		user,
		said({ toolCalls: [aCall('a'), aCall('b')] }),
		{ role: 'tool', callId: 'b', content: 'B' },
		{ role: 'tool', callId: 'lost', content: 'L' },
		{ role: 'user', content: 'Stop.' }
	];
	expect(
		wire(messages).map((message) => ('tool_call_id' in message ? [message.tool_call_id, message.content] : message.role))
	).toEqual(['user', 'assistant', ['a', 'This call was not carried out.'], ['b', 'B'], 'user']);
});

test('a reply without a word and a call is left out, and what people said stays apart from the model', () => {
	expect(wire([user, said({}), { role: 'user', content: 'Use the tools.' }])).toEqual([
		{ role: 'user', content: 'Go.\n\nUse the tools.' }
	]);
});

test('arguments are JSON: repaired where that is safe, else empty', () => {
	const { toolCalls } = assistantMessage({
		toolCalls: [aCall('a', '{"x":"1\n2",}'), aCall('b', '{"x": "cut'), aCall('c', '["x"]'), aCall('d', '{"x": 1}')],
		text: ''
	} as unknown as ChatReply) as { toolCalls: { arguments: string }[] };
	expect(toolCalls.map((toolCall) => toolCall.arguments)).toEqual(['{"x":"1\\n2"}', '{}', '{}', '{"x": 1}']);
});

test('ids that Mistral refuses get others, the same on both sides; its own stay', () => {
	const messages: ChatMessage[] = [
		user,
		said({ toolCalls: [aCall('call_0001_long'), aCall('call_0002_long'), aCall('D681PevKs')] }),
		...['call_0001_long', 'call_0002_long', 'D681PevKs'].map((callId): ChatMessage => ({ role: 'tool', callId, content: callId }))
	];
	const [, assistant, ...results] = wire(messages, { hasShortIds: true }) as unknown as [
		unknown,
		{ tool_calls: { id: string }[] },
		...{ tool_call_id: string }[]
	];
	const ids = assistant.tool_calls.map(({ id }) => id);
	expect(results.map((result) => result.tool_call_id)).toEqual(ids);
	expect([new Set(ids).size, ids[2], ids.every((id) => /^[a-zA-Z0-9]{9}$/.test(id))]).toEqual([3, 'D681PevKs', true]);
});

test('of a reply that was cut off, calls that are whole are kept', () => {
	const reply = (...inputs: string[]) =>
		({ finishReason: 'length', toolCalls: inputs.map((input, at) => aCall(String(at), input)) }) as unknown as ChatReply;
	expect(wholeCalls(reply('{}', '{"a":"ha')).map(({ id }) => id)).toEqual(['0']);
	expect(wholeCalls(reply('{}', '{"a":1}')).map(({ id }) => id)).toEqual(['0', '1']);
});

test('a model without tool calls works by text, once its server has said so', async () => {
	const write =
		'<tool_call>\n<function=write_file>\n<parameter=path>a.ts</parameter>\n<parameter=content>\nconst a = "1";\n</parameter>\n</function>\n</tool_call>';
	const done = '<tool_call><function=finish><parameter=summary>Done.</parameter></function></tool_call>';
	const server = fakeServer(({ body, count }) => {
		if (body.tools) return refusal(400, { error: { message: 'registry.ollama.ai/library/old does not support tools' } });
		return stream(chunk({ content: count === 1 ? `I write.\n${write}` : done }), end('stop'));
	});
	const probe = probeAgent(server);
	expect(await probe.done).toMatchObject({ summary: 'Done.', steps: 2 });
	expect(probe.files.get('a.ts')).toBe('const a = "1";');
	const [system, first, assistant, result] = server.requests[2]?.body.messages ?? [];
	expect(system?.content).toMatch(/role: backend[\s\S]*# Tools[\s\S]*## write_file[\s\S]*- path \(string\)/);
	expect(first).toEqual({ role: 'user', content: 'Write the file.' });
	expect(assistant?.content).toContain('<function=write_file>\n<parameter=path>\na.ts\n</parameter>');
	expect(result).toMatchObject({ role: 'user', content: '<tool_result tool="write_file">\nWrote a.ts.\n</tool_result>' });
	expect(server.requests.filter(({ body }) => body.tools).length).toBe(1);
});

test('a field that a server refuses is left out from then on', async () => {
	const server = fakeServer((exchange) => {
		const text = JSON.stringify(exchange.body.messages);
		if (text.includes('"reasoning"')) return refusal(400, { error: { message: "property 'reasoning' is unsupported" } });
		if (exchange.results === 2) return finish('Done.');
		const input = { path: `${exchange.results}.txt`, content: 'x' };
		return stream(
			chunk({ reasoning: 'Hm.' }),
			chunk({ tool_calls: [call({ index: 0, id: `c${exchange.results}` }, 'write_file', input)] }),
			end('tool_calls')
		);
	});
	expect(await probeAgent(server).done).toMatchObject({ summary: 'Done.' });
	expect(server.requests.length).toBe(4);
});

test('pictures go to models that see; others are told that there was one', async () => {
	const image = { name: 'a.png', url: 'data:image/png;base64,AAAA' };
	const server = fakeServer(({ body }) =>
		JSON.stringify(body).includes('image_url') ? refusal(400, { error: { message: 'this model has no vision' } }) : finish('ok')
	);
	const chat = new OpenAiChat(endpoint(), { fetch: server.fetch, maxRetries: 0 });
	await chat.complete({ messages: [{ role: 'user', content: 'Look.', images: [image] }], tools: [] });
	expect(server.requests[0]?.body.messages[0]?.content).toEqual([
		{ type: 'text', text: 'Look.' },
		{ type: 'image_url', image_url: { url: image.url } }
	]);
	expect(server.requests[1]?.body.messages[0]?.content).toMatch(/^Look\.\n\n\(A picture belongs here/);
	expect(chat.form.hasImages).toBe(false);
});

test('where a conversation came from is named without what a key may stand in', () => {
	const at = (baseUrl: string) => originOf({ providerId: 'custom', baseUrl, model: 'm' });
	expect(at('https://user:pass@models.test/v1/?key=secret#x')).toBe('https://models.test/v1 m');
	expect(at('https://models.test/v1/')).toBe(at('https://models.test/v1'));
});
