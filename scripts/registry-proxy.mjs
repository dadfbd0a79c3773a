/** GET-only proxy to the npm registry that this machine is configured for, with CORS, for pages that cannot reach it themselves. */
import { execFileSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { EnvHttpProxyAgent, request as httpRequest } from 'undici';

const PREFIX = '/registry';
const PASSED_ON = ['content-type', 'content-encoding', 'content-length', 'etag', 'last-modified'];
const CONNECTIONS = 16;

/**
 * @param {{ registry?: string }} [options] base address; else npm's own configuration
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function createRegistryProxy({ registry } = {}) {
	let target;
	const dispatcher = new EnvHttpProxyAgent({ connections: CONNECTIONS, allowH2: false });
	return async function proxy(request, response) {
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Access-Control-Allow-Headers', '*');
		response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
		if (request.method === 'OPTIONS') return void response.writeHead(204).end();
		if (request.method !== 'GET') return void response.writeHead(405, { Allow: 'GET' }).end('Only GET is passed on.\n');
		target ??= (registry ?? configuredRegistry()).replace(/\/$/, '');
		const path = (request.url ?? '').slice(PREFIX.length);
		try {
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
			response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' });
			response.end(
				`REGISTRY_UNREACHABLE: ${target} does not answer (${error?.code ?? error}). Check the network or npm's registry setting.\n`
			);
		}
	};
}

/** What `npm config get registry` says; asked once. */
function configuredRegistry() {
	if (process.env.npm_config_registry) return process.env.npm_config_registry;
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	return execFileSync(npm, ['config', 'get', 'registry'], { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
}
