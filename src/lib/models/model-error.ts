import { AppError, hasCode, messageOf } from '../domain/app-error';
import type { ErrorCode } from '../domain/error-codes';
import { isLoopback, type ModelEndpoint } from './providers';

type ModelCode = Exclude<Extract<ErrorCode, `MODEL_${string}`>, 'MODEL_BAD_TOOL_ARGUMENTS'>;

/** An answer that is no reply, as its server put it. */
export interface Refusal {
	status: number;
	words: string;
	/** The server's own name of the fault. */
	code: string;
}

/** Asking the same again at once can help. Limits and failing servers have been waited for by the client already. */
export function isWorthRetrying(error: unknown): boolean {
	return hasCode(error, 'MODEL_STREAM_BROKEN', 'MODEL_STALLED', 'MODEL_EMPTY', 'MODEL_TOOL_FORM');
}

const CONTEXT =
	/context[ _-]?(length|window|size)|maximum context|max(imum)? (prompt|input) (length|tokens)|prompt is too long|too many (input )?tokens|input is too long|exceeds? the (available |model'?s )?context|reduce the length/i;
const QUOTA =
	/insufficient[_ ](quota|credit|balance|funds)|credit balance|out of credits?|exceeded your current quota|payment required|billing/i;

/** A refusal as an error with a stable code and a way out. Never holds the key. */
export function refusalError({ status, words, code }: Refusal, endpoint: ModelEndpoint): AppError {
	const { model, baseUrl } = endpoint;
	const said = redact(words, endpoint.apiKey) || 'no reason given';
	const make = (name: ModelCode, message: string) =>
		new AppError(name, message, { data: { model, baseUrl, status }, cause: said } as never);
	// Our own server's words: it could not pass the request on.
	if (code === 'unreachable' || code === 'not_passed_on')
		return make('MODEL_UNREACHABLE', `${baseUrl} cannot be reached: ${said}.`);
	if (status === 401 || status === 403)
		return make(
			'MODEL_AUTH',
			`${baseUrl} refused the key (${status}): ${said}. Check the key and the model's access in Settings.`
		);
	if (status === 402 || QUOTA.test(`${code} ${words}`))
		return make(
			'MODEL_QUOTA',
			`${baseUrl} has no credit for this key (${status}): ${said}. Add credit there, or choose another model.`
		);
	if (status === 413 || code === 'context_length_exceeded' || (status < 500 && CONTEXT.test(words)))
		return make(
			'MODEL_CONTEXT',
			`The conversation is too long for ${model} (${status}): ${said}. Choose a model with a larger context, or raise that of its server, then resume.`
		);
	if (code === 'tool_use_failed')
		return make('MODEL_TOOL_FORM', `${model} called a tool in a form that ${baseUrl} could not read: ${said}.`);
	if (status === 404)
		return make(
			'MODEL_UNREACHABLE',
			`${baseUrl} has no model '${model}' (404): ${said}. Check the base URL and the model's name in Settings.`
		);
	if (status === 429)
		return make('MODEL_RATE_LIMITED', `${baseUrl} is limiting the rate (429): ${said}. Wait, or choose another model.`);
	if (status >= 500) return make('MODEL_SERVER', `${baseUrl} failed (${status}): ${said}. Try again later.`);
	return make('MODEL_REFUSED', `${baseUrl} did not take the request (${status}): ${said}. Choose another model in Settings.`);
}

/** A reply that had begun and did not end well. */
export function brokenError(error: unknown, endpoint: ModelEndpoint): AppError {
	if (error instanceof AppError) return error;
	// A browser says of a lost connection only that it is a TypeError.
	const words = error instanceof TypeError ? 'the connection was lost' : redact(messageOf(error), endpoint.apiKey);
	const data = { model: endpoint.model, baseUrl: endpoint.baseUrl, status: 200 };
	if (CONTEXT.test(words))
		return new AppError(
			'MODEL_CONTEXT',
			`The conversation is too long for ${endpoint.model}: ${words}. Choose a model with a larger context, then resume.`,
			{ data }
		);
	return new AppError('MODEL_STREAM_BROKEN', `The reply of ${endpoint.model} broke off: ${words}.`, { data });
}

/** No answer at all: what the browser or the client says of it tells little, so that the address is looked at. */
export function connectionError(error: unknown, endpoint: ModelEndpoint): AppError {
	if (error instanceof AppError) return error;
	const { model, baseUrl } = endpoint;
	const data = { model, baseUrl, status: null };
	const said = redact(messageOf(error), endpoint.apiKey);
	const page = (globalThis as { location?: { origin?: string; protocol?: string } }).location;
	if ((globalThis as { navigator?: { onLine?: boolean } }).navigator?.onLine === false && !isLoopback(baseUrl))
		return new AppError('MODEL_UNREACHABLE', `This computer is offline, so ${baseUrl} cannot be reached. Connect, then resume.`, {
			data
		});
	if (/timed? ?out/i.test(said))
		return new AppError('MODEL_STALLED', `${baseUrl} did not begin to answer in time. It may be busy, or still load the model.`, {
			data
		});
	if (page?.protocol === 'https:' && baseUrl.startsWith('http:') && !isLoopback(baseUrl))
		return new AppError(
			'MODEL_UNREACHABLE',
			`A page that came over https may not ask ${baseUrl}: browsers allow http on this computer only. Give that server an https address.`,
			{ data }
		);
	if (page?.origin && URL.canParse(baseUrl) && new URL(baseUrl).origin !== page.origin)
		return new AppError(
			'MODEL_CORS',
			`The browser could not read an answer of ${baseUrl}: it is down, or does not allow this page. Local servers must allow this origin and all headers (Ollama: OLLAMA_ORIGINS), or are asked by way of Tabsmith's own server (npm start); an address that this host does not admit is named in its TABSMITH_CONNECT.`,
			{ data, cause: said }
		);
	return new AppError('MODEL_UNREACHABLE', `${baseUrl} cannot be reached: ${said}. Check the base URL and your connection.`, {
		data,
		cause: said
	});
}

function redact(text: string, key: string | undefined): string {
	const clean = text.replace(/\b(sk|gsk|key)-[\w-]{8,}/g, '$1-…').replace(/\.$/, '');
	return key ? clean.replaceAll(key, '…') : clean;
}
