import { afterEach, expect, test, vi } from 'vitest';
import { call, chunk, end, fakeServer, finish, refusal, stall, stream, type Exchange } from './support/fake-server';
import { probeAgent } from './support/probe-agent';

/** An agent at work over the wires of servers as they really are: each has its own idea of a stream, and of what must come back. */

const TEXT = 'one\n"two" \\ and \t tab\n</file> ${x} `tick`\nünï 雪 🚀\n';
const write = (path: string, content = TEXT) => ({ path, content });
const assistants = ({ body }: Exchange) => body.messages.filter(({ role }) => role === 'assistant');

afterEach(() => vi.useRealTimers());

/** Lets the clock run until something has come of it. */
async function soon<T>(work: Promise<T>): Promise<T> {
	let isOver = false;
	const over = () => void (isOver = true);
	work.then(over, over);
	for (let seconds = 0; !isOver && seconds < 600; seconds++) await vi.advanceTimersByTimeAsync(1000);
	return work;
}

test('Gemini: pieces without index, a signature that comes later and must go back', async () => {
	const signature = { google: { thought_signature: 'b3BhcXVl' } };
	const text = JSON.stringify(write('a.txt'));
	const server = fakeServer((exchange) => {
		if (exchange.results === 0)
			return stream(
				chunk({ role: 'assistant', tool_calls: [call({ id: 'fc-1', type: 'function' }, 'write_file', text.slice(0, 20))] }),
				chunk({ tool_calls: [{ function: { arguments: text.slice(20, 40) } }] }),
				chunk({ tool_calls: [{ type: 'function', function: { arguments: text.slice(40) } }] }),
				chunk({ tool_calls: [{ extra_content: signature }] }),
				end('stop')
			);
		const [back] = (assistants(exchange)[0]?.tool_calls ?? []) as unknown as Record<string, unknown>[];
		return JSON.stringify(back?.extra_content) === JSON.stringify(signature)
			? finish('All set.')
			: refusal(400, [{ error: { code: 400, message: 'The call lacks its signature.', status: 'INVALID_ARGUMENT' } }]);
	});
	const probe = probeAgent(server);
	expect(await probe.done).toEqual({ summary: 'All set.', steps: 2 });
	expect([...probe.files]).toEqual([['a.txt', TEXT]]);
	expect(server.requests.length).toBe(2);
});

test('the words of an error in a list are shown', async () => {
	const server = fakeServer(() => refusal(400, [{ error: { code: 400, message: 'The call lacks its signature.' } }]));
	await expect(probeAgent(server).done).rejects.toMatchObject({
		code: 'MODEL_REFUSED',
		message: expect.stringContaining('The call lacks its signature') as string
	});
});

test.each(['ollama', 'glued'])('parallel calls that all have one index are kept apart (%s)', async (form) => {
	const server = fakeServer((exchange) => {
		for (const message of assistants(exchange))
			for (const toolCall of (message.tool_calls ?? []) as { function: { arguments: string } }[])
				JSON.parse(toolCall.function.arguments);
		if (exchange.results > 0) return finish('Wrote them.');
		if (form === 'ollama')
			return stream(
				...['a', 'b', 'c'].map((name) =>
					chunk({
						tool_calls: [call({ index: 0, id: `id_${name}`, type: 'function' }, 'write_file', write(`${name}.txt`, name))]
					})
				),
				end('tool_calls')
			);
		return stream(
			chunk({ content: null, tool_calls: [call({ index: 0, id: 'id_a', type: 'function' }, 'write_file', '')] }),
			...['a', 'b', 'c'].map((name) => chunk({ tool_calls: [call({ index: 0 }, '', write(`${name}.txt`, name))] })),
			end('tool_calls')
		);
	});
	const probe = probeAgent(server);
	await probe.done;
	expect(Object.fromEntries(probe.files)).toEqual({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
	const [, second] = server.requests;
	const asked = (second && assistants(second)[0]?.tool_calls) as { id: string }[];
	const answered = second?.body.messages.filter(({ role }) => role === 'tool').map(({ tool_call_id }) => tool_call_id);
	expect([asked.length, new Set(asked.map(({ id }) => id)).size]).toEqual([3, 3]);
	expect(answered).toEqual(asked.map(({ id }) => id));
});

test('DeepSeek: what was thought goes back word for word, turn after turn, and into no file', async () => {
	const thought = ['First look. ', 'Then "one" write.\n', '雪 done'];
	const server = fakeServer((exchange) => {
		const isLost = assistants(exchange).some(
			(assistant) => assistant.tool_calls && assistant.reasoning_content !== thought.join('')
		);
		if (isLost) return refusal(400, { error: { message: 'reasoning_content has to be sent back' } });
		if (exchange.results === 2) return finish('Finished.');
		return stream(
			chunk({ role: 'assistant', content: null, reasoning_content: '' }),
			...thought.map((part) => chunk({ content: null, reasoning_content: part })),
			chunk({ tool_calls: [call({ index: 0, id: `call_${exchange.results}`, type: 'function' }, 'write_file', '')] }),
			chunk({ tool_calls: [{ index: 0, function: { arguments: JSON.stringify(write(`${exchange.results}.txt`)) } }] }),
			chunk({ content: '' }, { finish_reason: 'tool_calls' }, { usage: { prompt_tokens: 10, completion_tokens: 20 } }),
			'data: [DONE]\n\n'
		);
	});
	const probe = probeAgent(server);
	await probe.done;
	expect([...probe.files.values()]).toEqual([TEXT, TEXT]);
	expect(probe.progress).toEqual([]);
});

test('an error inside of a stream that began well is asked again, and leaves nothing behind', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const begun = chunk({ role: 'assistant', content: 'Let me start' });
	const server = fakeServer(({ count, results }) => {
		if (results) return finish('Recovered.');
		if (count === 0) return stream(begun, chunk(null, {}, { error: { code: 502, message: 'worker limit reached (33/32)' } }));
		if (count === 1) return stream('data: {"error":"STREAM_FAILED"}\n\ndata: [DONE]\n\n');
		if (count === 2) return stream('event: error\ndata: {"message":"quota exhausted for today"}\n\n');
		return stream(chunk({ tool_calls: [call({ index: 0, id: 'c1' }, 'write_file', write('a.txt'))] }), end('tool_calls'));
	});
	const probe = probeAgent(server);
	expect(await soon(probe.done)).toMatchObject({ summary: 'Recovered.' });
	expect(probe.files.get('a.txt')).toBe(TEXT);
	expect(JSON.stringify(server.requests)).not.toContain('Let me start');
	expect(probe.progress.map((text) => /broke off: (.*)\. It is asked again/.exec(text)?.[1])).toEqual([
		'worker limit reached (33/32)',
		'STREAM_FAILED',
		'quota exhausted for today'
	]);
});

test('an error that stays is told in the words of the server after a few tries', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const server = fakeServer(() =>
		stream(chunk({ content: 'Hm' }), chunk(null, {}, { error: { message: 'worker limit reached (33/32)' } }))
	);
	await expect(soon(probeAgent(server).done)).rejects.toMatchObject({
		code: 'MODEL_STREAM_BROKEN',
		message: expect.stringContaining('worker limit reached (33/32)') as string
	});
	expect(server.requests.length).toBe(5);
});

