import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createApp } from './app';
import { createContext } from './context';

const ctx = await createContext(process.env);
const app = createApp(ctx);

// The built pages: hashed files for a year, every other path is the app itself.
const root = fileURLToPath(new URL('../client', import.meta.url));
const page = await readFile(`${root}/index.html`, 'utf8');
app.use('/assets/*', async (c, next) => {
	await next();
	if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
});
app.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'], '*', (c) => c.text('Use GET here', 405, { allow: 'GET, HEAD' }));
app.get('/', (c) => c.html(page));
app.use('*', serveStatic({ root }));
app.get('*', (c) => (c.req.header('accept')?.includes('text/html') ? c.html(page) : c.notFound()));

const server = serve({ fetch: app.fetch, port: ctx.config.PORT, hostname: ctx.config.HOST }, ({ port }) =>
	console.log(`listening on http://localhost:${port}`)
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		server.close(() => void ctx.db.close().then(() => process.exit(0)));
		if ('closeAllConnections' in server) server.closeAllConnections();
	});
}
