import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppConnection } from '../../../../workers/engine/preview/http/app-connection';
import { ConnectionPool } from '../../../../workers/engine/preview/http/connection-pool';

/** A server's side of the connection that `AppConnection` uses: one entry per connection. */
interface Peer {
	received: string[];
	say(text: string): void;
	end(): void;
	released: string[];
}
let peers: Peer[] = [];
let isListening = true;
const encoder = new TextEncoder();

function openConnection(onClosed: (connection: AppConnection) => void): AppConnection | null {
	if (!isListening) return null;
	let onBytes: (bytes: Uint8Array<ArrayBuffer>) => void = () => {};
	let end = () => {};
	const peer: Peer = { received: [], say: (text) => onBytes(encoder.encode(text)), end: () => end(), released: [] };
	peers.push(peer);
	const connection = {
		read: (listener: typeof onBytes, signal: AbortSignal) => {
			onBytes = listener;
			return new Promise<void>((resolve) => {
				end = resolve;
				signal.addEventListener('abort', () => resolve());
			});
		},
		write: (bytes: Uint8Array) => {
			peer.received.push(new TextDecoder().decode(bytes));
			return Promise.resolve(true);
		},
		end: () => void peer.released.push('write')
	};
	type Connection = ConstructorParameters<typeof AppConnection>[0];
	return new AppConnection(connection as unknown as Connection, onClosed);
}

/** Asks for `name`; `seen` collects what its sink hears. */
function ask(pool: ConnectionPool, name: string, method = 'GET') {
	const seen: string[] = [];
	const stop = pool.request(
		{ bytes: encoder.encode(name), method },
		{
			onHead: ({ status }) => seen.push(String(status)),
			onBody: (bytes) => seen.push(new TextDecoder().decode(bytes)),
			onPause: () => {},
			onEnd: () => seen.push('end'),
			onFail: ({ message }) => seen.push(message)
		}
	);
	return { seen, stop };
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
	peers = [];
	isListening = true;
	vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('the next request goes on the same connection, until nothing was asked for 4 s', async () => {
	const pool = new ConnectionPool(openConnection);
	for (const name of ['a', 'b']) {
		const { seen } = ask(pool, name);
		await settle();
		peers[0]?.say(OK);
		expect(seen).toEqual(['200', 'ok', 'end']);
	}
	await vi.advanceTimersByTimeAsync(3999);
	expect(peers.map(({ received, released }) => [received, released])).toEqual([[['a', 'b'], []]]);
	await vi.advanceTimersByTimeAsync(1);
	expect(peers[0]?.released).toEqual(['write']);
});

test.each([
	['that the server closes', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok'],
	['of HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok'],
	['with more than was asked for', `${OK}HTTP`]
])('a connection %s is not used again', async (_, answer) => {
	const pool = new ConnectionPool(openConnection);
	const { seen } = ask(pool, 'a');
	await settle();
	peers[0]?.say(answer);
	ask(pool, 'b');
	await settle();
	expect(seen).toEqual(['200', 'ok', 'end']);
	expect(peers.map(({ received }) => received)).toEqual([['a'], ['b']]);
});

test('a body without a length ends with its connection', async () => {
	const pool = new ConnectionPool(openConnection);
	const { seen } = ask(pool, 'a');
	await settle();
	peers[0]?.say('HTTP/1.1 200 OK\r\n\r\nall');
	expect(seen).toEqual(['200', 'all']);
	peers[0]?.end();
	await settle();
	expect(seen).toEqual(['200', 'all', 'end']);
});

test('a seventh request waits for a free connection, but not for ever', async () => {
	const pool = new ConnectionPool(openConnection);
	const asked = Array.from({ length: 8 }, (_, index) => ask(pool, String(index)));
	await settle();
	expect(peers).toHaveLength(6);
	peers[3]?.say(OK);
	await settle();
	expect(peers.map(({ received }) => received)).toEqual([['0'], ['1'], ['2'], ['3', '6'], ['4'], ['5']]);
	await vi.advanceTimersByTimeAsync(100);
	expect(peers[6]?.received).toEqual(['7']);
	peers[6]?.say(OK);
	expect(asked[7]?.seen).toEqual(['200', 'ok', 'end']);
});

test('a request that meets a closing connection is sent once more, unless that could do harm', async () => {
	const pool = new ConnectionPool(openConnection);
	ask(pool, 'a');
	await settle();
	peers[0]?.say(OK);
	const again = ask(pool, 'b');
	peers[0]?.end();
	await settle();
	expect(peers.map(({ received }) => received)).toEqual([['a', 'b'], ['b']]);
	peers[1]?.end();
	await settle();
	expect(again.seen).toEqual(['The app closed the connection before its answer was complete.']);

	ask(pool, 'c');
	await settle();
	peers[2]?.say(OK);
	ask(pool, 'd', 'POST');
	await settle();
	expect(peers.slice(2).map(({ received }) => received)).toEqual([['c'], ['d']]);
});

test('giving up closes the connection, and a waiting request is never sent', async () => {
	const pool = new ConnectionPool(openConnection);
	const asked = Array.from({ length: 7 }, (_, index) => ask(pool, String(index)));
	asked[6]?.stop();
	asked[0]?.stop();
	await vi.advanceTimersByTimeAsync(1000);
	expect(peers.map(({ received, released }) => [received, released])).toEqual([
		[['0'], ['write']],
		...['1', '2', '3', '4', '5'].map((name) => [[name], []])
	]);
	expect([asked[0]?.seen, asked[6]?.seen]).toEqual([[], []]);
});

test('a server that is gone finishes what it answers; nothing is kept or opened', async () => {
	const pool = new ConnectionPool(openConnection);
	const [first] = [ask(pool, 'a'), ask(pool, 'b')];
	await settle();
	peers[1]?.say(OK);
	pool.retire();
	expect(peers.map(({ released }) => released)).toEqual([[], ['write']]);
	peers[0]?.say(OK);
	await settle();
	expect(first?.seen).toEqual(['200', 'ok', 'end']);
	expect(peers.map(({ released }) => released)).toEqual([['write'], ['write']]);
	expect(ask(pool, 'c').seen).toEqual(['Nothing listens on this port.']);
	expect(vi.getTimerCount()).toBe(0);
});
