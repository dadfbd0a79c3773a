import OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import { AppError } from '../domain/app-error';
import type { ChatModel, ChatReply, ChatRequest } from './chat';
import { checkContext, estimateTokens } from './context-check';
import { readEvents } from './event-stream';
import { wireMessages } from './history';
import { fieldsOf, textOf } from './json-value';
import { brokenError, connectionError, refusalError, type Refusal } from './model-error';
import { headersFor, modelFetch } from './model-fetch';
import { formOf, learnFrom, type ModelForm } from './model-form';
import { priceOf } from './prices';
import { BUILTIN_BASE_URL, isLoopback, type ModelEndpoint } from './providers';
import { ReplyCollector, type Collected } from './reply-collector';
import { callsInText } from './text-calls';

/** Calls a model by streaming chat completions; the built-in one through a fetch of our own. */

export type BuiltinHandler = (request: Request) => Promise<Response>;

export interface ChatOptions {
	builtin?: BuiltinHandler;
	fetch?: typeof fetch;
	/** How long an answer may take to begin, in milliseconds; each try. */
	timeoutMs?: number;
	maxRetries?: number;
	/** How long a reply that has begun may bring nothing. */
	idleMs?: number;
}

/** The client's own address for the built-in model; no request ever leaves for it. */
const BUILTIN_URL = 'http://builtin.invalid/v1';
const IDLE_MS = 60_000;
const TIMEOUT_MS = 180_000;
/** A model on this computer is loaded first, and reads a long prompt for minutes. */
const LOCAL_TIMEOUT_MS = 600_000;
/** What a server can refuse, one thing after the other: tools, pictures, fields one by one and all, stream options. */
const MAX_LESSONS = 6;
export class OpenAiChat implements ChatModel {
	/** What the model takes, as far as it is known by now. */
	readonly form: ModelForm;
	#client: OpenAI;
	#limits: { firstByteMs: number; idleMs: number };