test('arguments that are no JSON are answered with what is wrong, and never sent back', async () => {
	const broken = '{"path": "a.txt", "content": "const a = 1;\n\tconsole.log("hi");\n"';
	const server = fakeServer((exchange) => {
		for (const message of assistants(exchange))
			for (const toolCall of (message.tool_calls ?? []) as { function: { arguments: string } }[])
				if (typeof JSON.parse(toolCall.function.arguments) !== 'object') throw new Error('no object');
		if (exchange.results === 2) return finish('Worked.');
		const input = exchange.results ? write('a.txt') : broken;
		return stream(
			chunk({ tool_calls: [call({ index: 0, id: `c${exchange.results}` }, 'write_file', input)] }),
			end('tool_calls')
		);
	});
	const probe = probeAgent(server);
	expect(await probe.done).toMatchObject({ summary: 'Worked.', steps: 3 });
	expect(probe.files.get('a.txt')).toBe(TEXT);
	expect(probe.failures).toEqual([expect.stringContaining('MODEL_BAD_TOOL_ARGUMENTS')]);
	const result = server.requests[1]?.body.messages.at(-1);
	expect(result).toMatchObject({ role: 'tool', tool_call_id: 'c0', content: expect.stringContaining('near') as string });
});

test('Mistral: content as a list, thoughts beside it, ids of nine characters', async () => {
	const text = (words: string) => ({ type: 'text', text: words });
	const thinking = (words: string) => ({ type: 'thinking', thinking: [text(words)] });
	const server = fakeServer((exchange) => {
		for (const { role, tool_call_id: id, content, tool_calls: calls } of exchange.body.messages) {
			if (role === 'tool' && !/^[a-zA-Z0-9]{9}$/.test(String(id))) return refusal(400, { object: 'error', message: 'bad id' });
			if (role === 'assistant' && !calls && !(content as string | undefined)?.length) return refusal(400, { message: 'empty' });
		}
		if (JSON.stringify(exchange.body).includes('[object')) return refusal(400, { message: 'stringified' });
		if (exchange.results) return finish('There.');
		return stream(
			chunk({ role: 'assistant', content: '' }),
			chunk({ content: [thinking('hidden plan, ')] }),
			chunk({ content: [thinking('part 2')] }),
			chunk({ content: [text('I write ')] }),
			chunk({ content: [text('it now.')] }),
			chunk(
				{ content: '', tool_calls: [call({ id: 'D681PevKs', index: 0 }, 'write_file', write('a.txt'))] },
				{ finish_reason: 'tool_calls' },
				{ usage: { prompt_tokens: 1, total_tokens: 2, completion_tokens: 1 } }
			),
			'data: [DONE]\n\n'
		);
	});
	const probe = probeAgent(server);
	await probe.done;
	expect(probe.files.get('a.txt')).toBe(TEXT);
	expect(probe.progress).toEqual(['I write it now.']);
	const [, second] = server.requests;
	expect(second && assistants(second)[0]).toMatchObject({
		content: [{ type: 'thinking', thinking: [text('hidden plan, part 2')] }, text('I write it now.')],
		tool_calls: [{ id: 'D681PevKs' }]
	});
});

