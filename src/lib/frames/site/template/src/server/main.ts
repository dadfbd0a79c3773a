import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { app } from '../app';
import { createApp } from './app';
import { createContext } from './context';

const ctx = await createContext(process.env);
const server = createApp(ctx);

/** The built pages: a file for each, hashed files for a year, 404 for what is not there. */
const root = fileURLToPath(new URL('../client', import.meta.url));
const start = await readFile(`${root}/index.html`, 'utf8');
const missing = await readFile(`${root}/404.html`, 'utf8');
const open = app.pages.flatMap(({ path, blocks }) => [
	...(path.includes(':') ? [path] : []),
	...(blocks.some(({ opens }) => opens) ? [`${path === '/' ? '' : path}/:slug`] : [])
]);
server.use('/assets/*', async (c, next) => {
	await next();
	if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
});
server.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'], '*', (c) =>
	c.text('Use GET here', 405, { allow: 'GET, HEAD' })
);
server.get('/', (c) => c.html(start));
server.use(
	'*',
	serveStatic({
		root,
		rewriteRequestPath: (path) => (/^[\w/%-]+$/.test(path) && existsSync(`${root}${path}.html`) ? `${path}.html` : path)
	})
);
for (const path of ['/sign-in', '/register', ...open]) server.get(path, (c) => c.html(start));
server.notFound((c) => (c.req.header('accept')?.includes('text/html') ? c.html(missing, 404) : c.text('Not found', 404)));

const listening = serve({ fetch: server.fetch, port: ctx.config.PORT, hostname: ctx.config.HOST }, ({ port }) =>
	console.log(`${app.title} is at http://localhost:${port}`)
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		listening.close(() => void ctx.db.close().then(() => process.exit(0)));
		if ('closeAllConnections' in listening) listening.closeAllConnections();
	});
}
