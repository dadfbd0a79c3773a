/** An app that does nothing: no check may hold on it. */
import { createServer } from 'node:http';

const PAGE = '<!doctype html><html lang="en"><head><title>App</title></head><body><h1>App</h1></body></html>';

/** A builder like the others; every app of it is the same empty page at every address. */
export function blankApp() {
	return {
		async start() {
			const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(PAGE));
			await new Promise((done) => server.listen(0, '127.0.0.1', done));
			const url = `http://127.0.0.1:${server.address().port}`;
			return { url, output: () => '', frame: 'blank', ok: true, claims: [], unbuilt: [], stop: () => server.close() };
		},
		async dispose() {}
	};
}
