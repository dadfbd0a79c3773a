import { join } from 'node:path';
import type { ChatRequest } from '../../../src/lib/models/chat';
import { replayedMind } from '../../unit/support/replayed-mind';
import type { Fault } from './model-server';

const MINDS = join(import.meta.dirname, '../../fixtures/minds');

/** For a model server: answers each request as the recorded mind of that name did. */
export function recordedReplies(mind: string): (body: string) => Fault {
	const model = replayedMind(join(MINDS, mind));
	return (body) => async (response) => {
		const { text, toolCalls } = await model.complete(JSON.parse(body) as ChatRequest);
		const calls = toolCalls.map(({ id, name, arguments: input }, index) => ({
			...{ index, id, type: 'function' },
			function: { name, arguments: input }
		}));
		const chunk = (delta: object, finish: string | null) =>
			`data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.end(
			`${chunk({ role: 'assistant', content: text, tool_calls: calls }, null)}${chunk({}, 'tool_calls')}data: [DONE]\n\n`
		);
	};
}
