/** The built-in model: an OpenAI-compatible endpoint of rules, deterministic, offline, and honest about being no AI. */
import { completion, completionStream, readRequest } from './protocol';
import { reply } from './reply';

export const BUILTIN_MODEL = {
	id: 'builtin',
	object: 'model',
	created: 0,
	owned_by: 'tabsmith',
	description: 'Rule-based, no AI. Reads a requirement with a lexicon and writes code from templates.'
};

/** Answers POST .../chat/completions and GET .../models; anything else is 404 in the API's own error shape. */
export async function handleChatCompletion(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	if (request.method === 'GET' && pathname.endsWith('/models')) return Response.json({ object: 'list', data: [BUILTIN_MODEL] });
	if (request.method !== 'POST' || !pathname.endsWith('/chat/completions'))
		return failure(404, `No such endpoint: ${request.method} ${pathname}. There is POST /chat/completions and GET /models.`);
	try {
		const chat = readRequest(await request.json());
		const answer = reply(chat);
		return chat.stream ? completionStream(chat, answer) : completion(chat, answer);
	} catch (error) {
		return failure(400, error instanceof Error ? error.message : String(error));
	}
}

function failure(status: number, message: string): Response {
	return Response.json({ error: { message, type: 'invalid_request_error', param: null, code: null } }, { status });
}
