/** Keeps a request from harming the server: whatever it asks for, and wherever it breaks off, ends itself only. */

/**
 * Browsers keep about 180 cookies of 4 KiB for a name and those below it (Chromium 156 sent 722 kB at most), and a preview can set all of
 * them for the IDE. With Node's own limit, 16 KiB, the IDE would be out of reach.
 */
export const MAX_HEADER_BYTES = 1024 * 1024;
/** More than apps leave behind. Such a load makes each request slow (200 ms with all cookies), so it is thrown out. */
const COOKIE_BYTES = 8 * 1024;
const CLEAR_COOKIES = { 'Clear-Site-Data': '"cookies"' };
/** Others mean nothing to any handler, and Kit's cannot even make a Request of TRACE. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const CONTENT_HEADERS = ['Content-Length', 'Content-Encoding', 'ETag', 'Last-Modified', 'Cache-Control'];
const TEXT = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @param {(request: Request, response: Response, next: () => unknown) => unknown} handler may throw, reject, and pipe what breaks off
 * @returns {(request: Request, response: Response, next?: () => unknown) => void}
 */
export function guarded(handler) {
	return (request, response, next = () => undefined) => {
		const failed = (error) => fail(response, error);
		for (const stream of [request, response]) stream.on('error', failed);
		// Whoever pipes a file that is gone by now need not listen for it.
		response.on('pipe', (source) => source.on('error', failed));
		if (!isPath(request.url)) return refuse(response, 400, 'This address cannot be read. Check its percent signs.');
		if (!METHODS.has(request.method))
			return refuse(response, 405, `${request.method} is not done here.`, { Allow: [...METHODS].join(', ') });
		(async () => handler(request, response, next))().catch(failed);
	};
}

/** Ends a request in words; headers that are not of the content stay. */
export function refuse(response, status, message, headers = {}) {
	for (const name of CONTENT_HEADERS) response.removeHeader(name);
	response.writeHead(status, { ...TEXT, ...headers }).end(`${message}\n`);
}

/** The IDE and its engine use no cookies: what reaches them was set by previews for the name above theirs. */
export function clearExcessiveCookies(request, response) {
	if ((request.headers.cookie?.length ?? 0) <= COOKIE_BYTES) return;
	for (const [name, value] of Object.entries(CLEAR_COOKIES)) response.setHeader(name, value);
}

/** Requests that are no HTTP, or too long, never reach a handler. @param {import('node:http').Server} server */
export function guardConnections(server) {
	server.on('clientError', (error, socket) => {
		if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
		const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
		const headers = { ...TEXT, ...(isTooLong ? CLEAR_COOKIES : {}), Connection: 'close' };
		const lines = [
			isTooLong ? 'HTTP/1.1 431 Request Header Fields Too Large' : 'HTTP/1.1 400 Bad Request',
			...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
		];
		const message = isTooLong ? 'The headers are too long. Reload the page.' : 'This is no request that can be read.';
		socket.end(`${lines.join('\r\n')}\r\n\r\n${message}\n`);
	});
}

function fail(response, error) {
	if (response.headersSent || response.destroyed) return void response.destroy();
	console.error('A request failed:', error);
	refuse(response, 500, 'This request failed on the server. Its log says why.');
}

/** @param {string | undefined} target of a request @returns {boolean} whether it is a path of this server, and can be decoded */
function isPath(target = '') {
	try {
		return target.startsWith('/') && !decodeURIComponent(target.split('?')[0] ?? '').includes('\0');
	} catch {
		return false;
	}
}
