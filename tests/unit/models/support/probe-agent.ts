import type { AgentHost } from '../../../../src/lib/bus/contracts/agent-host';
import type { AgentOutcome } from '../../../../src/lib/bus/contracts/agent';
import { OpenAiChat } from '../../../../src/lib/models/openai-chat';
import type { ModelEndpoint } from '../../../../src/lib/models/providers';
import { runAgent } from '../../../../src/lib/team/agents/agent-loop';
import type { FakeServer } from './fake-server';

/** An agent with a folder in memory, at work on what a fake server tells it. */
export interface Probe {
	files: Map<string, string>;
	/** What a person would read meanwhile. */
	progress: string[];
	/** Texts of failed calls of tools. */
	failures: string[];
	done: Promise<AgentOutcome>;
}

let count = 0;

/** A model of its own for each test: what is learned of one must not reach another. */
export const endpoint = (more: Partial<ModelEndpoint> = {}): ModelEndpoint => ({
	providerId: 'custom',
	baseUrl: 'https://models.test/v1',
	model: `probe-${++count}`,
	...more
});

export function probeAgent(
	server: FakeServer,
	{ signal = new AbortController().signal, ...more }: Partial<ModelEndpoint> & { signal?: AbortSignal } = {}
): Probe {
	const files = new Map<string, string>();
	const progress: string[] = [];
	const failures: string[] = [];
	const host = {
		beforeCall: async () => [],
		news: async () => [],
		called: async () => undefined,
		progress: async (text: string) => void progress.push(text),
		tool: async ({ ok, summary }: { ok?: boolean; summary: string }) => void (ok === false && failures.push(summary)),
		writeFile: async (path: string, content: string) => {
			files.set(path, content);
			return [];
		},
		readFile: async (path: string) => files.get(path),
		...{ outline: async () => undefined, review: async () => [], said: async () => undefined }
	} as unknown as AgentHost;
	const job = {
		agent: 'backend-1',
		role: { name: 'backend', persona: 'Write.', tools: ['write_file', 'read_file', 'finish'] },
		task: { id: 't', title: 'Probe' },
		prompt: 'Write the file.',
		maxSteps: 12
	} as unknown as Parameters<typeof runAgent>[0];
	const chat = new OpenAiChat(endpoint(more), { fetch: server.fetch, maxRetries: 0 });
	return { files, progress, failures, done: runAgent(job, host, chat, signal) };
}
