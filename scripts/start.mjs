/** `npm start`: builds when needed, serves, prints the address. PORT and TABSMITH_NAME override the defaults. */
import { build } from './build.mjs';
import { DEFAULT_NAME } from './origins.mjs';
import { serve } from './serve.mjs';

const DEFAULT_PORT = 4173;
await build();
const port = Number(process.env.PORT ?? DEFAULT_PORT);
try {
	const { url } = await serve({ port, name: process.env.TABSMITH_NAME ?? DEFAULT_NAME, bind: process.env.HOST ?? '127.0.0.1' });
	console.log(`Tabsmith is ready: ${url}`);
} catch (error) {
	if (error?.code !== 'EADDRINUSE') throw error;
	console.error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`);
	process.exit(1);
}
