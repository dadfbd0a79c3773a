import type { PreviewRequest } from '../protocol';

/** What the kernel says itself, or leaves out. */
const OWN_HEADERS = new Set(['host', 'connection', 'accept-encoding', 'content-length', 'origin', 'cookie']);
const encoder = new TextEncoder();

/** A page's request as it goes to the app. `cookie`: value of the Cookie header, empty for none; `extra`: more headers. */
export function requestBytes(request: PreviewRequest, cookie: string, extra: readonly [string, string][] = []): Uint8Array {
	const { method, url, host, origin, headers, body } = request;
	const lines = [`${method} ${url} HTTP/1.1`, `host: ${host}`, 'connection: keep-alive'];
	for (const [name, value] of headers) if (!OWN_HEADERS.has(name)) lines.push(`${name}: ${value}`);
	for (const [name, value] of extra) lines.push(`${name}: ${value}`);
	if (method !== 'GET' && method !== 'HEAD') lines.push(`origin: ${origin}`, `content-length: ${body?.length ?? 0}`);
	if (cookie) lines.push(`cookie: ${cookie}`);
	const head = encoder.encode(`${lines.join('\r\n')}\r\n\r\n`);
	if (!body) return head;
	const bytes = new Uint8Array(head.length + body.length);
	bytes.set(head);
	bytes.set(body, head.length);
	return bytes;
}

/** What the app hears of a header of a GET; empty when it is not sent. `name` in lower case. */
export function headerSentToApp(name: string, { host, headers }: PreviewRequest, cookie: string): string {
	if (name === 'cookie') return cookie;
	if (name === 'host') return host;
	if (OWN_HEADERS.has(name)) return '';
	const values = headers.filter(([key]) => key === name).map(([, value]) => value);
	return values.join(', ');
}
