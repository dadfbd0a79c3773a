import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';

/** A chat completions server in place of `fetch`: answers each request by a script, as well or as badly as a test wants. */

export type WireMessage = ChatCompletionMessageParam & Record<string, unknown>;
export interface WireBody {
	model: string;
	messages: WireMessage[];
	tools?: { function: { name: string } }[];
	stream_options?: unknown;
}
export interface Exchange {
	body: WireBody;
	headers: Headers;
	url: string;
	/** How many requests came before. */
	count: number;
	/** How many results of tools the conversation holds. */
	results: number;
}
export interface FakeServer {
	fetch: typeof fetch;
	requests: Exchange[];
	/** Whether the client closed the connection of a stream that was open. */
	closed: number;
}

export function fakeServer(answer: (exchange: Exchange, server: FakeServer) => Response | Promise<Response>): FakeServer {
	const server: FakeServer = {
		requests: [],
		closed: 0,
		fetch: async (input, init) => {
			const request = new Request(input, init);
			const body = (request.method === 'POST' ? await request.json() : {}) as WireBody;
			const exchange: Exchange = {
				body,
				headers: request.headers,
				url: request.url,
				count: server.requests.length,
				results: (body.messages ?? []).filter(({ role }) => role === 'tool').length
			};
			server.requests.push(exchange);
			return answer(exchange, server);
		}
	};
	return server;
}

/** One event of a stream with what is new in the message. */
export const chunk = (delta: object | null, more: object = {}, top: object = {}): string =>
	`data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: delta ? [{ index: 0, delta, ...more }] : [], ...top })}\n\n`;
export const end = (reason: string): string => `${chunk({}, { finish_reason: reason })}data: [DONE]\n\n`;
export const call = (fields: object, name: string, input: object | string): object => ({
	...fields,
	function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) }
});

/** A reply that streams, each part as a read of its own. */
export function stream(...parts: (string | Uint8Array)[]): Response {
	const left = [...parts];
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			const part = left.shift();
			if (part === undefined) controller.close();
			else controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part);
		}
	});
	return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** Begins, and then says nothing any more. */
export function stall(server: FakeServer, ...parts: string[]): Response {
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
		},
		cancel: () => void server.closed++
	});
	return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

export const refusal = (status: number, body: unknown): Response =>
	new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

/** The turn that ends an agent's task. */
export const finish = (summary: string): Response =>
	stream(
		chunk({ role: 'assistant', tool_calls: [call({ index: 0, id: 'call_end', type: 'function' }, 'finish', { summary })] }),
		end('tool_calls')
	);