	constructor(
		private readonly endpoint: ModelEndpoint,
		options: ChatOptions = {}
	) {
		const isBuiltin = endpoint.baseUrl === BUILTIN_BASE_URL;
		const { builtin, idleMs = IDLE_MS } = options;
		if (isBuiltin && !builtin) throw new AppError('MODEL_UNREACHABLE', 'The built-in model is not loaded here.');
		const isLocal = isLoopback(endpoint.baseUrl);
		const timeout = options.timeoutMs ?? (isLocal ? LOCAL_TIMEOUT_MS : TIMEOUT_MS);
		this.form = formOf(endpoint);
		this.#limits = { firstByteMs: isLocal ? Math.max(idleMs, timeout) : idleMs, idleMs };
		const direct = options.fetch ?? ((input, init) => fetch(input, init));
		this.#client = new OpenAI({
			apiKey: endpoint.apiKey || 'none',
			baseURL: isBuiltin ? BUILTIN_URL : endpoint.baseUrl,
			dangerouslyAllowBrowser: true,
			timeout,
			// The client waits as Retry-After says before it tries again.
			maxRetries: options.maxRetries ?? 4,
			defaultHeaders: headersFor(endpoint),
			fetch: modelFetch(endpoint, isBuiltin && builtin ? (url, init) => builtin(new Request(url, init)) : direct)
		});
	}

	get seesPictures(): boolean {
		return this.form.hasImages && this.endpoint.baseUrl !== BUILTIN_BASE_URL;
	}

	async complete(request: ChatRequest, signal?: AbortSignal, onText?: (text: string) => void): Promise<ChatReply> {
		for (let lessons = 0; ; lessons++) {
			signal?.throwIfAborted();
			const started = performance.now();
			const body = this.#body(request);
			let response: Response;
			try {
				response = await this.#client.chat.completions.create(body, { signal }).asResponse();
			} catch (error) {
				signal?.throwIfAborted();
				const refusal = refusalOf(error);
				if (!refusal) throw connectionError(error, this.endpoint);
				if (lessons < MAX_LESSONS && learnFrom(this.form, refusal.words, sentIn(request))) continue;
				const rescued = this.#rescue(refusal, request);
				if (rescued) return this.#reply(rescued, request, { started, body });
				throw refusalError(refusal, this.endpoint);
			}
			return this.#reply(await this.#collect(response, request, { signal, onText }), request, { started, body });
		}
	}

	#body(request: ChatRequest): ChatCompletionCreateParamsStreaming {
		const { form, endpoint } = this;
		return {
			model: endpoint.model,
			messages: wireMessages(request, form),
			stream: true,
			...(request.tools.length && form.hasTools ? { tools: [...request.tools] } : {}),
			...(request.maxOutputTokens ? { max_tokens: request.maxOutputTokens } : {}),
			...(form.hasStreamUsage ? { stream_options: { include_usage: true } } : {})
		};
	}

	async #collect(
		response: Response,
		{ tools }: ChatRequest,
		{ signal, onText }: { signal: AbortSignal | undefined; onText: ((text: string) => void) | undefined }
	): Promise<Collected> {
		const { model, baseUrl } = this.endpoint;
		const collector = new ReplyCollector(tools, onText);
		try {
			if (response.body)
				for await (const event of readEvents(response.body, { ...this.#limits, model, signal })) collector.add(event);
		} catch (error) {
			signal?.throwIfAborted();
			throw brokenError(error, this.endpoint);
		}
		signal?.throwIfAborted();
		const data = { model, baseUrl, status: response.status };
		if (!collector.hasStarted) throw new AppError('MODEL_EMPTY', `${model} answered without a word.`, { data });
		const collected = collector.finish();
		if (collected.finishReason === null)
			throw new AppError('MODEL_STREAM_BROKEN', `The reply of ${model} broke off within a tool call.`, { data });
		return collected;
	}

	/** What a model meant that its server could not read (Groq). */
	#rescue({ failedGeneration }: RawRefusal, { tools }: ChatRequest): Collected | undefined {
		if (!failedGeneration) return undefined;
		const found = callsInText(failedGeneration, tools);
		const isJson = failedGeneration.trim().startsWith('{');
		const { text, calls } =
			found.calls.length || !isJson ? found : callsInText(`<tool_call>${failedGeneration}</tool_call>`, tools);
		return calls.length ? { text, reasoning: '', toolCalls: calls, finishReason: 'tool_calls', usage: {}, pieces: 1 } : undefined;
	}

	#reply(
		collected: Collected,
		request: ChatRequest,
		{ started, body }: { started: number; body: ChatCompletionCreateParamsStreaming }
	): ChatReply {
		const { endpoint } = this;
		const { messages } = body;
		checkContext(endpoint, { sentTokens: estimateTokens({ messages }), readTokens: collected.usage.inputTokens });
		const usage = usageOf(collected, estimateTokens(body));
		return {
			text: collected.text,
			toolCalls: collected.toolCalls,
			finishReason: collected.finishReason ?? 'unknown',
			usage,
			money: priceOf(endpoint, usage),
			latencyMs: Math.round(performance.now() - started),
			model: endpoint.model,
			origin: this.form.origin,
			pieces: collected.pieces,
			...(collected.reasoning ? { reasoning: collected.reasoning } : {}),
			...(collected.extra ? { extra: collected.extra } : {})
		};
	}
}

type RawRefusal = Refusal & { failedGeneration: string };

/** What a server said instead of a reply; undefined when none answered. */
function refusalOf(error: unknown): RawRefusal | undefined {
	const { status, error: said } = error as { status?: unknown; error?: unknown };
	if (typeof status !== 'number') return undefined;
	const fields = fieldsOf(said);
	const failedGeneration = textOf(fields.failed_generation);
	return { status, words: textOf(fields.message), code: textOf(fields.code), failedGeneration };
}

/** What a request has that a server may refuse. */
function sentIn({ messages, tools }: ChatRequest): Parameters<typeof learnFrom>[2] {
	const assistants = messages.flatMap((message) => (message.role === 'assistant' ? [message] : []));
	const extras = assistants.flatMap(({ extra, toolCalls }) => [extra, ...toolCalls.map((call) => call.extra)]);
	return {
		hasTools: tools.length > 0,
		hasImages: messages.some((message) => message.role === 'user' && message.images?.length),
		fields: [...new Set(extras.flatMap((extra) => Object.keys(extra ?? {})))]
	};
}

/** What the server counted, and what it left out as estimated. */
function usageOf({ usage, text, reasoning, toolCalls }: Collected, sentTokens: number): ChatReply['usage'] {
	const written = text.length + reasoning.length + toolCalls.reduce((sum, call) => sum + call.arguments.length, 0);
	const { totalTokens, inputTokens, outputTokens } = usage;
	const output = outputTokens ?? Math.ceil(written / 4);
	const input = inputTokens ?? (totalTokens === undefined ? sentTokens : Math.max(0, totalTokens - output));
	return { inputTokens: input, outputTokens: output };
}
