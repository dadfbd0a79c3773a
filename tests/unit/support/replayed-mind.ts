import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatModel, ChatRequest } from '../../../src/lib/models/chat';
import { readPrompt } from '../../../src/lib/team/agents/prompts';

interface RecordedReply {
	task: string;
	turn: number;
	content: string;
	tool_calls: { name: string; arguments: unknown }[];
}

/**
 * A model that answers with the replies of a job that was recorded (`FOLDER/replies.json`), those of `slips` first. A request is known
 * by its task and by how many replies it holds; what was not recorded is answered by `finish`.
 */
export function replayedMind(folder: string, slips: RecordedReply[] = [], latencyMs = 0): ChatModel {
	const recorded = JSON.parse(readFileSync(join(folder, 'replies.json'), 'utf8')) as RecordedReply[];
	const replies = [...slips, ...recorded];
	return {
		async complete({ messages }: ChatRequest) {
			if (latencyMs) await new Promise((done) => setTimeout(done, latencyMs));
			// The rules, in the system message, name the tag as well.
			const text = messages.find(({ role }) => role === 'user')?.content ?? '';
			const task = (JSON.parse(readPrompt(text).task ?? '{}') as { id?: string }).id ?? '';
			const turn = messages.filter(({ role }) => role === 'assistant').length;
			const reply = replies.find((candidate) => candidate.task === task && candidate.turn === turn);
			const calls = reply?.tool_calls ?? [{ name: 'finish', arguments: { summary: `Nothing was recorded for ${task}.` } }];
			return {
				text: reply?.content ?? '',
				toolCalls: calls.map((call, index) => ({
					id: `${task}-${turn}-${index}`,
					name: call.name,
					arguments: JSON.stringify(call.arguments)
				})),
				finishReason: 'tool_calls',
				usage: { inputTokens: 0, outputTokens: 0 },
				money: null,
				latencyMs: 0,
				model: 'replay'
			};
		}
	};
}

/** Replies of a mind's own, such as repairs: the file of `replay-mind --slip`. */
export function readSlips(file: string | undefined): RecordedReply[] {
	return file ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedReply[]) : [];
}
