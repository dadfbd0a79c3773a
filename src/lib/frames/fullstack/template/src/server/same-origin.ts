import { createMiddleware } from 'hono/factory';
import { forbidden } from './errors';

/** Refuses changes that a page of another origin sends with our cookie (CSRF). */
export const sameOrigin = createMiddleware(async (c, next) => {
	if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
		const origin = c.req.header('origin');
		const host = c.req.header('x-forwarded-host') ?? c.req.header('host') ?? new URL(c.req.url).host;
		if (origin && URL.parse(origin)?.host !== host) throw forbidden('Request came from another site');
	}
	await next();
});
