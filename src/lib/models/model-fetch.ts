import { faultOf } from './provider-words';
import { isLoopback, providerOf, type ModelEndpoint } from './providers';

/** The way of a request to its server: from the page itself, or through the server that the page came from. */

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** The client tells of itself by headers that no server needs, and that a preflight would have to allow. */
const NO_STAINLESS = Object.fromEntries(
	['arch', 'lang', 'os', 'package-version', 'retry-count', 'runtime', 'runtime-version', 'timeout'].map((name) => [
		`x-stainless-${name}`,
		null
	])
);

/** What goes with each request beside the client's own; null takes one of those away. */
export function headersFor({ providerId, apiKey }: ModelEndpoint): Record<string, string | null> {
	const provider = providerOf(providerId);
	return {
		...NO_STAINLESS,
		...(apiKey ? {} : { authorization: null }),
		...provider?.headers,
		...(provider?.keyHeader && apiKey ? { [provider.keyHeader]: apiKey } : {})
	};
}

/** A fetch for paths of a server itself, beside its base URL: what only local servers have. */
export function rootFetch({ baseUrl, proxyUrl }: ModelEndpoint, direct: Fetch): Fetch {
	const { origin, pathname } = new URL(baseUrl.replace(/\/+$/, ''));
	const root = proxyUrl ? proxyUrl.slice(0, proxyUrl.length - (pathname === '/' ? 0 : pathname.length)) : origin;
	return (path, init) => direct(root + String(path), init);
}

/** Base URLs that no page may read, found out by trying. */
const closedToPages = new Set<string>();

/**
 * A fetch for one endpoint. Answers that are no replies come in one shape, `{error: {message, code}}`, whatever the server sent.
 * @param direct fetches from the page itself
 */
export function modelFetch(endpoint: ModelEndpoint, direct: Fetch): Fetch {
	return async (input, init) => legible(await ask(endpoint, direct, { input, init }));
}

async function ask(
	{ baseUrl, proxyUrl, providerId }: ModelEndpoint,
	direct: Fetch,
	{ input, init }: { input: string | URL | Request; init: RequestInit | undefined }
): Promise<Response> {
	const url = input instanceof Request ? input.url : String(input);
	if (!proxyUrl || !url.startsWith(baseUrl)) return direct(input, init);
	const byProxy = () => direct(proxyUrl.replace(/\/+$/, '') + url.slice(baseUrl.replace(/\/+$/, '').length), init);
	// A local server answers few pages, and a refusal by the browser tells nothing: its own server knows more.
	if (isLoopback(baseUrl) || !providerOf(providerId)?.allowsPages || closedToPages.has(baseUrl)) return byProxy();
	try {
		return await direct(input, init);
	} catch (error) {
		if (init?.signal?.aborted || !(error instanceof TypeError)) throw error;
		const response = await byProxy();
		closedToPages.add(baseUrl);
		return response;
	}
}

async function legible(response: Response): Promise<Response> {
	if (response.ok) return response;
	const fault = faultOf(await response.text().catch(() => ''));
	const headers = new Headers({ 'content-type': 'application/json' });
	for (const name of ['retry-after', 'retry-after-ms', 'x-request-id', 'x-should-retry']) {
		const value = response.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	// Waiting brings no credit.
	if (/insufficient|credit|billing/i.test(`${fault.code} ${fault.words}`)) headers.set('x-should-retry', 'false');
	const error = { message: fault.words, code: fault.code, failed_generation: fault.failedGeneration };
	return new Response(JSON.stringify({ error }), { status: response.status, headers });
}
