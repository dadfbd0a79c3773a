import type { ChatReply, Extra, ToolCall, ToolDefinition } from './chat';
import { CallCollector } from './call-collector';
import { mergeExtra } from './extra';
import { GrowingText } from './growing-text';
import { fieldsOf, isObjectText, listOf, numberOf, parseJson, textOf, type Fields } from './json-value';
import { faultOf, type ProviderFault } from './provider-words';
import type { StreamEvent } from './event-stream';
import { callsInText } from './text-calls';

/** An error that a server put into the stream of a reply it had begun. */
export class StreamFault extends Error {
	constructor(readonly fault: ProviderFault) {
		super(fault.words || 'The server said only that there was an error.');
		this.name = 'StreamFault';
	}
}

/** What came of a stream. */
export interface Collected {
	text: string;
	reasoning: string;
	toolCalls: ToolCall[];
	/** Null: it ended within a call, so that nothing of it can be used. */
	finishReason: ChatReply['finishReason'] | null;
	/** What the server counted; a field is absent where it did not. */
	usage: { inputTokens?: number; outputTokens?: number; totalTokens?: number };
	extra?: Extra;
	/** Pieces of the reply: one only means that it did not stream. */
	pieces: number;
}

const KNOWN = new Set(['role', 'content', 'tool_calls', 'function_call', 'refusal', 'audio', 'annotations']);
const REASONING = ['reasoning_content', 'reasoning'];

/** Puts a reply together from a stream as servers really send it. */
export class ReplyCollector {
	#text: GrowingText;
	#reasoning = '';
	#parts: unknown[] | undefined;
	#calls = new CallCollector();
	#extra: Extra | undefined;
	#reason: string | undefined;
	#isDone = false;
	#usage: Collected['usage'] = {};
	#pieces = 0;
	/** Whether any word of the server has come. */
	hasStarted = false;

	constructor(
		private readonly tools: readonly ToolDefinition[],
		onText?: (text: string) => void
	) {
		this.#text = new GrowingText(onText);
	}

	/** @throws StreamFault where the server says that it failed */
	add({ name, data }: StreamEvent): void {
		if (data.trim().startsWith('[DONE]')) {
			this.#isDone = true;
			return;
		}
		this.hasStarted = true;
		const chunk = parseJson(data);
		if (name === 'error') throw new StreamFault(faultOf(chunk ?? data));
		if (Array.isArray(chunk)) return chunk.forEach((part) => this.#chunk(fieldsOf(part)));
		this.#chunk(fieldsOf(chunk));
	}

	#chunk(chunk: Fields): void {
		if (chunk.error) throw new StreamFault(faultOf(chunk.error));
		if (chunk.usage) this.#count(fieldsOf(chunk.usage));
		const choice = fieldsOf(listOf(chunk.choices)[0]);
		if (choice.error) throw new StreamFault(faultOf(choice.error));
		if (chunk.choices === undefined && chunk.object === 'error') throw new StreamFault(faultOf(chunk));
		const isDelta = 'delta' in choice;
		this.#message(fieldsOf(isDelta ? choice.delta : choice.message));
		const reason = textOf(choice.finish_reason);
		if (reason === 'error') throw new StreamFault(faultOf(choice.native_finish_reason ?? ''));
		if (reason) this.#reason = reason;
	}

