/** Serves the production build: IDE (adapter-node's handler), engine, previews and the registry proxy, on one port. */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createOrigins, DEFAULT_NAME } from './origins.mjs';
import { createRegistryProxy } from './registry-proxy.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @param {{ port?: number, name?: string, withIde?: boolean, bind?: string }} [options] port 0 takes a free one
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>} `url` is the IDE's address
 */
export async function serve({ port = 0, name = DEFAULT_NAME, withIde = true, bind = '127.0.0.1' } = {}) {
	const handlerFile = join(ROOT, 'build/ide/handler.js');
	if (withIde && !existsSync(handlerFile)) throw new Error("There is no production build. Run 'npm run build' first.");
	const ide = withIde ? (await import(pathToFileURL(handlerFile).href)).handler : blankPage;
	const origins = createOrigins({ name });
	const registry = createRegistryProxy();
	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		if (path.startsWith('/registry/')) return void registry(request, response);
		origins(request, response, () => ide(request, response));
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, bind, () => resolve(undefined));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		port: address.port,
		url: `http://${name}:${address.port}/`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

/** Stands in for the IDE where only the engine is wanted (`npm run tab`). */
function blankPage(_request, response) {
	response.setHeader('Content-Type', 'text/html; charset=utf-8');
	response.end('<!doctype html><meta charset="utf-8"><title>Tabsmith</title>');
}
