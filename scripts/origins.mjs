/**
 * The three origins under one name, told apart by the Host header: the IDE (NAME), the engine (engine.NAME)
 * and one preview per port (pPORT.NAME; pPORT-SLOT.NAME where several tabs run at once). One middleware serves the last two from build/, in dev and in production.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRegistryProxy } from './registry-proxy.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.map': 'application/json'
};

export const DEFAULT_NAME = 'tabsmith.localhost';

export const IDE_HEADERS = {
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Origin-Agent-Cluster': '?1'
};

const LOCAL = new Set(['localhost', '127.0.0.1']);

const ISOLATED = {
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'Origin-Agent-Cluster': '?1'
};

const ENGINE_HEADERS = { ...ISOLATED, 'Document-Isolation-Policy': 'isolate-and-require-corp' };

/**
 * @param {string | undefined} host the Host header
 * @returns {{ site: 'ide' | 'engine' | 'preview', name: string, port: string }} `name` is the IDE's host without port
 */
export function siteOf(host = '') {
	const [hostname = '', port = ''] = host.split(':');
	const engine = /^engine\.(.+)$/.exec(hostname);
	if (engine) return { site: 'engine', name: engine[1], port };
	const preview = /^p\d+(?:-[a-z0-9]+)*\.(.+)$/.exec(hostname);
	if (preview) return { site: 'preview', name: preview[1], port };
	return { site: 'ide', name: hostname, port };
}

/**
 * Connect-style middleware: answers engine and preview hosts, adds the IDE's isolation headers and passes on.
 * @param {{ build?: string, name?: string }} [options] folder that holds engine/ and preview/; the IDE's host, to which plain localhost leads
 */
export function createOrigins({ build = join(ROOT, 'build'), name = DEFAULT_NAME } = {}) {
	return function origins(request, response, next) {
		const { site, name: host, port } = siteOf(request.headers.host);
		// A page on plain localhost, or on an address, would be another site than its engine: storage and locks would be refused there.
		if (site === 'ide' && LOCAL.has(host) && !LOCAL.has(name) && request.headers['sec-fetch-mode'] === 'navigate') {
			response.writeHead(307, { Location: `http://${name}:${port}${request.url}` });
			return void response.end();
		}
		if (site === 'ide') {
			for (const [name, value] of Object.entries(IDE_HEADERS)) response.setHeader(name, value);
			return next();
		}
		const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
		if (site === 'engine' && path.startsWith('/registry/')) return next();
		for (const [name, value] of Object.entries(site === 'engine' ? ENGINE_HEADERS : ISOLATED)) response.setHeader(name, value);
		const file = fileOf(join(build, site), site === 'engine' && path === '/headless' ? '/headless.html' : path);
		const fallback = site === 'preview' ? fileOf(join(build, site), '/__wc/bootstrap.html') : null;
		if (file ?? fallback) return send(response, /** @type {string} */ (file ?? fallback));
		response.statusCode = 404;
		response.setHeader('Content-Type', 'text/plain; charset=utf-8');
		response.end(`${site}: '${path}' is not there. Run 'npm run build'.\n`);
	};
}

/** @returns {string | null} an existing file inside `folder`, never outside it */
function fileOf(folder, path) {
	const file = normalize(join(folder, path));
	if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return null;
	return file;
}

function send(response, file) {
	response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
	response.setHeader('Cache-Control', 'no-cache');
	createReadStream(file).pipe(response);
}

/** The middleware as a Vite plugin, for `npm run dev` and vitest's browser pages. Must come before sveltekit(). */
export function originsPlugin() {
	const origins = createOrigins();
	const serveFrom = (server) => {
		const registry = createRegistryProxy();
		server.middlewares.use((request, response, next) =>
			request.url?.startsWith('/registry/') ? void registry(request, response) : origins(request, response, next)
		);
	};
	return { name: 'tabsmith:origins', configureServer: serveFrom, configurePreviewServer: serveFrom };
}
