/** The shapes of the OpenAI chat completions API that this model reads and answers. */
export interface ToolCall {
	name: string;
	arguments: Record<string, unknown>;
}

export interface ChatMessage {
	role: string;
	content?: unknown;
	/** Of a tool's result: the call that it answers. */
	tool_call_id?: string;
	tool_calls?: { id?: string; function?: { name?: string; arguments?: string } }[];
}

export interface ChatRequest {
	model: string;
	messages: ChatMessage[];
	stream: boolean;
	includeUsage: boolean;
	/** Names of the tools offered; empty when none were named. */
	tools: string[];
}

export interface Reply {
	text: string;
	calls: ToolCall[];
}

/** @throws Error when the body is no chat completion request; the message says what is missing. */
export function readRequest(body: unknown): ChatRequest {
	if (typeof body !== 'object' || body === null) throw new Error('The body is no JSON object. Send a chat completion request.');
	const { model, messages, stream, stream_options, tools } = body as Record<string, unknown>;
	if (!Array.isArray(messages) || messages.length === 0)
		throw new Error("'messages' is empty. Send a system and a user message.");
	const names = Array.isArray(tools) ? tools.map((tool) => (tool as { function?: { name?: unknown } }).function?.name) : [];
	return {
		model: typeof model === 'string' ? model : 'builtin',
		messages: messages as ChatMessage[],
		stream: stream === true,
		includeUsage: (stream_options as { include_usage?: unknown } | undefined)?.include_usage === true,
		tools: names.filter((name) => typeof name === 'string')
	};
}

/** The text of a message whose content is a string or a list of parts. */
export function textOf(message: ChatMessage | undefined): string {
	const content = message?.content;
	if (typeof content === 'string') return content;
	if (!Array.isArray(content)) return '';
	return content.map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : '')).join('\n');
}

/** Tokens as providers roughly count them: four characters each. This model itself has none. */
const tokens = (text: string) => Math.ceil(text.length / 4);

export function usageOf(request: ChatRequest, reply: Reply) {
	const prompt_tokens = tokens(request.messages.map(textOf).join('\n'));
	const completion_tokens = tokens(reply.text + JSON.stringify(reply.calls));
	return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** Ids depend on the conversation only, so that a replay gives the same bytes. */
function idOf(request: ChatRequest): string {
	const text = request.messages.map(textOf).join('\n') + request.messages.length;
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return `builtin-${(hash >>> 0).toString(16)}`;
}

const callsOf = (id: string, reply: Reply) =>
	reply.calls.map((call, index) => ({
		index,
		id: `call_${id.slice(8)}_${index}`,
		type: 'function' as const,
		function: { name: call.name, arguments: JSON.stringify(call.arguments) }
	}));

const finishReason = (reply: Reply) => (reply.calls.length ? 'tool_calls' : 'stop');

export function completion(request: ChatRequest, reply: Reply): Response {
	const id = idOf(request);
	const tool_calls = callsOf(id, reply).map(({ index: _, ...call }) => call);
	const message = { role: 'assistant', content: reply.text || null, ...(tool_calls.length ? { tool_calls } : {}) };
	return Response.json({
		id,
		object: 'chat.completion',
		created: 0,
		model: 'builtin',
		choices: [{ index: 0, message, finish_reason: finishReason(reply) }],
		usage: usageOf(request, reply)
	});
}

const CHUNK_CHARACTERS = 400;

/** The same reply as server-sent events: text, then each tool call's name and arguments in pieces. */
export function completionStream(request: ChatRequest, reply: Reply): Response {
	const id = idOf(request);
	const encoder = new TextEncoder();
	const events = chunks(request, reply, id);
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			const next = events.next();
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(`data: ${next.value}\n\n`));
		}
	});
	return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function* chunks(request: ChatRequest, reply: Reply, id: string): Generator<string, void> {
	const chunk = (delta: object, finish_reason: string | null = null) =>
		JSON.stringify({
			id,
			object: 'chat.completion.chunk',
			created: 0,
			model: 'builtin',
			choices: [{ index: 0, delta, finish_reason }]
		});
	yield chunk({ role: 'assistant', content: '' });
	for (const piece of pieces(reply.text)) yield chunk({ content: piece });
	for (const { index, id: callId, type, function: fn } of callsOf(id, reply)) {
		yield chunk({ tool_calls: [{ index, id: callId, type, function: { name: fn.name, arguments: '' } }] });
		for (const piece of pieces(fn.arguments)) yield chunk({ tool_calls: [{ index, function: { arguments: piece } }] });
	}
	yield chunk({}, finishReason(reply));
	if (request.includeUsage)
		yield JSON.stringify({
			id,
			object: 'chat.completion.chunk',
			created: 0,
			model: 'builtin',
			choices: [],
			usage: usageOf(request, reply)
		});
	yield '[DONE]';
}

function* pieces(text: string): Generator<string, void> {
	for (let from = 0; from < text.length; from += CHUNK_CHARACTERS) yield text.slice(from, from + CHUNK_CHARACTERS);
}
