import { AppError, hasCode, messageOf } from '../domain/app-error';
import type { ErrorCode } from '../domain/error-codes';
import type { ModelEndpoint } from './providers';

type ModelCode = Extract<ErrorCode, `MODEL_${string}`>;

/** Turns whatever the client threw into an error with a stable code and a way out. Never holds the key. */
export function translateModelError(error: unknown, endpoint: ModelEndpoint, hasStarted = false): AppError {
	if (error instanceof AppError) return error;
	const { model, baseUrl } = endpoint;
	const status = statusOf(error);
	const said = redact(messageOf(error), endpoint.apiKey);
	const data = { model, baseUrl, status: status ?? null };
	const make = (code: ModelCode, message: string) => new AppError(code, message, { data, cause: said });

	if (hasStarted) return make('MODEL_STREAM_BROKEN', `The reply of ${model} broke off: ${said}. It is asked again.`);
	if (status === 401 || status === 403)
		return make('MODEL_AUTH', `${baseUrl} refused the key (${status}). Check the key and the model's access in Settings.`);
	if (status === 404)
		return make(
			'MODEL_UNREACHABLE',
			`${baseUrl} has no model '${model}' (404). Check the base URL and the model's name in Settings.`
		);
	if (status === 429)
		return make('MODEL_RATE_LIMITED', `${baseUrl} is limiting the rate (429): ${said}. Wait, or choose another model.`);
	if (status !== undefined && status >= 500)
		return make('MODEL_SERVER', `${baseUrl} failed (${status}): ${said}. Try again later.`);
	if (status !== undefined)
		return make('MODEL_REFUSED', `${baseUrl} did not take the request (${status}): ${said}. Choose another model in Settings.`);
	if (isCrossOrigin(baseUrl))
		return make(
			'MODEL_CORS',
			`The browser could not read an answer of ${baseUrl}: it is down, or does not allow this page. Local servers must allow this origin and all headers (Ollama: OLLAMA_ORIGINS); an address that this host does not admit is named in its TABSMITH_CONNECT.`
		);
	return make('MODEL_UNREACHABLE', `${baseUrl} cannot be reached: ${said}. Check the base URL and your connection.`);
}

/** Whether asking the same again at once can help. Limits and failing servers have been waited for by the client already. */
export function isWorthRetrying(error: unknown): boolean {
	return hasCode(error, 'MODEL_STREAM_BROKEN');
}

function statusOf(error: unknown): number | undefined {
	if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
	return typeof error.status === 'number' ? error.status : undefined;
}

function isCrossOrigin(baseUrl: string): boolean {
	const here: unknown = (globalThis as { location?: { origin?: string } }).location?.origin;
	return typeof here === 'string' && URL.canParse(baseUrl) && new URL(baseUrl).origin !== here;
}

function redact(text: string, key: string | undefined): string {
	const clean = text.replace(/\b(sk|gsk|key)-[\w-]{8,}/g, '$1-…');
	return key ? clean.replaceAll(key, '…') : clean;
}
