import { createMiddleware } from 'hono/factory';
import { forbidden } from './errors';

/**
 * Refuses changes that a page of another origin sends with our cookie (CSRF). Anybody can write X-Forwarded-Host, so it is read
 * only behind a proxy, which sets it.
 */
export const sameOrigin = (trustedProxies: number) =>
	createMiddleware(async (c, next) => {
		if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
			const origin = c.req.header('origin');
			const forwarded = trustedProxies > 0 ? c.req.header('x-forwarded-host')?.split(',').at(-1)?.trim() : undefined;
			const host = forwarded ?? c.req.header('host') ?? new URL(c.req.url).host;
			if (origin && URL.parse(origin)?.host !== host) throw forbidden('Request came from another site');
		}
		await next();
	});
