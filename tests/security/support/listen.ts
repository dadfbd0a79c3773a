import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

const closing: (() => void)[] = [];
afterAll(() => {
	for (const close of closing) close();
});

/** Serves on a free port of this computer until the file's tests are over. @returns host and port */
export async function listen(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	closing.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
