import { expect, test } from 'vitest';
import { readEvents } from '../../../src/lib/models/event-stream';
import { GrowingText } from '../../../src/lib/models/growing-text';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { call, chunk, end, fakeServer, stream } from './support/fake-server';
import { endpoint } from './support/probe-agent';

const tools = ['write_file', 'finish'].map((name) => ({
	type: 'function' as const,
	function: {
		name,
		description: '',
		parameters: {
			type: 'object',
			properties: { path: { type: 'string' }, content: { type: 'string' }, count: { type: 'number' } }
		}
	}
}));
const replyTo = (...parts: string[]) => replyOf(stream(...parts));
const replyOf = (response: Response, onText?: (text: string) => void) =>
	new OpenAiChat(endpoint(), { fetch: fakeServer(() => response).fetch, maxRetries: 0 }).complete(
		{ messages: [{ role: 'user', content: 'hi' }], tools },
		undefined,
		onText
	);
const callsOf = async (...parts: string[]) =>
	(await replyTo(...parts)).toolCalls.map(({ name, arguments: input }) => [name, JSON.parse(input) as unknown]);
const part = (fields: object) => chunk({ tool_calls: [fields] });

test('a name comes in pieces, or whole with each piece', async () => {
	const pieces = ['write', '_file'].map((name) => part({ index: 0, function: { name } }));
	const input = part({ index: 0, function: { arguments: '{"path":"a"}' } });
	expect(await callsOf(...pieces, input, end('tool_calls'))).toEqual([['write_file', { path: 'a' }]]);
	const whole = ['{"path"', ':"a"}'].map((text) => part({ index: 0, function: { name: 'write_file', arguments: text } }));
	expect(await callsOf(...whole, end('tool_calls'))).toEqual([['write_file', { path: 'a' }]]);
});

test('calls without index and id are told apart by where one is whole', async () => {
	const parts = ['a', 'b'].flatMap((path) => [
		part(call({}, 'write_file', `{"path":`)),
		part({ function: { arguments: `"${path}"}` } })
	]);
	expect(await callsOf(...parts)).toEqual(['a', 'b'].map((path) => ['write_file', { path }]));
});

test('a call whose id changes with each piece is one call', async () => {
	const first = part(call({ index: 0, id: 'x1' }, 'write_file', '{"path":'));
	expect(await callsOf(first, part({ index: 0, id: 'x2', function: { arguments: '"a"}' } }), end('tool_calls'))).toEqual([
		['write_file', { path: 'a' }]
	]);
});

test('calls of one index whose arguments come later are told apart by their ids', async () => {
	const parts = ['write_file', 'finish'].flatMap((name) => [
		part(call({ index: 0, id: `id_${name}` }, name, '')),
		part({ index: 0, function: { arguments: `{"path":"${name}"}` } })
	]);
	expect(await callsOf(...parts, end('tool_calls'))).toEqual(['write_file', 'finish'].map((name) => [name, { path: name }]));
	const same = ['a', 'b'].flatMap((path) => [
		part(call({ index: 0, id: path }, 'write_file', '')),
		part({ index: 0, function: { arguments: `{"path":"x"}` } })
	]);
	expect((await callsOf(...same, end('tool_calls'))).length).toBe(2);
});

test('two calls with one id are two, and each is answered by itself', async () => {
	const parts = ['a', 'b'].map((path, index) => part(call({ index, id: 'same' }, 'write_file', { path })));
	const { toolCalls } = await replyTo(...parts, end('tool_calls'));
	expect(new Set(toolCalls.map(({ id }) => id)).size).toBe(2);
});

test('all arguments so far with each piece are not doubled', async () => {
	const parts = ['{"path', '{"path":"a', '{"path":"a"}'].map((text) =>
		part({ index: 0, function: { name: 'write_file', arguments: text } })
	);
	expect(await callsOf(...parts, end('tool_calls'))).toEqual([['write_file', { path: 'a' }]]);
});

test('all text so far with each piece is not doubled, and told once as it grows', async () => {
	const told: string[] = [];
	const texts = ['I', 'I write', 'I write the file', 'I write the file now.'];
	const reply = await replyOf(stream(...texts.map((content) => chunk({ content })), end('stop')), (text) => told.push(text));
	expect([reply.text, told.join('')]).toEqual(['I write the file now.', 'I write the file now.']);
});

test('pieces that only look alike are all kept', () => {
	for (const pieces of [
		['ha', 'ha', '!'],
		['-', '--', '---'],
		['a', 'ab', 'c'],
		['no', 'no, I mean'],
		['\n', '\n\n', '\n\n\n']
	]) {
		const text = new GrowingText();
		for (const piece of pieces) text.add(piece);
		expect(text.text).toBe(pieces.join(''));
	}
});

