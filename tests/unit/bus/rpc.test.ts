import { expect, test, vi } from 'vitest';
import { AppError } from '../../../src/lib/domain/app-error';
import { z } from 'zod';
import { contract, nothing, type Service } from '../../../src/lib/bus/contract';
import { connect, serve } from '../../../src/lib/bus/rpc';

const bankContract = contract({
	add: { input: [z.number(), z.number()], output: z.number() },
	fail: { input: [], output: nothing },
	wait: { input: [], output: nothing, timeoutMs: 40 },
	lie: { input: [], output: z.number() },
	greet: { input: [z.string().optional()], output: z.string() }
});

class Bank implements Service<typeof bankContract> {
	secret = 'gold';
	add(a: number, b: number): number {
		return a + b;
	}
	fail(): void {
		throw new AppError('WRITE_DENIED', 'Nothing left.', { data: { path: 'bank' } });
	}
	wait(): Promise<void> {
		return new Promise(() => undefined);
	}
	lie(): number {
		return 'much' as never;
	}
	greet(name = 'you'): string {
		return `Good morning, ${name}.`;
	}
	hidden(): string {
		return this.secret;
	}
}

function open(death?: AbortSignal) {
	const { port1, port2 } = new MessageChannel();
	serve(port1, bankContract, new Bank());
	return connect(port2, bankContract, { name: 'The bank', ...(death ? { death } : {}) });
}

/** What a hostile peer gets for a raw message. */
function raw(message: object): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	serve(port1, bankContract, new Bank());
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
	await expect(client.fail()).rejects.toMatchObject({ code: 'WRITE_DENIED', data: { path: 'bank' }, message: 'Nothing left.' });
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

test('arguments and results are what the contract says, or the call fails', async () => {
	const { client, dispose } = open();
	await expect(client.add(1, '2' as never)).rejects.toMatchObject({ code: 'RPC_BAD_VALUE' });
	await expect(client.lie()).rejects.toMatchObject({ code: 'RPC_BAD_VALUE' });
	dispose();
});

test('the last arguments may be left out', async () => {
	const { client, dispose } = open();
	expect([await client.greet(), await client.greet('Ada')]).toEqual(['Good morning, you.', 'Good morning, Ada.']);
	dispose();
});

const add = [
	{ type: 'RAW', value: 1 },
	{ type: 'RAW', value: 2 }
];
test.each([
	['a property', { type: 'GET', path: ['secret'] }],
	['a method as a value', { type: 'GET', path: ['add'] }],
	['the whole service', { type: 'GET', path: [] }],
	['setting a property', { type: 'SET', path: ['add'], value: { type: 'RAW', value: 1 } }],
	['the constructor', { type: 'APPLY', path: ['constructor', 'constructor'], argumentList: [] }],
	["a method's constructor", { type: 'APPLY', path: ['add', 'constructor'], argumentList: add }],
	["the constructor of a method's apply", { type: 'APPLY', path: ['add', 'apply', 'constructor'], argumentList: add }],
	["a method's own apply", { type: 'APPLY', path: ['add', 'apply'], argumentList: add }],
	['binding a method', { type: 'APPLY', path: ['add', 'bind'], argumentList: [] }],
	['the prototype', { type: 'GET', path: ['__proto__'] }],
	['a method not offered', { type: 'APPLY', path: ['hidden'], argumentList: [] }]
])('%s cannot be reached', async (_, message) => {
	expect(await raw(message)).toMatchObject({ name: 'throw', value: { code: 'RPC_DENIED' } });
});

test.each([[[]], [['add']]])('nothing can be constructed: %j', async (path) => {
	const message = { type: 'CONSTRUCT', path, argumentList: [] };
	expect(await raw(message)).toMatchObject({ name: 'throw', value: { name: 'TypeError' } });
});

test('a callback as argument is no value of any contract', async () => {
	const callback = { type: 'HANDLER', name: 'proxy', value: null };
	const message = { type: 'APPLY', path: ['add'], argumentList: [callback, callback] };
	expect(await raw(message)).toMatchObject({ name: 'throw', value: { code: 'RPC_BAD_VALUE' } });
});

test('a further endpoint offers the same and no more, and ends with the first', async () => {
	const { port1, port2 } = new MessageChannel();
	const stop = serve(port1, bankContract, new Bank());
	const answered = new Promise<MessagePort>((done) => (port2.onmessage = (event) => done(event.ports[0] as MessagePort)));
	port2.postMessage({ id: '1', type: 'ENDPOINT' });
	const further = await answered;
	const ask = (message: object) =>
		new Promise((done) => {
			further.onmessage = (event) => done(event.data);
			further.postMessage({ id: '2', ...message });
		});
	expect(await ask({ type: 'GET', path: ['secret'] })).toMatchObject({ value: { code: 'RPC_DENIED' } });
	expect(await ask({ type: 'APPLY', path: ['add'], argumentList: add })).toMatchObject({ value: 3 });
	stop();
	expect(await ask({ type: 'APPLY', path: ['add'], argumentList: add })).toMatchObject({ value: { code: 'RPC_DEAD' } });
	further.close();
	port2.close();
});

test('a message that is none of the protocol ends nothing', async () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	const { port1, port2 } = new MessageChannel();
	const stop = serve(port1, bankContract, new Bank());
	port2.postMessage({ id: '1', type: 'APPLY', path: ['add'], argumentList: [{ type: 'HANDLER', name: 'unheard of' }] });
	const { client, dispose } = connect(port2, bankContract, { name: 'The bank' });
	expect(await client.add(1, 2)).toBe(3);
	expect(warn).toHaveBeenCalledOnce();
	warn.mockRestore();
	dispose();
	stop();
});

test('nobody listens to a peer any more once its client is disposed', () => {
	const { port1 } = new MessageChannel();
	const added = vi.spyOn(port1, 'addEventListener');
	const removed = vi.spyOn(port1, 'removeEventListener');
	connect(port1, bankContract, { name: 'The bank' }).dispose();
	const closes = (calls: readonly (readonly unknown[])[]) => calls.filter(([type]) => type === 'close').map(([, heard]) => heard);
	expect(closes(removed.mock.calls)).toEqual(closes(added.mock.calls));
});
