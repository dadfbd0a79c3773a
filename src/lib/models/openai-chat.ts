import OpenAI from 'openai';
import type { ChatCompletionChunk, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { AppError } from '../domain/app-error';
import type { ChatMessage, ChatModel, ChatReply, ChatRequest, ToolCall } from './chat';
import { translateModelError } from './model-error';
import { BUILTIN_BASE_URL, priceOf, providers, type ModelEndpoint } from './providers';

/** Calls a model by streaming chat completions; the built-in one through a fetch of our own. */

export type BuiltinHandler = (request: Request) => Promise<Response>;

export interface ChatOptions {
	builtin?: BuiltinHandler;
	fetch?: typeof fetch;
	/** Whole call, all tries. */
	timeoutMs?: number;
	maxRetries?: number;
}

/** The client's own address for the built-in model; no request ever leaves for it. */
const BUILTIN_URL = 'http://builtin.invalid/v1';

export class OpenAiChat implements ChatModel {
	#client: OpenAI;
	#hasStreamUsage: boolean;

	constructor(
		private readonly endpoint: ModelEndpoint,
		options: ChatOptions = {}
	) {
		const isBuiltin = endpoint.baseUrl === BUILTIN_BASE_URL;
		const { builtin } = options;
		if (isBuiltin && !builtin) throw new AppError('MODEL_UNREACHABLE', 'The built-in model is not loaded here.');
		const provider = providers.find((one) => one.id === endpoint.providerId);
		this.#hasStreamUsage = provider?.hasStreamUsage ?? true;
		const answer =
			isBuiltin && builtin ? (url: string | URL | Request, init?: RequestInit) => builtin(new Request(url, init)) : options.fetch;
		this.#client = new OpenAI({
			apiKey: endpoint.apiKey || 'none',
			baseURL: isBuiltin ? BUILTIN_URL : endpoint.baseUrl,
			dangerouslyAllowBrowser: true,
			timeout: options.timeoutMs ?? 180_000,
			// The client waits as Retry-After says before it tries again.
			maxRetries: options.maxRetries ?? 4,
			...(provider?.headers ? { defaultHeaders: provider.headers } : {}),
			...(answer ? { fetch: answer } : {})
		});
	}

	async complete(request: ChatRequest, signal?: AbortSignal, onText?: (text: string) => void): Promise<ChatReply> {
		signal?.throwIfAborted();
		const started = performance.now();
		const collected = new ReplyCollector(onText);
		try {
			const stream = await this.#client.chat.completions.create(
				{
					model: this.endpoint.model,
					messages: request.messages.map(toWire),
					stream: true,
					...(request.tools.length ? { tools: request.tools } : {}),
					...(request.maxOutputTokens ? { max_tokens: request.maxOutputTokens } : {}),
					...(this.#hasStreamUsage ? { stream_options: { include_usage: true } } : {})
				},
				{ signal }
			);
			for await (const chunk of stream) collected.add(chunk);
		} catch (error) {
			signal?.throwIfAborted();
			throw translateModelError(error, this.endpoint, collected.hasStarted);
		}
		// An abort in mid-stream ends the loop quietly.
		signal?.throwIfAborted();
		if (!collected.finishReason)
			throw new AppError('MODEL_STREAM_BROKEN', `The reply of ${this.endpoint.model} broke off. It is asked again.`, {
				data: { model: this.endpoint.model }
			});
		const usage = collected.usage ?? estimate(request, collected);
		return {
			text: collected.text,
			toolCalls: collected.toolCalls,
			finishReason: collected.finishReason,
			usage,
			money: priceOf(this.endpoint, usage),
			latencyMs: Math.round(performance.now() - started),
			model: this.endpoint.model
		};
	}
}

class ReplyCollector {
	text = '';
	hasStarted = false;
	finishReason: ChatReply['finishReason'] | null = null;
	usage: ChatReply['usage'] | null = null;
	#calls: ToolCall[] = [];

	constructor(private readonly onText?: (text: string) => void) {}

	get toolCalls(): ToolCall[] {
		return this.#calls.filter((call) => call.name);
	}
	add(chunk: ChatCompletionChunk): void {
		this.hasStarted = true;
		if (chunk.usage) this.usage = { inputTokens: chunk.usage.prompt_tokens, outputTokens: chunk.usage.completion_tokens };
		const choice = chunk.choices[0];
		if (!choice) return;
		if (choice.delta.content) {
			this.text += choice.delta.content;
			this.onText?.(choice.delta.content);
		}
		for (const part of choice.delta.tool_calls ?? []) {
			const call = (this.#calls[part.index] ??= { id: '', name: '', arguments: '' });
			if (part.id) call.id = part.id;
			if (part.function?.name) call.name = part.function.name;
			call.arguments += part.function?.arguments ?? '';
		}
		if (choice.finish_reason) this.finishReason = known(choice.finish_reason);
	}
}

function known(reason: string): ChatReply['finishReason'] {
	if (reason === 'function_call') return 'tool_calls';
	return reason === 'stop' || reason === 'tool_calls' || reason === 'length' || reason === 'content_filter' ? reason : 'unknown';
}

function toWire(message: ChatMessage): ChatCompletionMessageParam {
	if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.content };
	if (message.role !== 'assistant') return message;
	if (!message.toolCalls.length) return { role: 'assistant', content: message.content };
	return {
		role: 'assistant',
		content: message.content || null,
		tool_calls: message.toolCalls.map((call) => ({
			id: call.id,
			type: 'function',
			function: { name: call.name, arguments: call.arguments }
		}))
	};
}

/** About four characters make a token; used when a server reports no usage. */
function estimate(request: ChatRequest, reply: ReplyCollector): ChatReply['usage'] {
	const outputs = reply.text.length + reply.toolCalls.reduce((sum, call) => sum + call.arguments.length, 0);
	return { inputTokens: Math.ceil(JSON.stringify(request).length / 4), outputTokens: Math.ceil(outputs / 4) };
}
