import { expect, test } from 'vitest';
import { AppError } from '../../../src/lib/run/app-error';
import { connect, serve } from '../../../src/lib/bus/rpc';

class Bank {
	secret = 'gold';
	add(a: number, b: number): number {
		return a + b;
	}
	fail(): void {
		throw new AppError('BANK_EMPTY', 'Nothing left.', { data: { left: 0 } });
	}
	wait(): Promise<void> {
		return new Promise(() => undefined);
	}
	hidden(): string {
		return this.secret;
	}
}
const METHODS = ['add', 'fail', 'wait'] as const;

function open(death?: AbortSignal) {
	const { port1, port2 } = new MessageChannel();
	serve(port1, new Bank(), METHODS);
	return {
		raw: port2,
		port1,
		...connect<Bank>(port2, METHODS, { name: 'The bank', timeouts: { wait: 40 }, ...(death ? { death } : {}) })
	};
}

/** What a hostile peer gets for a raw message. */
function raw(message: object): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	serve(port1, new Bank(), METHODS);
	return new Promise((done) => {
		port2.onmessage = (event) => {
			done(event.data);
			port1.close();
		};
		port2.postMessage({ id: '1', ...message });
	});
}

test('a call answers, and an error keeps its code and data', async () => {
	const { client, dispose } = open();
	expect(await client.add(2, 3)).toBe(5);
	await expect(client.fail()).rejects.toMatchObject({ code: 'BANK_EMPTY', data: { left: 0 }, message: 'Nothing left.' });
	dispose();
});

test('closing twice is harmless', () => {
	const { dispose } = open();
	dispose();
	expect(dispose).not.toThrow();
});

test('a call that is not answered ends at its deadline, or when the other side dies', async () => {
	const death = new AbortController();
	const { client, dispose } = open(death.signal);
	await expect(client.wait()).rejects.toMatchObject({ code: 'RPC_TIMEOUT' });
	const pending = client.wait();
	death.abort();
	await expect(pending).rejects.toMatchObject({ code: 'RPC_DEAD' });
	await expect(client.add(1, 1)).rejects.toMatchObject({ code: 'RPC_DEAD' });
	dispose();
});

test.each([
	['a property', { type: 'GET', path: ['secret'] }],
	['setting a property', { type: 'SET', path: ['add'], value: { type: 'RAW', value: 1 } }],
	['the constructor', { type: 'APPLY', path: ['constructor', 'constructor'], argumentList: [] }],
	['a method not offered', { type: 'APPLY', path: ['hidden'], argumentList: [] }],
	['new', { type: 'CONSTRUCT', path: ['add'], argumentList: [] }],
	['an endpoint', { type: 'ENDPOINT' }],
	['a callback as argument', { type: 'APPLY', path: ['add'], argumentList: [{ type: 'HANDLER', name: 'proxy', value: null }] }]
])('%s cannot be reached', async (_, message) => {
	expect(await raw(message)).toMatchObject({ name: 'throw', value: { code: 'RPC_DENIED' } });
});
