/**
 * Passes requests to models on, for pages of its own origin that cannot reach them: to the providers of the table and to servers on this
 * computer, and nowhere else. The key goes through and is kept nowhere; redirects are not followed, cookies pass in neither direction.
 */
import { readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Agent, EnvHttpProxyAgent, request as ask } from 'undici';
import { admits } from './content-policy.mjs';

const PREFIX = '/model-proxy/';
const PROVIDERS = JSON.parse(readFileSync(new URL('../src/lib/models/providers.json', import.meta.url), 'utf8'));
/** A conversation with pictures; what is larger no provider takes. */
const BODY_BYTES = 32 * 1024 * 1024;
/** A model on this computer is loaded first, and reads for minutes before it says a word. */
const TIMES = { headersTimeout: 900_000, bodyTimeout: 900_000, connectTimeout: 10_000 };
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const CHAT_PATHS = { 'chat/completions': 'POST', models: 'GET' };
/** Where local servers say how long a conversation their loaded model can hold. */
const LOCAL_PATHS = { '/api/ps': 'GET', '/props': 'GET', '/api/v0/models': 'GET' };
const REQUEST_HEADERS = ['authorization', 'content-type', 'accept', 'x-api-key', 'x-title', 'anthropic-version'];
const RESPONSE_HEADERS = ['retry-after', 'retry-after-ms', 'x-request-id', 'x-should-retry'];
const TYPES = /^(?:application\/json|application\/x-ndjson|text\/event-stream|text\/plain)\b/i;
const INERT = {
	'X-Content-Type-Options': 'nosniff',
	'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cache-Control': 'no-store'
};

/**
 * @typedef {'off' | 'providers' | 'all'} Reach `providers`: those of the table; `all`: servers on this computer as well
 * @param {{ reach?: Reach, connect?: readonly string[] | undefined }} [options] `connect`: sources of a policy that narrow it further
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function createModelProxy({ reach = 'all', connect } = {}) {
	const remote = new EnvHttpProxyAgent(TIMES);
	// No proxy of the environment may take what is meant for this computer.
	const local = new Agent(TIMES);
	const isAdmitted = (url) => !connect || admits(connect, url);
	const bases = PROVIDERS.flatMap(({ baseUrl, otherUrls = [] }) => [baseUrl, ...otherUrls])
		.filter((base) => base.startsWith('https:'))
		.filter((base) => isAdmitted(base));
	return async function proxy(request, response) {
		for (const [name, value] of Object.entries(INERT)) response.setHeader(name, value);
		if (!isOwnPage(request)) return fault(response, 403, 'Only pages of this origin may ask for models.');
		const path = request.url ?? '';
		if (path === PREFIX && request.method === 'GET')
			return send(response, 200, { bases: reach === 'off' ? [] : bases, isLocal: reach === 'all' });
		if (reach === 'off') return fault(response, 403, 'This host passes no requests to models on (TABSMITH_MODEL_PROXY).');
		const target = targetOf(path);
		if (!target) return fault(response, 400, 'This is no address of a model.');
		const { isLoopback, url } = target;
		if (
			isLoopback
				? reach !== 'all' || !isAdmitted(url.href) || !isLoopbackClient(request)
				: !bases.some((base) => isBelow(url, base))
		)
			return fault(response, 403, `This host passes nothing on to ${url.origin}.`);
		if (methodOf(target) !== request.method) return fault(response, 403, `${request.method} ${url.pathname} is not passed on.`);
		await passOn({ url, dispatcher: isLoopback ? local : remote }, request, response);
	};
}

/** What a host has set, or else what is safe where it listens: only a page on this computer may lead to servers of this computer. */
export function reachOf({ setting = '', bind, names }) {
	const isPublic = !LOOPBACK.test(bind) || names.some((name) => name !== 'localhost' && !name.endsWith('.localhost'));
	if (setting === 'off') return 'off';
	if (isPublic) return setting === 'on' ? 'providers' : 'off';
	return 'all';
}

