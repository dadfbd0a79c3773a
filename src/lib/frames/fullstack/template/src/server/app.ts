import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import type { ErrorBody } from '../core/contract';
import { contracts } from '../features';
import { routes } from '../features/routes';
import { readSession } from '../features/session/cookie';
import { BrokenContract } from './broken-contract';
import { CONTENT_POLICY } from './content-policy';
import type { Context } from './context';
import { answerTo, DbError } from './db-errors';
import { AppError } from './errors';
import { follow } from './follow';
import { logError } from './log';
import { routeOf, type App, type Env } from './mount';
import { openapi } from './openapi';
import { sameOrigin } from './same-origin';

/** Forms with small pictures stay far below. */
const MAX_BODY_BYTES = 2 ** 20;

/** @param addMissing serves what no feature serves yet, while the app is being made */
export function createApp(ctx: Context, addMissing?: (app: App, ctx: Context) => void): App {
	const app = new Hono<Env>();
	const doc = openapi(contracts);

	app.use('*', secureHeaders({ contentSecurityPolicy: CONTENT_POLICY }));
	// Everything below depends on who asks.
	app.use('/api/*', async (c, next) => {
		c.header('cache-control', 'no-store');
		await next();
	});
	app.use('/api/*', sameOrigin(ctx.config.TRUSTED_PROXIES));
	app.use('*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge }));
	app.use('/api/*', readSession(ctx));

	app.get('/openapi.json', (c) => c.json(doc));
	app.get('/api/health', (c) => c.json({ ok: true }));
	app.get('/api/events', (c) => {
		if (!c.get('user')) throw new AppError(401, 'signed_out', 'Sign in to continue');
		return streamSSE(c, (stream) => follow(ctx, c.get('token')!, stream));
	});
	for (const route of routes) route(app, ctx);
	addMissing?.(app, ctx);

	for (const [path, methods] of methodsByPath()) {
		app.all(path, (c) => {
			c.header('allow', methods.join(', '));
			throw new AppError(405, 'wrong_method', `Use ${methods.join(' or ')} here`);
		});
	}
	app.all('/api/*', () => {
		throw new AppError(404, 'not_found', 'No such endpoint');
	});
	app.onError((error, c) => {
		const known = error instanceof DbError ? answerTo(error) : error;
		if (known instanceof AppError) {
			if (known.status >= 500) logError(`${c.req.method} ${c.req.routePath}`, error);
			if (known.retryAfterSeconds) c.header('retry-after', String(known.retryAfterSeconds));
			return c.json(known.body(), known.status);
		}
		if (error instanceof HTTPException) return c.json({ error: { code: 'refused', message: 'Request refused' } }, error.status);
		logError(`${c.req.method} ${c.req.routePath}`, error);
		if (ctx.explains) return c.json({ error: explained(error) }, 500);
		return c.json({ error: { code: 'server_error', message: 'Something went wrong on our side' } }, 500);
	});
	return app;
}

/** What went wrong and where, for who makes the app. */
function explained(error: Error): ErrorBody['error'] {
	if (error instanceof BrokenContract) return { code: 'broken_contract', message: error.explanation };
	const places = [...(error.stack ?? '').matchAll(/\bsrc\/features\/[\w./-]+:\d+/g)].map(([place]) => place);
	return { code: 'server_error', message: [`${error.name}: ${error.message}`, ...places.slice(0, 3)].join(' at ') };
}

const tooLarge = (c: HonoContext): never => {
	// The rest is not read, so the connection cannot serve another request.
	c.header('connection', 'close');
	throw new AppError(413, 'too_large', 'This is too large to be sent at once');
};

function methodsByPath(): Map<string, string[]> {
	const known = new Map(['/openapi.json', '/api/health', '/api/events'].map((path) => [path, ['GET']]));
	for (const { path, method } of contracts) known.set(routeOf(path), [...(known.get(routeOf(path)) ?? []), method.toUpperCase()]);
	return known;
}