test.each([
	['as models are taught', '<tool_call>\n{"name": "write_file", "arguments": {"path": "a.ts", "content": "x"}}\n</tool_call>'],
	['with the last tag cut off', '<tool_call>{"name":"write_file","arguments":{"path":"a.ts","content":"x"}}'],
	[
		'with arguments as text',
		'<tool_call>{"name":"write_file","arguments":"{\\"path\\":\\"a.ts\\",\\"content\\":\\"x\\"}"}</tool_call>'
	],
	[
		'in parameters',
		'<tool_call>\n<function=write_file>\n<parameter=path>\na.ts\n</parameter>\n<parameter=content>\nx\n</parameter>\n</function>\n</tool_call>'
	],
	['in parameters alone', '<function=write_file><parameter=path>a.ts</parameter><parameter=content>x</parameter></function>']
])('a call that was left in the text is carried out: %s', async (_, text) => {
	const reply = await replyTo(chunk({ content: 'I write.\n' }), chunk({ content: text }), end('stop'));
	expect(reply).toMatchObject({ text: 'I write.', finishReason: 'tool_calls' });
	expect(JSON.parse(reply.toolCalls[0]?.arguments ?? '')).toEqual({ path: 'a.ts', content: 'x' });
});

test('a value may hold the tags of calls, and is taken by its type', async () => {
	const content = 'const a = "</function></tool_call>";\n\t<function=x>';
	const text = `<tool_call><function=write_file><parameter=content>\n${content}\n</parameter><parameter=path>7</parameter><parameter=count>7</parameter></function></tool_call>`;
	expect(await callsOf(chunk({ content: text }), end('stop'))).toEqual([['write_file', { content, path: '7', count: 7 }]]);
});

test('text about calls is text, and so are calls of tools that nobody offered', async () => {
	for (const content of ['Use <b>tool_call</b>.', '<tool_call>{"name":"rm","arguments":{}}</tool_call>'])
		expect(await replyTo(chunk({ content }), end('stop'))).toMatchObject({ text: content, toolCalls: [] });
});

test('a call in the text that is cut off is not carried out', async () => {
	const text = '<tool_call><function=write_file><parameter=path>a.ts</parameter><parameter=content>half';
	expect(await replyTo(chunk({ content: text }), end('length'))).toMatchObject({ toolCalls: [], finishReason: 'length' });
});

test('thoughts within the text are no part of the answer', async () => {
	const reply = await replyTo(chunk({ content: '<think>Hm.' }), chunk({ content: '</think>\n\nYes.' }), end('stop'));
	expect(reply).toMatchObject({ text: 'Yes.', reasoning: 'Hm.', extra: { content: '<think>Hm.</think>\n\nYes.' } });
});

test('OpenRouter: details of thoughts are put together, and signatures kept', async () => {
	const detail = (more: object) => chunk({ reasoning: 'x', reasoning_details: [{ type: 'reasoning.text', index: 0, ...more }] });
	const { extra } = await replyTo(
		detail({ text: 'I ' }),
		detail({ text: 'think', signature: 'c2ln' }),
		chunk({ reasoning_details: [{ type: 'reasoning.encrypted', index: 1, data: 'ZGF0YQ==' }] }),
		chunk({ content: 'Yes.' }),
		end('stop')
	);
	expect(extra).toEqual({
		reasoning: 'xx',
		reasoning_details: [
			{ type: 'reasoning.text', index: 0, text: 'I think', signature: 'c2ln' },
			{ type: 'reasoning.encrypted', index: 1, data: 'ZGF0YQ==' }
		]
	});
});

test('a whole reply in place of a stream is taken', async () => {
	const message = {
		role: 'assistant',
		content: 'Yes.',
		tool_calls: [{ id: 'c', function: { name: 'finish', arguments: '{}' } }]
	};
	const body = { choices: [{ message, finish_reason: 'tool_calls' }], usage: { prompt_tokens: 3, completion_tokens: 4 } };
	expect(await replyOf(Response.json(body))).toMatchObject({
		text: 'Yes.',
		toolCalls: [{ id: 'c', name: 'finish' }],
		usage: { inputTokens: 3, outputTokens: 4 }
	});
	expect(await replyOf(new Response(JSON.stringify(body, null, 2)))).toMatchObject({ text: 'Yes.' });
});

test('an error in place of a reply, and a web page, are told as such', async () => {
	await expect(replyOf(Response.json({ error: 'model is loading' }))).rejects.toMatchObject({
		code: 'MODEL_STREAM_BROKEN',
		message: expect.stringContaining('model is loading') as string
	});
	await expect(replyOf(new Response('<!doctype html><title>x</title>'))).rejects.toMatchObject({
		code: 'MODEL_UNREACHABLE',
		message: expect.stringContaining('Check the base URL') as string
	});
});

test('usage that names the sum only is divided', async () => {
	const { usage } = await replyTo(chunk({ content: 'x'.repeat(40) }), chunk({}, {}, { usage: { total_tokens: 110 } }));
	expect(usage).toEqual({ inputTokens: 100, outputTokens: 10 });
});

test('events are read whatever ends their lines, split anywhere', async () => {
	const text = 'event: a\r\ndata: 1\r\ndata: 2\r\n\r\n: c\rdata:3\r\rdata: {"x":1}\ndata: {"y":2}\n\ndata: last';
	for (let size = 1; size < 7; size++) {
		const bytes = new TextEncoder().encode(text);
		const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, at * size + size));
		const body = stream(...parts).body as ReadableStream<Uint8Array>;
		const events: string[] = [];
		for await (const { name, data } of readEvents(body, { firstByteMs: 1000, idleMs: 1000, model: 'm' }))
			events.push(`${name}|${data}`);
		expect(events).toEqual(['a|1', 'message|2', 'message|3', 'message|{"x":1}', 'message|{"y":2}', 'message|last']);
	}
});
