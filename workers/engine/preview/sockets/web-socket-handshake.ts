/**
 * The opening handshake of a WebSocket, client's side; no I/O.
 * @source RFC 6455, sections 4.1 and 4.2.2
 */
export interface Handshake {
	/** What to send. */
	bytes: Uint8Array;
	/** The `Sec-WebSocket-Accept` that proves a server's answer. */
	accept: string;
	protocols: readonly string[];
}

/** `end`: index of the first byte behind the head. */
export interface HandshakeAnswer {
	protocol: string;
	cookies: string[];
	end: number;
}

export interface HandshakeOptions {
	url: URL;
	protocols: readonly string[];
	/** Of the page that opens the socket. */
	origin: string;
	/** Value of the Cookie header; empty for none. */
	cookie: string;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const MAX_HEAD_BYTES = 64 << 10;
const encoder = new TextEncoder();

/** A token of RFC 9110: what a subprotocol may be called. */
export const isToken = (text: string) => /^[!#$%&'*+\-.^_`|~\w]+$/.test(text);

/** Offers no extensions. @throws when a subprotocol is no token */
export async function openingHandshake({ url, protocols, origin, cookie }: HandshakeOptions): Promise<Handshake> {
	for (const protocol of protocols) if (!isToken(protocol)) throw new Error(`The subprotocol '${protocol}' is invalid.`);
	const key = base64(crypto.getRandomValues(new Uint8Array(16)));
	const lines = [
		`GET ${url.pathname}${url.search} HTTP/1.1`,
		`host: ${url.host}`,
		'connection: Upgrade',
		'upgrade: websocket',
		`origin: ${origin}`,
		'sec-websocket-version: 13',
		`sec-websocket-key: ${key}`
	];
	if (protocols.length) lines.push(`sec-websocket-protocol: ${protocols.join(', ')}`);
	if (cookie) lines.push(`cookie: ${cookie}`);
	const digest = await crypto.subtle.digest('SHA-1', encoder.encode(key + GUID));
	return { bytes: encoder.encode(`${lines.join('\r\n')}\r\n\r\n`), accept: base64(new Uint8Array(digest)), protocols };
}

/** Null while the head is incomplete. @throws when the server did not accept */
export function readHandshake(handshake: Handshake, bytes: Uint8Array): HandshakeAnswer | null {
	const text = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_HEAD_BYTES));
	const length = text.indexOf('\r\n\r\n');
	if (length < 0) {
		if (bytes.length >= MAX_HEAD_BYTES) throw new Error('The answer to the handshake is too long.');
		return null;
	}
	const [status = '', ...lines] = text.slice(0, length).split('\r\n');
	const fields = lines.map((line) => {
		const colon = line.indexOf(':');
		return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
	});
	const valuesOf = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value);
	const valueOf = (name: string) => valuesOf(name).join(', ');
	if (!/^HTTP\/1\.1 101\b/.test(status)) throw new Error(`Unexpected response to the handshake: '${status.slice(0, 80)}'.`);
	if (valueOf('upgrade').toLowerCase() !== 'websocket') throw new Error("The 'Upgrade' header is not 'websocket'.");
	if (!/(^|,)\s*upgrade\s*(,|$)/i.test(valueOf('connection'))) throw new Error("The 'Connection' header is not 'Upgrade'.");
	if (valueOf('sec-websocket-accept') !== handshake.accept) throw new Error("The 'Sec-WebSocket-Accept' header is wrong.");
	if (valueOf('sec-websocket-extensions')) throw new Error('The server chose an extension that was not offered.');
	const protocol = valueOf('sec-websocket-protocol');
	if (protocol && !handshake.protocols.includes(protocol))
		throw new Error(`The server chose the subprotocol '${protocol}', which was not offered.`);
	return { protocol, cookies: valuesOf('set-cookie'), end: length + 4 };
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
