import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { ChatMessage, ChatReply, ChatRequest, ToolCall } from './chat';
import { isObjectText } from './json-value';
import { callsAsText, resultAsText, toolInstructions } from './text-protocol';
import { looseObject } from './tool-arguments';

/** A conversation as a server takes it: every call answered, arguments that are JSON, no empty message, and to each its own fields only. */

type Assistant = Extract<ChatMessage, { role: 'assistant' }>;

/** How one server and model want their history. */
export interface HistoryForm {
	/** As in {@link ChatReply}: whose fields may go back. */
	origin: string;
	/** False: calls and results are written as text. */
	hasTools: boolean;
	hasImages: boolean;
	/** Fields that the server has refused; '*' for all that are its own. */
	refusedFields: ReadonlySet<string>;
	/** Ids of calls must be nine letters and digits (Mistral). */
	hasShortIds: boolean;
}

const UNANSWERED = 'This call was not carried out.';
const UNSEEN = '(A picture belongs here, but this model takes no pictures.)';

/** A reply as it is kept: with what its server needs to see again, and without what any server would refuse. */
export function assistantMessage(reply: ChatReply, calls: readonly ToolCall[] = reply.toolCalls): Assistant {
	return {
		role: 'assistant',
		content: reply.text,
		toolCalls: calls.map((call) => ({ ...call, arguments: cleanArguments(call.arguments) })),
		...(reply.extra ? { extra: reply.extra } : {}),
		...(reply.origin ? { origin: reply.origin } : {})
	};
}

/** The calls of a reply that may be carried out: of one that was cut off, those that are whole. */
export function wholeCalls(reply: ChatReply): ToolCall[] {
	if (reply.finishReason !== 'length') return reply.toolCalls;
	return reply.toolCalls.filter((call, index) => index < reply.toolCalls.length - 1 || isObjectText(call.arguments));
}

/** JSON of an object in any case: as written, repaired, or empty. */
function cleanArguments(text: string): string {
	if (isObjectText(text)) return text;
	const value = looseObject(text);
	return value ? JSON.stringify(value) : '{}';
}

export function wireMessages({ messages, tools }: ChatRequest, form: HistoryForm): ChatCompletionMessageParam[] {
	const answered = joinUsers(answerAll(messages.filter((message) => !isEmpty(message, form))));
	return form.hasTools || !tools.length ? nativeMessages(answered, form) : textMessages(answered, { tools }, form);
}

function isEmpty(message: ChatMessage, form: HistoryForm): boolean {
	if (message.role !== 'assistant' || message.toolCalls.length || message.content.trim()) return false;
	return !(message.origin === form.origin && message.extra?.content);
}

/** Every call has one result, right behind it; a result without a call is left out. */
function answerAll(messages: readonly ChatMessage[]): ChatMessage[] {
	const list: ChatMessage[] = [];
	for (const [at, message] of messages.entries()) {
		if (message.role === 'tool') continue;
		list.push(message);
		if (message.role !== 'assistant') continue;
		const next = messages.slice(at + 1);
		const end = next.findIndex(({ role }) => role === 'assistant');
		const results = end < 0 ? next : next.slice(0, end);
		for (const { id } of message.toolCalls) {
			const result = results.find((candidate) => candidate.role === 'tool' && candidate.callId === id);
			list.push(result ?? { role: 'tool', callId: id, content: UNANSWERED });
		}
	}
	return list;
}

/** Templates of some models want user and assistant in turn. */
function joinUsers(messages: readonly ChatMessage[]): ChatMessage[] {
	const list: ChatMessage[] = [];
	for (const message of messages) {
		const last = list.at(-1);
		if (last?.role !== 'user' || message.role !== 'user') list.push(message);
		else {
			const images = [...(last.images ?? []), ...(message.images ?? [])];
			const content = `${last.content}\n\n${message.content}`;
			list[list.length - 1] = { role: 'user', content, ...(images.length ? { images } : {}) };
		}
	}
	return list;
}

function nativeMessages(messages: readonly ChatMessage[], form: HistoryForm): ChatCompletionMessageParam[] {
	return messages.map((message): ChatCompletionMessageParam => {
		if (message.role === 'tool') return { role: 'tool', tool_call_id: idFor(message.callId, form), content: message.content };
		if (message.role === 'user') return userMessage(message, form);
		if (message.role === 'system') return message;
		const calls = message.toolCalls.map((call) => ({
			...ownFields(message, call.extra, form),
			id: idFor(call.id, form),
			type: 'function' as const,
			function: {
				...(ownFields(message, call.extra, form).function as object | undefined),
				name: call.name,
				arguments: cleanArguments(call.arguments)
			}
		}));
		return {
			content: message.content || (calls.length ? null : ''),
			...ownFields(message, message.extra, form),
			role: 'assistant',
			...(calls.length ? { tool_calls: calls } : {})
		} as ChatCompletionMessageParam;
	});
}

/** What only the server that sent it understands: others get nothing of it. */
function ownFields({ origin }: Assistant, extra: Assistant['extra'], form: HistoryForm): Record<string, unknown> {
	if (!extra || origin !== form.origin || form.refusedFields.has('*')) return {};
	return Object.fromEntries(Object.entries(extra).filter(([key]) => !form.refusedFields.has(key)));
}

function userMessage(message: Extract<ChatMessage, { role: 'user' }>, { hasImages }: HistoryForm): ChatCompletionMessageParam {
	const images = message.images ?? [];
	if (!images.length) return { role: 'user', content: message.content };
	if (!hasImages) return { role: 'user', content: `${message.content}\n\n${UNSEEN}` };
	return {
		role: 'user',
		content: [
			{ type: 'text', text: message.content },
			...images.map(({ url }) => ({ type: 'image_url' as const, image_url: { url } }))
		]
	};
}

function textMessages(
	messages: readonly ChatMessage[],
	{ tools }: Pick<ChatRequest, 'tools'>,
	form: HistoryForm
): ChatCompletionMessageParam[] {
	const names = new Map(
		messages.flatMap((message) => (message.role === 'assistant' ? message.toolCalls : [])).map(({ id, name }) => [id, name])
	);
	const instructions = toolInstructions(tools);
	const written = messages.map((message): ChatMessage => {
		if (message.role === 'tool') return { role: 'user', content: resultAsText(names.get(message.callId) ?? '', message.content) };
		if (message.role !== 'assistant' || !message.toolCalls.length) return message;
		const { toolCalls: calls, extra = {}, ...rest } = message;
		const { content, ...more } = extra;
		const said = typeof content === 'string' && message.origin === form.origin ? content : message.content;
		return { ...rest, extra: more, content: [said, callsAsText(calls)].filter(Boolean).join('\n\n'), toolCalls: [] };
	});
	const system = written.find((message) => message.role === 'system');
	const told: ChatMessage = { role: 'system', content: [system?.content, instructions].filter(Boolean).join('\n\n') };
	return nativeMessages(joinUsers([told, ...written.filter((message) => message !== system)]), form);
}

/** The same id on both sides of the history, whatever it was. */
function idFor(id: string, { hasShortIds }: HistoryForm): string {
	if (!hasShortIds || /^[a-zA-Z0-9]{9}$/.test(id)) return id;
	let hash = 0xcbf29ce484222325n;
	for (const char of id) hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
	return hash.toString(36).padStart(9, '0').slice(-9);
}
