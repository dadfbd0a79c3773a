import { beforeAll, describe, expect, test } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { handleChatCompletion } from '../../../workers/builtin-model/index';
import { passingGates, teamRun } from '../support/team-run';
import { chunk, end, fakeServer, refusal, stream, type WireBody, type WireMessage } from './support/fake-server';
import { endpoint } from './support/probe-agent';

/** Whole jobs over the wires of several servers: the same mind, the rules of the built-in model, must write the same files over each. */

interface Said {
	content: string | null;
	tool_calls?: { id: string; type: 'function'; function: { name: string; arguments: string } }[];
}
interface Wire {
	/** Why a request is not taken, as its server would refuse it. */
	refuse?: (assistants: WireMessage[]) => boolean;
	send: (said: Said) => string[];
}

const sign = (id: string) => ({ google: { thought_signature: `signed ${id}` } });
const callsOf = (message: WireMessage | undefined) =>
	(message?.tool_calls ?? []) as (NonNullable<Said['tool_calls']>[number] & Record<string, unknown>)[];
const wires: Record<string, Wire> = {
	'thoughts that must come back (DeepSeek)': {
		refuse: (assistants) =>
			assistants.some((assistant) => assistant.tool_calls && assistant.reasoning_content !== 'I think, "so" 雪.'),
		send: ({ content, tool_calls: calls = [] }) => [
			chunk({ content: null, reasoning_content: 'I think, ' }),
			chunk({ content: null, reasoning_content: '"so" 雪.' }),
			chunk({ content }),
			...calls.map((call, index) => chunk({ tool_calls: [{ index, ...call }] })),
			end('tool_calls')
		]
	},
	'signatures, no index, finish stop (Gemini)': {
		refuse: (assistants) =>
			assistants.some(
				(assistant) =>
					JSON.stringify(callsOf(assistant)[0]?.extra_content) !== JSON.stringify(sign(callsOf(assistant)[0]?.id ?? ''))
			),
		send: ({ content, tool_calls: calls = [] }) => [
			chunk({ content }),
			...calls.map((call, at) => chunk({ tool_calls: [{ ...call, ...(at ? {} : { extra_content: sign(call.id) }) }] })),
			end('stop')
		]
	},
	'one index for all (Ollama)': {
		send: ({ content, tool_calls: calls = [] }) => [
			chunk({ content, reasoning: 'I think.' }),
			...calls.map((call) => chunk({ content: '', tool_calls: [{ index: 0, ...call }] })),
			end('tool_calls')
		]
	},
	'objects, no ids, no end (llama.cpp)': {
		send: ({ content, tool_calls: calls = [] }) => [
			chunk({ content }),
			...calls.map(({ function: { name, arguments: input } }) =>
				chunk({ tool_calls: [{ function: { name, arguments: JSON.parse(input) as object } }] })
			)
		]
	},
	'calls as text': {
		send: ({ content, tool_calls: calls = [] }) => [
			chunk({ content }),
			...calls.map(({ function: { name, arguments: input } }) =>
				chunk({ content: `\n<tool_call>{"name":"${name}","arguments":${input}}</tool_call>` })
			),
			end('stop')
		]
	}
};

/** What the built-in model says to a request, sent over a wire. */
function serverOf({ refuse, send }: Wire) {
	return fakeServer(async ({ body }) => {
		if (refuse?.(body.messages.filter(({ role }) => role === 'assistant')))
			return refusal(400, { error: { message: 'Something is lost.' } });
		return stream(...send(await mindOf(body)));
	});
}
async function mindOf(body: WireBody): Promise<Said> {
	const request = new Request('http://mind.test/chat/completions', {
		method: 'POST',
		body: JSON.stringify({ ...body, stream: false })
	});
	const reply = (await (await handleChatCompletion(request)).json()) as { choices: [{ message: Said }] };
	return reply.choices[0].message;
}

const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;
const checked = { container: async () => nowhere, gates: passingGates };
function filesOf({ workspace }: ReturnType<typeof teamRun>): Record<string, string | undefined> {
	return Object.fromEntries(workspace.list('').map((path) => [path, workspace.read(path)]));
}

describe('a whole job ends with the same files', () => {
	let expected: Record<string, string | undefined>;
	beforeAll(async () => {
		const run = teamRun(checked);
		await run.conductor.run();
		expected = filesOf(run);
	}, 60_000);

	test.each(Object.entries(wires))(
		'over %s',
		async (_, wire) => {
			const server = serverOf(wire);
			const at = endpoint();
			const runner = new LocalAgents(() => new OpenAiChat(at, { fetch: server.fetch, maxRetries: 0 }));
			const run = teamRun({ ...checked, runner });
			expect((await run.conductor.run()).phase).toBe('done');
			expect(filesOf(run)).toEqual(expected);
			expect(Object.keys(expected).length).toBeGreaterThan(50);
		},
		60_000
	);
});
