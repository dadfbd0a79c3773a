/** One middleware, in dev and in production: refuses foreign names, serves engine and previews from build/, and gives the IDE its headers. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enginePolicy, idePolicy, previewPolicy } from './content-policy.mjs';
import { hostSettings } from './host-settings.mjs';
import { createModelProxy } from './model-proxy.mjs';
import { createRegistryProxy } from './registry-proxy.mjs';
import { clearExcessiveCookies, guarded, MAX_HEADER_BYTES, refuse } from './request-guard.mjs';
import { sendFile } from './static-files.mjs';
import { DEFAULT_NAME, hostOf, siteOf } from './sites.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOSNIFF = { 'X-Content-Type-Options': 'nosniff' };

const IDE_HEADERS = {
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Origin-Agent-Cluster': '?1',
	// The engine is told who embeds it; nobody is told which project.
	'Referrer-Policy': 'strict-origin',
	...NOSNIFF
};

const PREVIEW_HEADERS = {
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'Origin-Agent-Cluster': '?1',
	...NOSNIFF
};

const ENGINE_HEADERS = { ...PREVIEW_HEADERS, 'Document-Isolation-Policy': 'isolate-and-require-corp' };

/**
 * Connect-style middleware: answers engine and preview hosts and the registry's path, adds the IDE's headers and passes on.
 * @param {{ build?: string, names?: readonly string[], connect?: readonly string[] | undefined, hasPolicy?: boolean,
 *   modelReach?: import('./model-proxy.mjs').Reach }} [options] folder that
 *   holds engine/ and preview/; the IDE's hosts; what its pages may connect to; whether they get a Content-Security-Policy; which models it
 *   passes requests on to
 */
export function createOrigins({
	build = join(ROOT, 'build'),
	names = [DEFAULT_NAME],
	connect,
	hasPolicy = true,
	modelReach
} = {}) {
	const registry = createRegistryProxy();
	const models = createModelProxy({ reach: modelReach ?? 'off', connect });
	return guarded((request, response, next) => {
		const site = siteOf(request.headers.host, names);
		if (!site) return refuseName(request, response, names);
		const isPreview = site.site === 'preview';
		if (!isPreview) clearExcessiveCookies(request, response);
		if (!isPreview && request.url.startsWith('/registry/')) return registry(request, response);
		if (site.site === 'ide' && request.url.startsWith('/model-proxy/')) return models(request, response);
		if (site.site !== 'ide') return sendBuilt(site, { build, request, response });
		// A page on plain localhost, or on an address, would be another site than its engine: storage and locks would be refused there.
		if (site.isLocal && request.headers['sec-fetch-mode'] === 'navigate')
			return response.writeHead(307, { Location: `http://${hostOf(site)}${request.url}` }).end();
		setHeaders(response, IDE_HEADERS);
		if (hasPolicy) addPolicy(request, response, (own) => idePolicy(site, { own, connect }));
		return next();
	});
}

function refuseName(request, response, names) {
	const host = request.headers.host ?? '';
	refuse(
		response,
		421,
		`This server does not answer for '${host}'. Open ${names[0]} with its port, or name the host in TABSMITH_NAME.`
	);
}

/** A file of the engine or of the previews' host; every other address of a preview is answered by the page that waits for its app. */
async function sendBuilt(site, { build, request, response }) {
	const isEngine = site.site === 'engine';
	const path = decodeURIComponent(request.url.split('?')[0]);
	setHeaders(response, isEngine ? ENGINE_HEADERS : PREVIEW_HEADERS);
	const htmlHeaders = { 'Content-Security-Policy': isEngine ? enginePolicy(site) : previewPolicy(site) };
	const folder = join(build, site.site);
	const exchange = { request, response, htmlHeaders };
	if (await sendFile(folder, isEngine && path === '/headless' ? '/headless.html' : path, exchange)) return;
	if (!isEngine && (await sendFile(folder, '/__wc/bootstrap.html', exchange))) return;
	refuse(response, 404, `${site.site}: '${path}' is not there. Run 'npm run build'.`);
}

function setHeaders(response, headers) {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Kit's documents bring a policy with the hashes of their scripts, which is known only when the head is written. */
function addPolicy(request, response, policyOf) {
	// Kit's validator says nothing of the policy, and its 304 has none: a page is sent anew each time.
	if (request.headers.accept?.includes('text/html')) delete request.headers['if-none-match'];
	const { writeHead } = response;
	response.writeHead = (...args) => {
		response.setHeader('Content-Security-Policy', policyOf(response.getHeader('Content-Security-Policy')));
		// A worker's policy is that of its script: kept for ever, it would outlive the host's settings.
		if (request.headers['sec-fetch-dest'] === 'worker') response.setHeader('Cache-Control', 'no-cache');
		return writeHead.apply(response, args);
	};
}

/** The middleware as a Vite plugin, for `npm run dev` and vitest's browser pages (which cannot have a policy). Must come before sveltekit(). */
export function originsPlugin() {
	const { names, connect, modelReach } = hostSettings();
	const serveFrom = (server) => {
		// Vite makes this server without options; Node reads the limit for each connection.
		if (server.httpServer) server.httpServer.maxHeaderSize = MAX_HEADER_BYTES;
		server.middlewares.use(createOrigins({ names, connect, hasPolicy: !process.env.VITEST, modelReach }));
	};
	return { name: 'tabsmith:origins', configureServer: serveFrom, configurePreviewServer: serveFrom };
}
