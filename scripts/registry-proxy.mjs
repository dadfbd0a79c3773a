/**
 * Answers for the npm registry that this machine is configured for, to pages of its own origin that cannot reach it themselves. It only
 * reads, and whatever the registry sends comes as JSON or bytes that no browser runs.
 */
import { pipeline } from 'node:stream/promises';
import { ADVISORIES_PATH, answerAdvisories } from './registry-advisories.mjs';
import { answerBatch, BATCH_PATH } from './registry-batch.mjs';
import { isRegistryPath, RegistryUpstream } from './registry-upstream.mjs';
import { parseWasmPath, readMember, WASM_HEADERS, WASM_PREFIX } from './registry-wasm.mjs';
import { refuse } from './request-guard.mjs';

const PREFIX = '/registry';
const PASSED_ON = ['content-encoding', 'content-length', 'etag', 'last-modified'];
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;
/** A batch holds its members in memory; what is larger is asked for alone and streams through. */
const MEMBER_BYTES = 8 * 1024 * 1024;
/** Opened in a window it would be a page of the IDE's origin: one without scripts, and of no origin at all. */
const INERT = {
	'X-Content-Type-Options': 'nosniff',
	'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
	'Cross-Origin-Resource-Policy': 'same-origin'
};

/**
 * @param {{ registry?: string }} [options] base address; else npm's own configuration
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function createRegistryProxy({ registry } = {}) {
	const upstream = new RegistryUpstream(registry);
	return async function proxy(request, response) {
		const path = (request.url ?? '').slice(PREFIX.length);
		const isBatch = request.method === 'POST' && path === BATCH_PATH;
		const isAudit = request.method === 'POST' && path === ADVISORIES_PATH;
		for (const [name, value] of Object.entries(INERT)) response.setHeader(name, value);
		if (isForeign(request)) return refuse(response, 403, 'Only pages of this origin may ask the registry.');
		if (request.method !== 'GET' && !isBatch && !isAudit)
			return refuse(response, 405, 'Only GET is passed on.', { Allow: 'GET' });
		try {
			if (isBatch) await answerBatch(request, response, (path, options) => readWhole(upstream, path, options));
			else if (isAudit) await answerAdvisories(request, response, upstream);
			else if (path.startsWith(WASM_PREFIX)) await answerWasm(upstream, path, response);
			else await answerOne(upstream, path, { request, response });
		} catch (error) {
			if (response.headersSent) response.destroy();
			else refuse(response, 502, upstream.explain(error));
		}
	};
}

/** Whether a page of another origin asks. Browsers say so; who is no browser can ask the registry itself. */
function isForeign({ headers }) {
	const site = headers['sec-fetch-site'];
	if (site !== undefined) return site !== 'same-origin' && site !== 'none';
	return headers.origin !== undefined && headers.origin.replace(/^https?:\/\//, '') !== headers.host;
}

/** @throws what the request throws where the registry does not answer, or breaks off */
async function answerOne(upstream, path, { request, response }) {
	if (!isRegistryPath(path)) return refuse(response, 400, 'This is no path of a registry.');
	const { accept, 'accept-encoding': encoding } = request.headers;
	const answer = await upstream.get(path, { accept, encoding });
	if (answer.statusCode !== 200) {
		drop(answer.body);
		return refuse(response, answer.statusCode, `The registry answered ${answer.statusCode}.`);
	}
	const isJson = JSON_TYPE.test(String(answer.headers['content-type']));
	response.setHeader('Content-Type', isJson ? 'application/json' : 'application/octet-stream');
	for (const name of PASSED_ON) {
		const value = answer.headers[name];
		if (value !== undefined) response.setHeader(name, value);
	}
	await pipeline(answer.body, response);
}

/** @throws what the request throws where the registry does not answer */
async function answerWasm(upstream, path, response) {
	const wanted = parseWasmPath(path);
	const answer = wanted && (await upstream.get(wanted.tarball));
	if (answer && answer.statusCode !== 200) drop(answer.body);
	const bytes = answer?.statusCode === 200 ? await readMember(answer.body, wanted.member) : null;
	if (bytes) response.writeHead(200, { ...WASM_HEADERS, 'Content-Length': bytes.length }).end(bytes);
	else refuse(response, 404, 'There is no such module.');
}

/** One member of a batch; 413 without a body where it is too large for one. */
async function readWhole(upstream, path, { accept, signal }) {
	try {
		const answer = await upstream.get(path, { accept, signal, encoding: 'gzip' });
		const chunks = [];
		let size = Number(answer.headers['content-length'] ?? 0);
		if (size <= MEMBER_BYTES) {
			size = 0;
			for await (const chunk of answer.body) {
				size += chunk.length;
				if (size > MEMBER_BYTES) break;
				chunks.push(chunk);
			}
		}
		if (size > MEMBER_BYTES) {
			drop(answer.body);
			return { status: 413, body: Buffer.alloc(0) };
		}
		return { status: answer.statusCode, encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) };
	} catch (error) {
		throw new Error(upstream.explain(error), { cause: error });
	}
}

/** Ends an answer that nobody wants. */
function drop(body) {
	body.on('error', () => undefined).destroy();
}
