/** The API inside the Vite dev server. Loaded again after each change; the database stays open. */
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app';
import { createContext, type Context } from './context';
import { mockMissing } from './mock';

const kept = globalThis as { devContext?: Promise<Context> };
kept.devContext ??= createContext({ SEED: 'demo', DEMO_EVERY: '8', ...process.env }).then((ctx) => ({ ...ctx, explains: true }));

export default getRequestListener(createApp(await kept.devContext, mockMissing).fetch);
