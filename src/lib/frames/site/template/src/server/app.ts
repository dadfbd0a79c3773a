import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { accountRoutes, readAccount } from './accounts';
import { CONTENT_POLICY } from './content-policy';
import type { Context } from './context';
import { answerTo, DbError } from './db-errors';
import { AppError } from './errors';
import { follow } from './follow';
import { logError } from './log';
import { recordRoutes } from './records';
import type { App, Env } from './request';
import { sameOrigin } from './same-origin';

const MAX_BODY_BYTES = 2 ** 19;

export function createApp(ctx: Context): App {
	const server = new Hono<Env>();
	server.use('*', secureHeaders({ contentSecurityPolicy: CONTENT_POLICY }));
	// Everything below depends on who asks.
	server.use('/api/*', async (c, next) => {
		c.header('cache-control', 'no-store');
		await next();
	});
	server.use('/api/*', sameOrigin(ctx.config.TRUSTED_PROXIES));
	server.use(
		'*',
		bodyLimit({
			maxSize: MAX_BODY_BYTES,
			onError: (c) => {
				// The rest is not read, so the connection cannot serve another request.
				c.header('connection', 'close');
				throw new AppError(413, 'too_large', 'This is too large to be sent at once');
			}
		})
	);
	server.use('/api/*', readAccount(ctx));
	server.get('/api/health', (c) => c.json({ ok: true }));
	server.get('/api/events', (c) => streamSSE(c, (stream) => follow(ctx.events, stream)));
	accountRoutes(server, ctx);
	recordRoutes(server, ctx);
	server.all('/api/*', () => {
		throw new AppError(404, 'not_found', 'No such endpoint');
	});
	server.onError((error, c) => {
		const known = error instanceof DbError ? answerTo(error) : error;
		if (known instanceof AppError) {
			if (known.status >= 500) logError(`${c.req.method} ${c.req.routePath}`, error);
			if (known.retryAfterSeconds) c.header('retry-after', String(known.retryAfterSeconds));
			return c.json(known.body(), known.status);
		}
		if (error instanceof HTTPException) return c.json({ error: { code: 'refused', message: 'Request refused' } }, error.status);
		logError(`${c.req.method} ${c.req.routePath}`, error);
		return c.json({ error: { code: 'server_error', message: 'Something went wrong on our side' } }, 500);
	});
	return server;
}
