import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../../server/context';
import type { Env } from '../../server/mount';
import { SESSION_DAYS, userOfToken } from './repo';

const NAME = 'session';

export const setSession = (c: HonoContext<Env>, ctx: Context, token: string) =>
	setCookie(c, NAME, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'Lax',
		secure: ctx.config.SECURE_COOKIES,
		maxAge: SESSION_DAYS * 86_400
	});
export const clearSession = (c: HonoContext<Env>) => deleteCookie(c, NAME, { path: '/' });

/** Puts the signed-in user, read afresh for every request, into the request. */
export const readSession = (ctx: Context) =>
	createMiddleware<Env>(async (c, next) => {
		const token = getCookie(c, NAME);
		c.set('token', token);
		c.set('user', token ? await userOfToken(ctx, token) : undefined);
		await next();
	});
