import { connect } from 'node:net';

/** Requests that no browser sends, made from a seed so that a failure can be had again. */

export interface Fuzz {
	/** Whole number of at least 0 and below `limit`. */
	below(limit: number): number;
	/** A request as bytes: now and then nearly one, now and then none at all. */
	request(host: string): Buffer;
}

const METHODS = [
	'GET',
	'GET',
	'GET',
	'HEAD',
	'POST',
	'PUT',
	'DELETE',
	'OPTIONS',
	'PATCH',
	'TRACE',
	'PROPFIND',
	'get',
	'G E T',
	''
];
const PIECES = [
	...[
		'/',
		'//',
		'/.',
		'/..',
		'%',
		'%2',
		'%zz',
		'%00',
		'%2e%2e',
		'%2f',
		'%5c',
		'%252e',
		'%ff',
		'%e0%a4',
		'%c0%ae',
		'\\',
		';',
		'?',
		'#'
	],
	...[
		'engine',
		'registry',
		'registry/-/batch',
		'-/wasm/',
		'__wc',
		'__wc.sw.js',
		'headless',
		'_app/immutable',
		'favicon.svg',
		'projects'
	],
	...[
		'@fs',
		'@id',
		'node_modules',
		'.git',
		'.env',
		'a'.repeat(300),
		'\u00e4',
		'\u00ff\u0001',
		'*',
		'http://elsewhere.test',
		'x.wasm'
	]
];
const HEADERS = [
	...['Range: bytes=5-2', 'Range: bytes=-', 'Range: x', 'Accept: text/html', 'Accept-Encoding: br, gzip', 'If-None-Match: *'],
	...['Content-Length: 5', 'Content-Length: x', 'Transfer-Encoding: chunked', 'Expect: 100-continue', 'Expect: nothing'],
	...['Upgrade: websocket\r\nConnection: Upgrade', 'Origin: null', 'Origin: http://elsewhere.test', 'Sec-Fetch-Mode: navigate'],
	...[
		'Sec-Fetch-Site: same-origin',
		'Cookie: %',
		`X-Long: ${'y'.repeat(20_000)}`,
		'X-Forwarded-Host: a:b',
		': empty',
		'no colon'
	],
	...['Sec-Fetch-Dest: worker', 'Content-Type: application/json', 'X-SvelteKit-Action: true', 'Host: twice.test']
];

/** @param seed any whole number */
export function fuzz(seed: number): Fuzz {
	let state = seed >>> 0;
	// mulberry32: small, and good enough to choose by.
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	const some = (from: readonly string[], most: number) =>
		Array.from({ length: below(most + 1) }, () => from[below(from.length)] ?? '');
	const bytes = (length: number) => Buffer.from(Array.from({ length }, () => below(256)));
	return {
		below,
		request(host) {
			if (below(20) === 0) return bytes(below(200));
			const path = `${below(10) === 0 ? '' : '/'}${some(PIECES, 5).join('')}`.replace(/[ \r\n]/g, '');
			const head = [
				`${some(METHODS, 1)[0] ?? 'GET'} ${path} HTTP/${below(15) === 0 ? '1.0' : '1.1'}`,
				...(below(25) === 0 ? [] : [`Host: ${host}`]),
				...some(HEADERS, 3)
			];
			const body = below(4) === 0 ? bytes(below(50)) : Buffer.alloc(0);
			const whole = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
			return below(10) === 0 ? whole.subarray(0, below(whole.length)) : whole;
		}
	};
}

/**
 * Sends bytes on a connection of their own.
 * @param options `leaveAfterMs`: goes away in the middle of whatever comes back
 * @returns what came back as text, bytes as characters: all of it, or as far as it came within `patienceMs`
 */
export function sendRaw(
	port: number,
	bytes: Buffer | string,
	{ patienceMs = 2000, leaveAfterMs }: { patienceMs?: number; leaveAfterMs?: number } = {}
): Promise<string> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		const socket = connect(port, '127.0.0.1', () => void socket.write(bytes));
		const timer = setTimeout(
			() => (leaveAfterMs === undefined ? socket.destroy() : socket.resetAndDestroy()),
			leaveAfterMs ?? patienceMs
		);
		socket.on('data', (chunk) => chunks.push(chunk));
		// A connection that the server ends is one of the right answers.
		socket.on('error', () => undefined);
		socket.on('close', () => {
			clearTimeout(timer);
			resolve(Buffer.concat(chunks).toString('latin1'));
		});
	});
}

/** Status of a raw answer; 0 where there is none. */
export function statusOf(answer: string): number {
	return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
}
