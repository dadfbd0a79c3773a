import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { contracts } from '../features';
import { routes } from '../features/routes';
import { readSession } from '../features/session/cookie';
import type { Context } from './context';
import { AppError } from './errors';
import { follow } from './follow';
import type { App, Env } from './mount';
import { openapi } from './openapi';
import { sameOrigin } from './same-origin';

export function createApp(ctx: Context): App {
  const app = new Hono<Env>();
  const doc = openapi(contracts);

  app.use('*', secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'https:'], objectSrc: ["'none'"], baseUri: ["'none'"] } }));
  app.use('/api/*', sameOrigin);
  app.use('/api/*', readSession(ctx));

  app.get('/openapi.json', (c) => c.json(doc));
  app.get('/api/health', (c) => c.json({ ok: true }));
  app.get('/api/events', (c) => {
    if (!c.get('user')) throw new AppError(401, 'signed_out', 'Sign in to continue');
    return streamSSE(c, (stream) => follow(ctx, c.get('token')!, stream));
  });
  for (const route of routes) route(app, ctx);

  app.all('/api/*', () => {
    throw new AppError(404, 'not_found', 'No such endpoint');
  });
  app.onError((error, c) => {
    if (error instanceof AppError) return c.json(error.body(), error.status);
    if ('getResponse' in error) return c.json({ error: { code: 'forbidden', message: 'Request refused' } }, 403);
    console.error(error);
    return c.json({ error: { code: 'server_error', message: 'Something went wrong on our side' } }, 500);
  });
  return app;
}
