/** The API inside the Vite dev server. Loaded again after each change; the database stays open. */
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app';
import { createContext, type Context } from './context';

const kept = globalThis as { devContext?: Promise<Context> };
kept.devContext ??= createContext({ SEED: 'demo', ...process.env });

export default getRequestListener(createApp(await kept.devContext).fetch);
