import { AppError } from '../domain/app-error';
import { fieldsOf, listOf, numberOf, parseJson, textOf, type Fields } from './json-value';
import { connectionError, refusalError } from './model-error';
import { headersFor, modelFetch, rootFetch } from './model-fetch';
import { faultOf } from './provider-words';
import type { ModelEndpoint, ModelPrice } from './providers';

/** The models that a provider says it has, with what it tells of them; each tells something else, and in other words. */

export interface ListedModel {
	id: string;
	/** In tokens. */
	contextLength?: number;
	price?: ModelPrice;
	hasTools?: boolean;
	hasImages?: boolean;
}

const TIMEOUT_MS = 20_000;

/** In the order of their names. @throws AppError with a MODEL_ code */
export async function listModels(endpoint: ModelEndpoint, ask: typeof fetch = fetch): Promise<ListedModel[]> {
	let response: Response;
	try {
		const url = `${endpoint.baseUrl.replace(/\/+$/, '')}/models`;
		response = await modelFetch(endpoint, ask)(url, { headers: plainHeaders(endpoint), signal: AbortSignal.timeout(TIMEOUT_MS) });
	} catch (error) {
		throw connectionError(error, endpoint);
	}
	const text = await response.text();
	if (!response.ok) {
		const { words, code } = faultOf(text);
		throw refusalError({ status: response.status, words, code }, endpoint);
	}
	const body = parseJson(text);
	const entries = Array.isArray(body) ? listOf(body) : listOf(fieldsOf(body).data ?? fieldsOf(body).models);
	if (body === undefined || !entries.length)
		throw new AppError(
			'MODEL_UNREACHABLE',
			`${endpoint.baseUrl} lists no models. Check the base URL, or type the model's name.`,
			{
				data: { model: endpoint.model, baseUrl: endpoint.baseUrl, status: response.status }
			}
		);
	const models = entries.map((entry) => readModel(fieldsOf(entry))).filter(({ id }) => id);
	return models.sort((a, b) => a.id.localeCompare(b.id));
}

function plainHeaders(endpoint: ModelEndpoint): Record<string, string> {
	const own = Object.entries(headersFor(endpoint)).filter((pair): pair is [string, string] => pair[1] !== null);
	return {
		accept: 'application/json',
		...(endpoint.apiKey ? { authorization: `Bearer ${endpoint.apiKey}` } : {}),
		...Object.fromEntries(own)
	};
}

function readModel(fields: Fields): ListedModel {
	const abilities = fieldsOf(fields.capabilities);
	const modalities = listOf(fieldsOf(fields.architecture).input_modalities ?? fields.input_modalities);
	const parameters = listOf(fields.supported_parameters);
	const model: ListedModel = { id: (textOf(fields.id) || textOf(fields.name)).replace(/^models\//, '') };
	const contextLength = [
		fields.context_length,
		fields.context_window,
		fields.max_context_length,
		fields.max_model_len,
		fields.inputTokenLimit,
		fieldsOf(fields.meta).n_ctx_train
	]
		.map(numberOf)
		.find((number) => number !== undefined);
	const price = priceIn(fields);
	const hasTools = parameters.length ? parameters.includes('tools') : abilities.function_calling;
	const hasImages = modalities.length ? modalities.includes('image') : (abilities.vision ?? fields.supports_image_in);
	if (contextLength) model.contextLength = contextLength;
	if (price) model.price = price;
	if (typeof hasTools === 'boolean') model.hasTools = hasTools;
	if (typeof hasImages === 'boolean') model.hasImages = hasImages;
	return model;
}

/** OpenRouter states dollars per token, as text; Together dollars per million; xAI ten-thousandths of a cent per token. */
function priceIn(fields: Fields): ModelPrice | undefined {
	const pricing = fieldsOf(fields.pricing);
	const perToken = [pricing.prompt, pricing.completion].map((price) =>
		typeof price === 'string' && price !== '' ? Number(price) : NaN
	);
	const perMillion = [numberOf(pricing.input), numberOf(pricing.output)];
	const cents = [numberOf(fields.prompt_text_token_price), numberOf(fields.completion_text_token_price)];
	if (perToken.every((price) => price >= 0)) return priceOf(perToken.map((price) => price * 1e6));
	if (perMillion.every((price) => price !== undefined)) return priceOf(perMillion);
	return cents.every((price) => price !== undefined) ? priceOf(cents.map((price) => price / 1e4)) : undefined;
}
const priceOf = ([input = 0, output = 0]: number[]): ModelPrice => ({ input: round(input), output: round(output) });
const round = (dollars: number) => Math.round(dollars * 1e6) / 1e6;

/** How long a conversation the model that a local server has loaded can hold, in tokens; undefined where it does not say. */
export async function loadedContext(endpoint: ModelEndpoint, ask: typeof fetch = fetch): Promise<number | undefined> {
	const path = LOCAL_PATHS[kindOf(endpoint)];
	if (!path) return undefined;
	try {
		const response = await rootFetch(endpoint, ask)(path, { signal: AbortSignal.timeout(TIMEOUT_MS) });
		return response.ok ? contextIn(fieldsOf(await response.json()), endpoint.model) : undefined;
	} catch {
		// It is not what its address looks like: its context stays unknown.
		return undefined;
	}
}

const LOCAL_PATHS: Record<string, string> = { ollama: '/api/ps', llamacpp: '/props', lmstudio: '/api/v0/models' };
const PORTS: Record<string, string> = { 11434: 'ollama', 1234: 'lmstudio' };

function kindOf({ providerId, baseUrl }: ModelEndpoint): string {
	return providerId === 'custom' && URL.canParse(baseUrl) ? (PORTS[new URL(baseUrl).port] ?? '') : providerId;
}
function contextIn(body: Fields, model: string): number | undefined {
	const ofServer = numberOf(fieldsOf(body.default_generation_settings).n_ctx);
	if (ofServer) return ofServer;
	const entries = [...listOf(body.models), ...listOf(body.data)].map(fieldsOf);
	const own = entries.find((entry) =>
		[entry.id, entry.name, entry.model].some((name) => name === model || name === `${model}:latest`)
	);
	return numberOf(own?.loaded_context_length) ?? numberOf(own?.context_length);
}
