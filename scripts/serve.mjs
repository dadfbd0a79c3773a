/** Serves the production build: IDE (adapter-node's handler), engine, previews, and the proxies for the registry and for models, on one port. */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createOrigins } from './origins.mjs';
import { reachOf } from './model-proxy.mjs';
import { guardConnections, MAX_HEADER_BYTES } from './request-guard.mjs';
import { DEFAULT_NAME } from './sites.mjs';

const BUILD = join(dirname(fileURLToPath(import.meta.url)), '../build');

/**
 * @param {{ port?: number, names?: readonly string[], connect?: readonly string[] | undefined, withIde?: boolean, bind?: string, build?: string,
 *   modelReach?: import('./model-proxy.mjs').Reach }}
 *   [options] port 0 takes a free one; `names` are the IDE's hosts, `connect` what its pages may connect to (sources of a policy)
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>} `url` is the IDE's address
 */
export async function serve({
	port = 0,
	names = [DEFAULT_NAME],
	connect,
	withIde = true,
	bind = '127.0.0.1',
	build = BUILD,
	modelReach = reachOf({ bind, names })
} = {}) {
	const handlerFile = join(build, 'ide/handler.js');
	if (withIde && !existsSync(handlerFile)) throw new Error("There is no production build. Run 'npm run build' first.");
	const ide = withIde ? (await import(pathToFileURL(handlerFile).href)).handler : blankPage;
	const origins = createOrigins({ build, names, connect, hasPolicy: withIde, modelReach });
	const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) =>
		origins(request, response, () => ide(request, response, () => undefined))
	);
	guardConnections(server);
	await new Promise((resolve, reject) => {
		server.on('error', reject);
		server.listen(port, bind, () => resolve(undefined));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		port: address.port,
		url: `http://${names[0]}:${address.port}/`,
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
