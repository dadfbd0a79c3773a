import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleChatCompletion } from '../../../workers/builtin-model/index';

/** Answers a request in the place of the model. */
export type Fault = (response: ServerResponse) => void;

/** A server that speaks the chat completions of OpenAI for the built-in model, as well or as badly as a test wants. */
export interface ModelServer {
	baseUrl: string;
	/** Bodies and arrival times (ms) of the chat requests so far. */
	requests: { body: string; time: number }[];
	/** Strikes one request each, in order. */
	faults: Fault[];
	/** Answers requests by their body; the others go on as usual. */
	script: ((body: string) => Fault | undefined) | undefined;
	/** Strikes every request after those. */
	always: Fault | undefined;
	/** When set, other keys are refused with 401. */
	key: string | undefined;
	/** Whether pages of other origins may read the answers. */
	allowsPages: boolean;
	close(): Promise<void>;
}

/** @param port 0 takes a free one */
export async function openModelServer(port = 0): Promise<ModelServer> {
	const http = createServer((request, response) => void answer(self, request, response));
	await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
	const self: ModelServer = {
		baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
		requests: [],
		faults: [],
		script: undefined,
		always: undefined,
		key: undefined,
		allowsPages: true,
		close: () =>
			new Promise((resolve) => {
				http.close(() => resolve());
				http.closeAllConnections();
			})
	};
	return self;
}

async function answer(server: ModelServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (server.allowsPages) {
		response.setHeader('access-control-allow-origin', '*');
		response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
		response.setHeader('access-control-expose-headers', 'retry-after');
	}
	if (request.method === 'OPTIONS') return void response.writeHead(204).end();
	let body = '';
	for await (const chunk of request) body += String(chunk);
	server.requests.push({ body, time: performance.now() });
	if (server.key !== undefined && request.headers.authorization !== `Bearer ${server.key}`)
		return refuse(401, `Incorrect API key provided: ${request.headers.authorization ?? ''}`)(response);
	const fault = server.script?.(body) ?? server.faults.shift() ?? server.always;
	if (fault) return fault(response);
	const reply = await handleChatCompletion(new Request(`${server.baseUrl}/chat/completions`, { method: 'POST', body }));
	response.writeHead(reply.status, Object.fromEntries(reply.headers));
	response.end(new Uint8Array(await reply.arrayBuffer()));
}

/** An error in the shape of the API. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Fault {
	return (response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(JSON.stringify({ error: { message, type: 'error', code: null } }));
	};
}

const chunkOf = (delta: object, finish: string | null = null) =>
	`data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** A stream that ends in the middle of a sentence, connection and all. */
export const breakOff: Fault = (response) => {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	response.write(chunkOf({ role: 'assistant', content: 'I will now ' }));
	setTimeout(() => response.destroy(), 50);
};

/** A whole reply that has thought before it calls a tool. */
export function thinkAndCall(thought: string, name: string, input: object): Fault {
	const call = { index: 0, id: 'call-1', type: 'function', function: { name, arguments: JSON.stringify(input) } };
	return (response) => {
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.end(
			`${chunkOf({ role: 'assistant', reasoning_content: thought })}${chunkOf({ tool_calls: [call] })}${chunkOf({}, 'tool_calls')}data: [DONE]\n\n`
		);
	};
}

/** Never a word. */
export const silence: Fault = () => undefined;

/** A whole reply that calls a tool with arguments that are no JSON. */
export const mumble: Fault = (response) => {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	const call = { index: 0, id: 'call-1', type: 'function', function: { name: 'submit_blueprint', arguments: '{"title": "A' } };
	response.end(`${chunkOf({ role: 'assistant', tool_calls: [call] })}${chunkOf({}, 'tool_calls')}data: [DONE]\n\n`);
};