/** @returns {{ url: URL, isLoopback: boolean } | null} */
function targetOf(path) {
	const [, scheme, host = '', rest = ''] =
		/^\/model-proxy\/(https?)\/([\w.:[\]-]+)((?:\/[\w-]+(?:\.[\w-]+)*)+)$/.exec(path) ?? [];
	const text = `${scheme}://${host}${rest}`;
	if (!scheme || !URL.canParse(text)) return null;
	const url = new URL(text);
	const isLoopback = LOOPBACK.test(url.hostname);
	return url.href === text && !url.username && (isLoopback || scheme === 'https') ? { url, isLoopback } : null;
}

function methodOf({ url: { pathname }, isLoopback }) {
	const chat = Object.keys(CHAT_PATHS).find((end) => pathname.endsWith(`/${end}`));
	if (chat) return CHAT_PATHS[chat];
	return isLoopback ? LOCAL_PATHS[pathname] : undefined;
}

const isBelow = (url, base) => url.href.startsWith(`${base}/`);

/** Browsers say who asks, and no page can say otherwise. */
function isOwnPage({ headers }) {
	const site = headers['sec-fetch-site'];
	if (site !== undefined) return site === 'same-origin';
	return headers.origin !== undefined && headers.origin.replace(/^https?:\/\//, '') === headers.host;
}
const isLoopbackClient = ({ socket }) => /^(?:::1|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '');

async function passOn({ url, dispatcher }, request, response) {
	const body = request.method === 'POST' ? await readBody(request) : undefined;
	if (body === null) return fault(response, 413, 'The conversation is larger than 32 MiB.');
	const gone = new AbortController();
	response.on('close', () => gone.abort());
	const headers = Object.fromEntries(
		REQUEST_HEADERS.filter((name) => name in request.headers).map((name) => [name, request.headers[name]])
	);
	try {
		const answer = await reach(url, { dispatcher, method: request.method, headers, body, signal: gone.signal });
		if (answer.statusCode >= 300 && answer.statusCode < 400) {
			answer.body.on('error', () => undefined).destroy();
			return fault(
				response,
				502,
				`${url.origin} leads elsewhere (${answer.statusCode}), which is not followed. Enter the address it leads to.`
			);
		}
		const type = String(answer.headers['content-type'] ?? 'application/json');
		response.setHeader('Content-Type', TYPES.test(type) ? type : 'text/plain; charset=utf-8');
		for (const name of RESPONSE_HEADERS) if (answer.headers[name] !== undefined) response.setHeader(name, answer.headers[name]);
		response.writeHead(answer.statusCode);
		// The first byte may take its time: that the answer has begun is told at once.
		response.flushHeaders();
		await pipeline(answer.body, response);
	} catch (error) {
		if (response.headersSent || gone.signal.aborted) response.destroy();
		else {
			// No waiting brings a server up that is down; a person is told at once.
			response.setHeader('X-Should-Retry', 'false');
			fault(response, 502, explain(error, url));
		}
	}
}

/** 'localhost' is two addresses, and a server listens on one of them. */
async function reach(url, options) {
	if (url.hostname !== 'localhost') return ask(url, options);
	try {
		return await ask(new URL(url.href.replace('//localhost', '//127.0.0.1')), options);
	} catch (error) {
		if (error?.code !== 'ECONNREFUSED') throw error;
		return ask(new URL(url.href.replace('//localhost', '//[::1]')), options);
	}
}

/** @returns {Promise<Buffer | null>} null where it is too large */
async function readBody(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > BODY_BYTES) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** What an address did, in words; never what was sent to it. */
function explain(error, { origin }) {
	const code = error?.code ?? error?.cause?.code ?? '';
	if (code === 'ECONNREFUSED') return `Nothing listens at ${origin}. Start the server, then resume.`;
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
		return `${origin} is not known here. Check the address, and the connection of the host.`;
	if (/TIMEOUT/i.test(code)) return `${origin} does not answer in time.`;
	return `${origin} cannot be reached (${code || 'no reason given'}).`;
}

/** An error in the shape of the API, so that it is shown as what it is. */
function fault(response, status, message) {
	send(response, status, { error: { message, code: status === 502 ? 'unreachable' : 'not_passed_on' } });
}
function send(response, status, value) {
	if (!response.destroyed) response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
