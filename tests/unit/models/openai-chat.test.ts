import { expect, test } from 'vitest';
import { z } from 'zod';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { builtinEndpoint } from '../../../src/lib/models/providers';
import { parseToolArguments } from '../../../src/lib/models/tool-arguments';

const chunk = (delta: object, finish: string | null = null) =>
	`data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const stream = (...parts: string[]) => new Response(parts.join(''), { headers: { 'content-type': 'text/event-stream' } });
const ask = (handler: (request: Request) => Promise<Response>, maxRetries = 1) =>
	new OpenAiChat(builtinEndpoint, { builtin: handler, maxRetries }).complete({
		messages: [{ role: 'user', content: 'hi' }],
		tools: []
	});

test('a streamed tool call is put together from its parts', async () => {
	const reply = await ask(async () =>
		stream(
			chunk({ role: 'assistant', content: 'ok ' }),
			chunk({ tool_calls: [{ index: 0, id: 't1', type: 'function', function: { name: 'finish', arguments: '{"sum' } }] }),
			chunk({ tool_calls: [{ index: 0, function: { arguments: 'mary":"x"}' } }] }),
			chunk({}, 'tool_calls'),
			'data: [DONE]\n\n'
		)
	);
	expect(reply).toMatchObject({
		text: 'ok ',
		finishReason: 'tool_calls',
		toolCalls: [{ id: 't1', name: 'finish', arguments: '{"summary":"x"}' }],
		money: 0
	});
});

test('a rate limit is waited out as Retry-After says', async () => {
	let tries = 0;
	const reply = await ask(async () =>
		++tries === 1
			? new Response('{}', { status: 429, headers: { 'retry-after-ms': '1' } })
			: stream(chunk({ content: 'hi' }, 'stop'), 'data: [DONE]\n\n')
	);
	expect([reply.text, tries]).toEqual(['hi', 2]);
});

test.each([
	[400, 'MODEL_REFUSED'],
	[401, 'MODEL_AUTH'],
	[404, 'MODEL_UNREACHABLE'],
	[429, 'MODEL_RATE_LIMITED'],
	[500, 'MODEL_SERVER']
])('an answer of %i is reported as %s', async (status, code) => {
	await expect(ask(async () => new Response('{"error":{"message":"no"}}', { status }), 0)).rejects.toMatchObject({ code });
});

test('a stream that ends within a call is reported as broken, and one that only leaves out the reason is taken', async () => {
	const half = { index: 0, id: 't1', function: { name: 'finish', arguments: '{"sum' } };
	await expect(ask(async () => stream(chunk({ tool_calls: [half] })))).rejects.toMatchObject({ code: 'MODEL_STREAM_BROKEN' });
	expect(await ask(async () => stream(chunk({ content: 'whole' })))).toMatchObject({ text: 'whole', finishReason: 'stop' });
});

test('tool arguments with raw line breaks, fences or stray commas are repaired, others refused with a reason', () => {
	const schema = z.object({ path: z.string() });
	expect(parseToolArguments('t', '```json\n{"path":"a\nb",}\n```', schema)).toEqual({ path: 'a\nb' });
	expect(() => parseToolArguments('t', '{"path":1}', schema)).toThrow(/path/);
	for (const cutOff of ['{"path":"a', '{"path":"{ }', '{"path":"a"'])
		expect(() => parseToolArguments('t', cutOff, schema)).toThrow(/not valid JSON/);
	expect(() => parseToolArguments('t', 'no', schema)).toThrow(expect.objectContaining({ code: 'MODEL_BAD_TOOL_ARGUMENTS' }));
});
