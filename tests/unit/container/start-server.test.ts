import { expect, test } from 'vitest';
import type { Container, Server } from '../../../src/lib/container/container';
import { startServer } from '../../../src/lib/container/start-server';
import { AppError } from '../../../src/lib/domain/app-error';

const NODE = { command: 'node', args: ['server.js'] };

/** A container with one program, which does what a test says. */
function containerOf(exit: Promise<number>, listensOn: readonly number[] = []) {
	const listeners = new Set<(server: Server) => void>();
	let killed = 0;
	const container = {
		onServerReady: (listener: (server: Server) => void) => {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		spawn: async () => {
			for (const port of listensOn)
				queueMicrotask(() => listeners.forEach((listener) => listener({ port, url: `http://p${port}` })));
			const output = new ReadableStream<string>({ start: (to) => to.enqueue('\u001b[31mboom\u001b[0m\n') });
			return { output, exit, kill: () => (killed += 1) };
		}
	} as unknown as Container;
	return { container, killed: () => killed, isListening: () => listeners.size > 0 };
}
const running = new Promise<number>(() => undefined);
const signal = new AbortController().signal;

test('a program that listens is a server; on another port it is not yet', async () => {
	const { container, killed, isListening } = containerOf(running, [3001, 3000]);
	const { server } = await startServer(container, NODE, { signal, port: 3000 });
	expect(server).toMatchObject({ port: 3000, url: 'http://p3000' });
	expect(isListening()).toBe(false);
	server?.stop();
	expect(killed()).toBe(1);
});

test('a program that ends says how, and with which words', async () => {
	const { container } = containerOf(new Promise((done) => setTimeout(done, 5, 3)));
	const start = await startServer(container, NODE, { signal });
	expect({ ...start, log: start.log() }).toEqual({ why: 'ended with code 3', log: 'boom' });
});

test('one that does not listen in time, or is stopped before, is ended', async () => {
	const slow = containerOf(running);
	expect(await startServer(slow.container, NODE, { signal, timeoutMs: 20 })).toMatchObject({
		why: 'did not listen within 0.02 s'
	});
	expect(slow.killed()).toBe(1);
	const stopped = containerOf(running);
	const stop = new AbortController();
	const start = startServer(stopped.container, NODE, { signal: stop.signal });
	stop.abort(new AppError('RUN_STOPPED', 'Stopped by you.'));
	await expect(start).rejects.toMatchObject({ code: 'RUN_STOPPED' });
	expect(stopped.killed()).toBe(1);
});

test('an engine that dies is no fault of the program', async () => {
	const { container } = containerOf(Promise.reject(new AppError('ENGINE_DIED', 'The engine has died.')));
	await expect(startServer(container, NODE, { signal, timeoutMs: 1000 })).rejects.toMatchObject({ code: 'ENGINE_DIED' });
});