test('llama.cpp and others: an object as arguments, no id, no end, split characters, other line ends', async () => {
	const bytes = (value: object) => {
		const all = new TextEncoder().encode(`data:${JSON.stringify(value)}\r\n\r\n`);
		const at = all.findIndex((byte) => byte > 127) + 1;
		return [all.subarray(0, at), all.subarray(at)];
	};
	const delta = (change: object) => ({ choices: [{ index: 0, delta: change }] });
	const server = fakeServer((exchange) => {
		if (exchange.results) return finish('Fertig – 雪.');
		return stream(
			': PROCESSING\r\n\r\n:\r\n\r\n',
			...bytes({ choices: [], usage: { prompt_tokens: 5 } }),
			': keep-alive\r\n\r\n',
			...bytes(delta({ content: 'Schön – 雪' })),
			...bytes(delta({ content: '', tool_calls: [{ function: { name: 'write_file', arguments: write('a.txt') } }] }))
		);
	});
	const probe = probeAgent(server);
	await probe.done;
	expect(probe.files.get('a.txt')).toBe(TEXT);
	expect(probe.progress).toEqual(['Schön – 雪']);
	const messages = server.requests[1]?.body.messages ?? [];
	const id = (messages.at(-2)?.tool_calls as { id: string }[])[0]?.id;
	expect(id).toMatch(/^[a-z0-9]{9}$/);
	expect(messages.at(-1)).toMatchObject({ role: 'tool', tool_call_id: id });
});

test('no byte, then a call that stalls: both are told and asked again, and half a call is never carried out', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const server = fakeServer(({ count, results }, self) => {
		if (results) return finish('Done after all.');
		if (count === 0) return stream();
		const half = JSON.stringify(write('half.txt')).slice(0, 40);
		if (count === 1)
			return stall(self, chunk({ content: 'Working' }), chunk({ tool_calls: [call({ index: 0, id: 'h' }, 'write_file', half)] }));
		return stream(chunk({ tool_calls: [call({ index: 0, id: 'w' }, 'write_file', write('a.txt'))] }), end('tool_calls'));
	});
	const probe = probeAgent(server);
	expect(await soon(probe.done)).toMatchObject({ summary: 'Done after all.' });
	expect([...probe.files.keys()]).toEqual(['a.txt']);
	expect(probe.progress).toEqual([
		expect.stringMatching(/answered without a word\. It is asked again/),
		expect.stringMatching(/Nothing came from probe-\d+ for 60 s\. It is asked again/)
	]);
	expect(server.closed).toBe(1);
});

test('Stop ends a stream that stalls at once, and closes its connection', async () => {
	const stop = new AbortController();
	const server = fakeServer((_, self) => {
		queueMicrotask(() => setTimeout(() => stop.abort(new Error('Stopped by you.'))));
		return stall(self, chunk({ content: 'Working' }));
	});
	await expect(probeAgent(server, { signal: stop.signal }).done).rejects.toThrow('Stopped by you.');
	expect(server.closed).toBe(1);
});

test('fences and chat around code are taken off and told; what belongs to a file stays', async () => {
	const fence = '```';
	const sent: [string, string][] = [
		['src/app.tsx', `${fence}tsx\nexport default function App() {\n\treturn <h1>Hi</h1>;\n}\n${fence}`],
		['README.md', `${fence}sh\nnpm run dev\n${fence}\n\nThe block above is part of this file.\n`],
		['src/util.js', 'export const two = 2;\n</content></file>\n</boltArtifact>\n\nKey improvements:\n1. shorter\n'],
		['src/md.js', `export const fence = ${JSON.stringify(`${fence}js\nx\n${fence}`)};\n`],
		['src/chat.ts', `Here is the file:\n\n${fence}ts\nexport const one = 1;\n${fence}\n\nIt exports one.`],
		['src/doc.ts', `/**\n * ${fence}ts\n * one();\n * ${fence}\n */\nexport const one = 1;\n`]
	];
	const server = fakeServer(({ results }) => {
		const [path, content] = sent[results] ?? [];
		if (!path) return finish('Written.');
		return stream(
			chunk({ tool_calls: [call({ index: 0, id: `c${results}` }, 'write_file', { path, content })] }),
			end('tool_calls')
		);
	});
	const probe = probeAgent(server);
	await probe.done;
	expect(Object.fromEntries(probe.files)).toEqual({
		...Object.fromEntries(sent),
		'src/app.tsx': 'export default function App() {\n\treturn <h1>Hi</h1>;\n}\n',
		'src/util.js': 'export const two = 2;\n',
		'src/chat.ts': 'export const one = 1;\n'
	});
	const results = server.requests.at(-1)?.body.messages.filter(({ role }) => role === 'tool') ?? [];
	expect(results.map(({ content }) => String(content).includes('Taken off'))).toEqual([true, false, true, false, true, false]);
});
