import type { PreviewRequest } from './protocol';

const DROPPED_HEADERS = new Set(['host', 'connection', 'accept-encoding', 'content-length', 'origin', 'cookie']);
const encoder = new TextEncoder();

/** A page's request as it goes to the app. `cookie`: value of the Cookie header, empty for none. */
export function requestBytes({ method, url, host, origin, headers, body }: PreviewRequest, cookie: string): Uint8Array {
	const lines = [`${method} ${url} HTTP/1.1`, `host: ${host}`, 'connection: keep-alive'];
	for (const [name, value] of headers) if (!DROPPED_HEADERS.has(name)) lines.push(`${name}: ${value}`);
	if (method !== 'GET' && method !== 'HEAD') lines.push(`origin: ${origin}`, `content-length: ${body?.length ?? 0}`);
	if (cookie) lines.push(`cookie: ${cookie}`);
	const head = encoder.encode(`${lines.join('\r\n')}\r\n\r\n`);
	if (!body) return head;
	const bytes = new Uint8Array(head.length + body.length);
	bytes.set(head);
	bytes.set(body, head.length);
	return bytes;
}
