/** `npm start`: builds when needed, serves, prints the address. See host-settings.mjs for what the environment sets. */
import { build } from './build.mjs';
import { hostSettings } from './host-settings.mjs';
import { serve } from './serve.mjs';

const settings = hostSettings();
await build();
try {
	const { url } = await serve(settings);
	// Requests are guarded one by one; this is for what no guard sees, such as a timer in a library.
	process.on('uncaughtException', (error) => console.error('Something failed, and the server goes on:', error));
	console.log(`Tabsmith is ready: ${url}`);
} catch (error) {
	if (error?.code !== 'EADDRINUSE') throw error;
	console.error(`Port ${settings.port} is taken. Choose another: PORT=${settings.port + 1} npm start`);
	process.exit(1);
}