	#message(message: Fields): void {
		if (Object.keys(message).length) this.#pieces++;
		this.#content(message.content);
		this.#text.add(textOf(message.refusal));
		for (const part of listOf(message.tool_calls)) this.#calls.add(part);
		if (message.function_call) this.#calls.add({ index: 0, function: message.function_call });
		for (const [key, value] of Object.entries(message))
			if (!KNOWN.has(key)) this.#extra = mergeExtra(this.#extra, { [key]: value });
	}

	/** A text, or a list of typed parts in which thoughts stand beside the answer (Mistral). */
	#content(content: unknown): void {
		if (typeof content === 'string') {
			if (this.#parts && content) this.#parts = joinedParts(this.#parts, [{ type: 'text', text: content }]);
			return this.#text.add(content);
		}
		for (const part of listOf(content).map(fieldsOf)) {
			this.#parts ??= this.#text.text ? [{ type: 'text', text: this.#text.text }] : [];
			this.#parts = joinedParts(this.#parts, [part]);
			if (part.type === 'thinking') this.#reasoning += textIn(part.thinking);
			else this.#text.add(textOf(part.text));
		}
	}

	#count(usage: Fields): void {
		const tokens = {
			inputTokens: numberOf(usage.prompt_tokens) ?? numberOf(usage.input_tokens),
			outputTokens: numberOf(usage.completion_tokens) ?? numberOf(usage.output_tokens),
			totalTokens: numberOf(usage.total_tokens)
		};
		for (const [key, value] of Object.entries(tokens)) if (value !== undefined) this.#usage[key as keyof typeof tokens] = value;
	}

	/** The stream has ended, one way or another. */
	finish(): Collected {
		this.#text.end();
		const raw = this.#text.text;
		const thought = /^\s*<think>([\s\S]*?)<\/think>\s*/.exec(raw);
		const spoken = thought ? raw.slice(thought[0].length) : raw;
		const native = this.#calls.finish();
		const found =
			native.length || !this.tools.length ? { text: spoken, calls: [], isCut: false } : callsInText(spoken, this.tools);
		const extra = { ...this.#extra };
		// What was thought has to come back as it came, within the text or beside it.
		if (this.#parts?.some((part) => fieldsOf(part).type !== 'text')) extra.content = this.#parts;
		else if (thought) extra.content = found.calls.length ? thought[0] + found.text : raw;
		const toolCalls = native.length ? native : found.calls;
		return {
			text: found.text,
			reasoning:
				this.#reasoning || (thought?.[1]?.trim() ?? REASONING.map((key) => textOf(this.#extra?.[key])).find(Boolean) ?? ''),
			toolCalls,
			finishReason: this.#finishReason(toolCalls, found.isCut),
			usage: this.#usage,
			...(Object.keys(extra).length ? { extra } : {}),
			pieces: this.#pieces
		};
	}

	#finishReason(calls: readonly ToolCall[], isCut: boolean): Collected['finishReason'] {
		const reason = REASONS[this.#reason ?? ''] ?? (this.#reason ? 'unknown' : undefined);
		if (reason === 'length' || reason === 'content_filter') return reason;
		if (calls.length) {
			// Without a reason, the connection may have ended within a call: such a one is never carried out.
			const isWhole = reason !== undefined || this.#isDone || calls.every((call) => isObjectText(call.arguments));
			return isWhole ? 'tool_calls' : null;
		}
		if (!this.#calls.isEmpty && reason === undefined) return null;
		if (isCut) return 'length';
		return reason === 'tool_calls' ? 'stop' : (reason ?? 'stop');
	}
}

const REASONS: Record<string, ChatReply['finishReason']> = {
	...{ stop: 'stop', end_turn: 'stop', eos: 'stop', STOP: 'stop' },
	...{ tool_calls: 'tool_calls', function_call: 'tool_calls', tool_use: 'tool_calls' },
	...{ length: 'length', max_tokens: 'length', model_length: 'length', MAX_TOKENS: 'length' },
	content_filter: 'content_filter'
};

/** Neighbours of a kind become one part. */
function joinedParts(parts: readonly unknown[], more: readonly Fields[]): unknown[] {
	const list = [...parts];
	for (const part of more) {
		const last = fieldsOf(list.at(-1));
		const isSame = last.type === part.type && (part.type === 'text' || part.type === 'thinking') && last.closed !== true;
		if (isSame) list[list.length - 1] = part.type === 'text' ? joinedText(last, part) : joinedThought(last, part);
		else list.push(part);
	}
	return list;
}
const joinedText = (last: Fields, part: Fields): Fields => ({ ...last, ...part, text: textOf(last.text) + textOf(part.text) });
const joinedThought = (last: Fields, part: Fields): Fields => ({
	...last,
	...part,
	thinking: joinedParts(listOf(last.thinking), listOf(part.thinking).map(fieldsOf))
});

function textIn(thinking: unknown): string {
	if (typeof thinking === 'string') return thinking;
	return listOf(thinking)
		.map((part) => textOf(fieldsOf(part).text))
		.join('');
}
