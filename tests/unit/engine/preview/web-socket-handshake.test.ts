import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openingHandshake, readHandshake } from '../../../../workers/engine/preview/sockets/web-socket-handshake';

const options = {
	url: new URL('ws://p5173.tabsmith.localhost:8080/a?token=x'),
	protocols: ['vite-hmr', 'v2'],
	origin: 'http://p5173.tabsmith.localhost:8080',
	cookie: 'a=b'
};
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`);
const accepted = (accept: string, ...more: string[]) =>
	bytes(
		'HTTP/1.1 101 Switching Protocols',
		'Upgrade: WebSocket',
		'Connection: keep-alive, Upgrade',
		`Sec-WebSocket-Accept: ${accept}`,
		...more
	);

test('the request names host, origin, subprotocols and cookies and expects the right proof', async () => {
	const { bytes: request, accept } = await openingHandshake(options);
	const key = /sec-websocket-key: (.+)\r\n/.exec(text(request))?.[1] ?? '';
	expect(Buffer.from(key, 'base64').length).toBe(16);
	expect(accept).toBe(createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64'));
	expect(text(request).replace(key, 'KEY')).toBe(
		[
			'GET /a?token=x HTTP/1.1',
			'host: p5173.tabsmith.localhost:8080',
			'connection: Upgrade',
			'upgrade: websocket',
			'origin: http://p5173.tabsmith.localhost:8080',
			'sec-websocket-version: 13',
			'sec-websocket-key: KEY',
			'sec-websocket-protocol: vite-hmr, v2',
			'cookie: a=b',
			'',
			''
		].join('\r\n')
	);
});

test('a subprotocol cannot smuggle headers in', async () => {
	await expect(openingHandshake({ ...options, protocols: ['a\r\nx: y'] })).rejects.toThrow('invalid');
});

test('an answer is read up to its end', async () => {
	const handshake = await openingHandshake(options);
	const head = accepted(handshake.accept, 'Sec-WebSocket-Protocol: vite-hmr', 'Set-Cookie: c=d', 'set-cookie: e=f');
	expect(readHandshake(handshake, head.subarray(0, head.length - 1))).toBeNull();
	expect(readHandshake(handshake, Uint8Array.of(...head, 0x81, 0))).toEqual({
		protocol: 'vite-hmr',
		cookies: ['c=d', 'e=f'],
		end: head.length
	});
});

test('an answer that does not fit the request is refused', async () => {
	const handshake = await openingHandshake(options);
	const { accept } = handshake;
	const refusal = (head: Uint8Array) => expect(() => readHandshake(handshake, head));
	refusal(bytes('HTTP/1.1 403 Forbidden')).toThrow("'HTTP/1.1 403 Forbidden'");
	refusal(accepted('AAAA')).toThrow('Sec-WebSocket-Accept');
	refusal(accepted(accept, 'Sec-WebSocket-Protocol: other')).toThrow("'other'");
	refusal(accepted(accept, 'Sec-WebSocket-Extensions: permessage-deflate')).toThrow('extension');
	refusal(bytes('HTTP/1.1 101 x', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`)).toThrow('Upgrade');
	refusal(bytes('HTTP/1.1 101 x', 'Upgrade: websocket', `Sec-WebSocket-Accept: ${accept}`)).toThrow('Connection');
	refusal(new Uint8Array(64 << 10)).toThrow('too long');
});
