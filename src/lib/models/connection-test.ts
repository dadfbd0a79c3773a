import { codeOf, messageOf } from '../domain/app-error';
import type { ChatMessage, ChatReply, ToolDefinition } from './chat';
import { assistantMessage } from './history';
import { loadedContext, type ListedModel } from './model-list';
import { OpenAiChat } from './openai-chat';
import { parseJson, fieldsOf } from './json-value';
import type { ModelEndpoint } from './providers';

/** Tries a model out as a run uses it: one real tool call over two turns, then a picture. Says what works. */

export interface ConnectionCheck {
	name: 'Answers' | 'Streaming' | 'Tools' | 'Pictures' | 'Context length';
	state: 'yes' | 'no' | 'unknown';
	/** What was seen, in a few words. */
	note: string;
}
export interface ConnectionReport {
	/** Whether a team can work with it. */
	isUsable: boolean;
	checks: ConnectionCheck[];
	/** What stands in the way. */
	error?: { code: string; message: string };
}

/** What a task needs at least: prompts of the largest are about as long. */
const WANTED_TOKENS = 32_000;
/** 64 by 64 pixels of red. */
const RED =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsAtx/ZMZxgi+hcEKLNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBywKqxUDxqh7TUQAAAABJRU5ErkJggg==';

const ADD: ToolDefinition = {
	type: 'function',
	function: {
		name: 'add',
		description: 'Adds two whole numbers and returns their sum.',
		parameters: {
			type: 'object',
			properties: { a: { type: 'number' }, b: { type: 'number' } },
			required: ['a', 'b'],
			additionalProperties: false
		}
	}
};
/** A sum that nobody knows by heart: a model that says it has called the tool. */
const [A, B] = [48_271, 91_366];

export async function testConnection(
	endpoint: ModelEndpoint,
	{ listed, ask = fetch, signal }: { listed?: ListedModel | undefined; ask?: typeof fetch; signal?: AbortSignal } = {}
): Promise<ConnectionReport> {
	const chat = new OpenAiChat(endpoint, { fetch: ask, maxRetries: 1 });
	const checks: ConnectionCheck[] = [];
	const note = (name: ConnectionCheck['name'], state: ConnectionCheck['state'], text: string) => {
		checks.push({ name, state, note: text });
		return state;
	};
	try {
		const messages: ChatMessage[] = [
			{ role: 'system', content: 'You test a connection. Do exactly what is asked, and nothing else.' },
			{
				role: 'user',
				content: `Call the tool add with a = ${A} and b = ${B}. When you have its result, answer with the number only.`
			}
		];
		const first = await chat.complete({ messages, tools: [ADD] }, signal);
		note('Answers', 'yes', `after ${(first.latencyMs / 1000).toFixed(1)} s, ${first.usage.outputTokens} tokens`);
		const call = first.toolCalls.find(({ name }) => name === 'add');
		if (!call) {
			note('Streaming', streams(first), '');
			note('Tools', 'no', `it talked instead: "${first.text.slice(0, 80)}"`);
		} else {
			const { a, b } = fieldsOf(parseJson(call.arguments));
			messages.push(assistantMessage(first, [call]), { role: 'tool', callId: call.id, content: String(Number(a) + Number(b)) });
			const second = await chat.complete({ messages, tools: [ADD] }, signal);
			note('Streaming', [first, second].some((reply) => streams(reply) === 'yes') ? 'yes' : 'no', '');
			const isRight = second.text.replace(/[^\d]/g, '').includes(String(A + B));
			const way = chat.form.hasTools
				? 'by tool calls, over two turns'
				: 'by our text protocol, as its server takes no tool calls';
			note('Tools', isRight ? 'yes' : 'no', isRight ? way : `the result came back as "${second.text.slice(0, 80)}"`);
		}
		await tryPicture(chat, note, { listed, signal });
	} catch (error) {
		signal?.throwIfAborted();
		if (!checks.length) note('Answers', 'no', '');
		return { isUsable: false, checks, error: { code: codeOf(error), message: messageOf(error) } };
	}
	const loaded = await loadedContext(endpoint, ask);
	const context = loaded ?? listed?.contextLength;
	const isLong = context === undefined || context >= WANTED_TOKENS;
	if (context === undefined) note('Context length', 'unknown', 'its server does not say');
	else
		note(
			'Context length',
			isLong ? 'yes' : 'no',
			`${context.toLocaleString('en')} tokens${isLong ? '' : '; a task may need 32,000'}`
		);
	return { isUsable: isLong && checks.some(({ name, state }) => name === 'Tools' && state === 'yes'), checks };
}

const streams = ({ pieces = 1 }: ChatReply): 'yes' | 'no' => (pieces > 1 ? 'yes' : 'no');

/** Never in the way: a team works without pictures. */
async function tryPicture(
	chat: OpenAiChat,
	note: (name: 'Pictures', state: ConnectionCheck['state'], text: string) => unknown,
	{ listed, signal }: { listed: ListedModel | undefined; signal: AbortSignal | undefined }
): Promise<void> {
	if (listed?.hasImages === false) return void note('Pictures', 'no', 'its provider says so');
	try {
		const question = 'Which colour has this picture? Answer with one English word.';
		const image = { name: 'red.png', url: RED };
		const reply = await chat.complete({ messages: [{ role: 'user', content: question, images: [image] }], tools: [] }, signal);
		if (!chat.form.hasImages) return void note('Pictures', 'no', 'its server refuses them');
		const isSeen = /\bred|crimson|scarlet/i.test(reply.text);
		note('Pictures', isSeen ? 'yes' : 'unknown', isSeen ? '' : `it said "${reply.text.slice(0, 60)}" of a red one`);
	} catch (error) {
		signal?.throwIfAborted();
		note('Pictures', 'unknown', messageOf(error).slice(0, 120));
	}
}
