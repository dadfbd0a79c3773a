import { plannedTaskSchema, type PlannedTask } from '../../../src/lib/domain/task';
import { WORKER_TOOLS } from '../../../src/lib/domain/role';
import type { AgentJob } from '../../../src/lib/bus/contracts/agent';
import type { AgentHost, ConversationPart } from '../../../src/lib/bus/contracts/agent-host';
import type { ChatMessage, ChatModel, ChatReply } from '../../../src/lib/models/chat';
import { runAgent } from '../../../src/lib/team/agents/agent-loop';
import { userPrompt } from '../../../src/lib/team/agents/prompts';

export type ScriptedReply = Partial<Pick<ChatReply, 'text' | 'finishReason'>> & {
	calls?: readonly (readonly [name: string, input: object])[];
};

/** One agent with a scripted model and a host in memory. `seen` are the messages of each call. */
export function agentDesk(
	replies: readonly ScriptedReply[],
	{
		files = {},
		job: more,
		seesPictures = false,
		...part
	}: { files?: Record<string, string>; job?: Partial<AgentJob>; seesPictures?: boolean } & Partial<AgentHost> = {}
) {
	const kept = new Map(Object.entries(files));
	const seen: ChatMessage[][] = [];
	const said: ConversationPart[] = [];
	const model: ChatModel = {
		seesPictures,
		complete: async ({ messages }, _signal, onText) => {
			const {
				text = '',
				calls = [],
				finishReason
			} = replies[seen.length] ?? { calls: [['finish', { summary: 'No more replies.' }]] };
			seen.push(structuredClone([...messages]));
			for (const word of text.match(/\S+\s*/g) ?? []) onText?.(word);
			return {
				...{ text, finishReason: finishReason ?? (calls.length ? 'tool_calls' : 'stop') },
				toolCalls: calls.map(([name, input], index) => ({
					id: `call${seen.length}-${index}`,
					name,
					arguments: JSON.stringify(input)
				})),
				...{ usage: { inputTokens: 1, outputTokens: 8 }, money: null, latencyMs: 1, model: 'scripted' }
			};
		}
	};
	const host: AgentHost = {
		listFiles: () => [...kept.keys()],
		readFile: (path) => kept.get(path),
		outline: () => undefined,
		search: () => [],
		writeFile: (path, content) => {
			kept.set(path, content);
			return [];
		},
		deleteFile: (path) => void kept.delete(path),
		...{
			publish: () => undefined,
			ask: () => '',
			check: () => '',
			look: () => ({ text: '' }),
			run: () => '',
			handOver: (to) => ({ file: to, isEnd: true })
		},
		...{
			save: () => undefined,
			review: () => [],
			said: (message) => void said.push(message),
			submitBlueprint: () => undefined,
			submitChange: () => undefined,
			reportFindings: () => undefined,
			beforeCall: () => [],
			news: () => []
		},
		...{ called: () => undefined, tool: () => undefined, progress: () => undefined, faultStruck: () => undefined },
		...part
	};
	const task: PlannedTask = plannedTaskSchema.parse({
		...{ id: 'api:tips', title: 'Serve tips', role: 'backend', kind: 'api', needs: [], publishes: [], writes: ['src/**'] }
	});
	const job: AgentJob = {
		...{ agent: 'backend-1', task, maxSteps: 40 },
		role: { name: 'backend', title: 'Backend', persona: 'p', tools: WORKER_TOOLS },
		system: 'role: backend',
		prompt: userPrompt({ task, files: [{ path: 'shown.ts', content: kept.get('shown.ts') ?? '' }] }),
		...more
	};
	return { run: () => runAgent(job, host, model, new AbortController().signal), seen, said, files: kept };
}

/** The last result of a tool that a call was sent. */
export const lastResult = (messages: readonly ChatMessage[] | undefined): string =>
	messages?.findLast(({ role }) => role === 'tool')?.content ?? '';
