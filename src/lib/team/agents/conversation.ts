import type { ChatImage, ChatMessage, ToolCall } from '../../models/chat';
import { readPrompt } from './prompts';

/**
 * What an agent and its model have said to each other. All of it is sent again with each call, so what is old and can be had again is
 * left out once it is much: rarely and much at once, since providers keep what stays the same from the beginning on.
 */

/** Characters of history before something is left out: about 15,000 tokens. */
const MAX_CHARS = 60_000;
/** The last replies that stay whole, with their results. */
const WHOLE_TURNS = 2;
/** What a picture weighs among characters: models count about a thousand tokens for it. */
const PICTURE_CHARS = 4_000;
/** Results and contents up to this length stay, whatever their age. */
const SHORT_CHARS = 600;

const LEFT_OUT = /^\(left out: [\d,]+ characters/;

export class Conversation {
	#messages: ChatMessage[];
	/** Texts of files that the model has before it, by path. */
	readonly #shown = new Map<string, string>();

	constructor(prompt: { system: string; user: string }, images: readonly ChatImage[] = []) {
		this.#messages = [
			{ role: 'system', content: prompt.system },
			{ role: 'user', content: prompt.user, ...(images.length ? { images } : {}) }
		];
		for (const { path, content } of readPrompt(prompt.user).files) this.#shown.set(path, content);
	}

	/** A conversation as {@link Conversation.saved} has it; of files, only those of its prompt count as shown. */
	static from(messages: readonly ChatMessage[], images: readonly ChatImage[] = []): Conversation {
		const [system, user, ...rest] = messages;
		const conversation = new Conversation({ system: system?.content ?? '', user: user?.content ?? '' }, images);
		conversation.#messages.push(...rest);
		return conversation;
	}

	/** All that was said, without the pictures of the prompt: they are kept with the project. */
	get saved(): ChatMessage[] {
		return this.#messages.map((message, index) =>
			index < 2 && message.role === 'user' ? { role: 'user', content: message.content } : message
		);
	}
	/** Calls of the last reply that have no result yet. */
	get openCalls(): ToolCall[] {
		const at = this.#messages.findLastIndex(({ role }) => role === 'assistant');
		const last = this.#messages[at];
		if (last?.role !== 'assistant') return [];
		const after = this.#messages.slice(at + 1);
		return last.toolCalls.filter(({ id }) => !after.some((message) => message.role === 'tool' && message.callId === id));
	}
	get messages(): ChatMessage[] {
		return this.#messages;
	}
	add(message: ChatMessage): void {
		this.#messages.push(message);
	}
	/** Whether the model has exactly this text of the file before it. */
	isShown(path: string, content: string): boolean {
		return this.#shown.get(path) === content;
	}
	/** The model has read or written the file. */
	show(path: string, content: string): void {
		this.#shown.set(path, content);
	}

	/** Leaves out what is old, once the history is long. What was left out before stays as it is. */
	tidy(): void {
		if (this.#historyChars() <= MAX_CHARS) return;
		const end = this.#firstWhole();
		const calls = new Map<string, ToolCall>();
		this.#messages = this.#messages.map((message, index) => {
			if (message.role === 'assistant') for (const call of message.toolCalls) calls.set(call.id, call);
			if (index >= end || index < 2) return message;
			return this.#shortened(message, calls);
		});
	}

	#historyChars(): number {
		return this.#messages.slice(2).reduce((sum, message) => sum + charsOf(message), 0);
	}
	/** Where the last replies begin that stay whole. */
	#firstWhole(): number {
		const replies = this.#messages.flatMap((message, index) => (message.role === 'assistant' ? [index] : []));
		return replies.at(-WHOLE_TURNS) ?? 2;
	}
	#shortened(message: ChatMessage, calls: ReadonlyMap<string, ToolCall>): ChatMessage {
		if (message.role === 'tool') return this.#shortResult(message, calls.get(message.callId));
		if (message.role === 'user' && message.images)
			return { role: 'user', content: `${message.content} (left out: the picture; call look again if you need it)` };
		// What a provider has put into a message or its calls must come back as it was.
		if (message.role !== 'assistant' || [message, ...message.toolCalls].some((part) => 'extra' in part)) return message;
		return { ...message, toolCalls: message.toolCalls.map((call) => this.#shortCall(call)) };
	}
	#shortResult(message: ChatMessage & { role: 'tool' }, call: ToolCall | undefined): ChatMessage {
		const { content } = message;
		if (content.length <= SHORT_CHARS || content.startsWith('Error ') || LEFT_OUT.test(content)) return message;
		const path = pathOf(call);
		if (path) this.#shown.delete(path);
		const again = path ? `read_file gives ${path} as it is now` : `call ${call?.name ?? 'the tool'} again if you need it`;
		return { ...message, content: `(left out: ${content.length} characters; ${again})` };
	}
	#shortCall(call: ToolCall): ToolCall {
		const path = pathOf(call);
		if (call.name !== 'write_file' || !path) return call;
		const content = String((JSON.parse(call.arguments) as { content?: unknown }).content ?? '');
		if (content.length <= SHORT_CHARS || LEFT_OUT.test(content)) return call;
		this.#shown.delete(path);
		const short = `(left out: ${content.length} characters, written as they were; read_file gives the file as it is now)`;
		return { ...call, arguments: JSON.stringify({ path, content: short }) };
	}
}

/** Whether a text is what stands for one that was left out: a model may take it for what to write. */
export function isLeftOut(text: string): boolean {
	return LEFT_OUT.test(text.trim());
}

function charsOf(message: ChatMessage): number {
	const calls = message.role === 'assistant' ? message.toolCalls : [];
	const pictures = message.role === 'user' ? (message.images?.length ?? 0) : 0;
	return message.content.length + calls.reduce((sum, call) => sum + call.arguments.length, 0) + pictures * PICTURE_CHARS;
}

/** The path of a call about one file; undefined when it has none, or its arguments are broken. */
function pathOf(call: ToolCall | undefined): string | undefined {
	try {
		const { path } = JSON.parse(call?.arguments ?? '{}') as { path?: unknown };
		return typeof path === 'string' && call?.name !== 'look' ? path : undefined;
	} catch {
		// Broken arguments name no file.
		return undefined;
	}
}
