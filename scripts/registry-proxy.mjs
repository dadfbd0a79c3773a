/** Proxy to the npm registry that this machine is configured for, with CORS, for pages that cannot reach it themselves. It only reads. */
import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { EnvHttpProxyAgent, request as httpRequest } from 'undici';
import { answerBatch, BATCH_PATH } from './registry-batch.mjs';
import { parseWasmPath, readMember, WASM_HEADERS, WASM_PREFIX } from './registry-wasm.mjs';

const PREFIX = '/registry';
const PASSED_ON = ['content-type', 'content-encoding', 'content-length', 'etag', 'last-modified'];
/**
 * Over HTTP/2 one connection carries all, where the registry speaks it: opening sixteen took as long as an installation of fifty packages.
 * Without it, more than sixteen are no faster: registries and proxies let the rest wait.
 */
const UPSTREAM = { allowH2: true, initialWindowSize: 8 * 1024 * 1024, connectionWindowSize: 16 * 1024 * 1024, connections: 16 };
/** A batch holds its members in memory; what is larger is asked for alone and streams through. */
const MEMBER_BYTES = 8 * 1024 * 1024;
const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };

/**
 * @param {{ registry?: string }} [options] base address; else npm's own configuration
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function createRegistryProxy({ registry } = {}) {
	const dispatcher = new EnvHttpProxyAgent(UPSTREAM);
	// Asked for ahead; a failure is for whoever needs the answer.
	if (registry === undefined) configuredRegistry().catch(() => undefined);
	return async function proxy(request, response) {
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Access-Control-Allow-Headers', '*');
		response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
		if (request.method === 'OPTIONS') return void response.writeHead(204).end();
		const path = (request.url ?? '').slice(PREFIX.length);
		const isBatch = request.method === 'POST' && path === BATCH_PATH;
		if (request.method !== 'GET' && !isBatch)
			return void response.writeHead(405, { Allow: 'GET' }).end('Only GET is passed on.\n');
		let target = 'the registry';
		try {
			target = (registry ?? (await configuredRegistry())).replace(/\/$/, '');
			if (isBatch)
				return await answerBatch(request, response, (path, options) => readWhole(target, path, { ...options, dispatcher }));
			if (path.startsWith(WASM_PREFIX)) return await answerWasm(target, path, { response, dispatcher });
			const answer = await httpRequest(target + path, {
				dispatcher,
				headers: { accept: request.headers.accept ?? '*/*', 'accept-encoding': request.headers['accept-encoding'] ?? 'identity' }
			});
			response.statusCode = answer.statusCode;
			for (const name of PASSED_ON) {
				const value = answer.headers[name];
				if (value !== undefined) response.setHeader(name, value);
			}
			Readable.from(answer.body)
				.on('error', () => response.destroy())
				.pipe(response);
		} catch (error) {
			if (response.headersSent) return void response.destroy();
			response.writeHead(502, TEXT).end(unreachable(target, error));
		}
	};
}

/** @throws what the request throws where the registry does not answer */
async function answerWasm(target, path, { response, dispatcher }) {
	const wanted = parseWasmPath(path);
	const answer = wanted && (await httpRequest(target + wanted.tarball, { dispatcher }));
	if (answer && answer.statusCode !== 200) answer.body.on('error', () => undefined).destroy();
	const bytes = answer?.statusCode === 200 ? await readMember(answer.body, wanted.member) : null;
	if (bytes) response.writeHead(200, { ...WASM_HEADERS, 'Content-Length': bytes.length }).end(bytes);
	else response.writeHead(404, TEXT).end('There is no such module.\n');
}

/** One member of a batch; 413 without a body where it is too large for one. */
async function readWhole(target, path, { accept, signal, dispatcher }) {
	try {
		const answer = await httpRequest(target + path, { dispatcher, signal, headers: { accept, 'accept-encoding': 'gzip' } });
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
			answer.body.on('error', () => undefined).destroy();
			return { status: 413, body: Buffer.alloc(0) };
		}
		return { status: answer.statusCode, encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) };
	} catch (error) {
		throw new Error(unreachable(target, error), { cause: error });
	}
}

function unreachable(target, error) {
	return `REGISTRY_UNREACHABLE: ${target} does not answer (${error?.code ?? error}). Check the network or npm's registry setting.\n`;
}

/** @type {Promise<string> | null} */
let configured = null;

/** What npm's own configuration says, asked once; after a failure, again. */
function configuredRegistry() {
	configured ??= askNpm().catch((error) => {
		configured = null;
		throw error;
	});
	return configured;
}

async function askNpm() {
	if (process.env.npm_config_registry) return process.env.npm_config_registry;
	const isWindows = process.platform === 'win32';
	const { stdout } = await promisify(execFile)(isWindows ? 'npm.cmd' : 'npm', ['config', 'get', 'registry'], {
		shell: isWindows
	});
	return stdout.trim();
}
