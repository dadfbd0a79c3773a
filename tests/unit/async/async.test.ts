import { expect, test, vi } from 'vitest';
import { deadline } from '../../../src/lib/async/deadline';
import { Serial } from '../../../src/lib/async/serial';
import { Signal } from '../../../src/lib/async/signal';

test('a signal reaches who listens at the moment', () => {
	const signal = new Signal<number>();
	const heard: number[] = [];
	const stop = signal.subscribe((value) => heard.push(value));
	signal.emit(1);
	stop();
	stop();
	signal.emit(2);
	expect(heard).toEqual([1]);
});

test('serial work waits for what came before, also for what failed', async () => {
	const serial = new Serial();
	const order: string[] = [];
	const failed = serial.run(async () => {
		await Promise.resolve();
		order.push('first');
		throw new Error('No.');
	});
	const second = serial.run(() => order.push('second'));
	await expect(failed).rejects.toThrow('No.');
	await second;
	expect(order).toEqual(['first', 'second']);
});

test('a deadline ends the wait with its own error, an abort with its reason, and a result in time with itself', async () => {
	vi.useFakeTimers();
	const never = new Promise<never>(() => undefined);
	const late = () => new Error('Too late.');
	const timed = expect(deadline(never, { timeoutMs: 1000, late })).rejects.toThrow('Too late.');
	await vi.advanceTimersByTimeAsync(1000);
	await timed;
	const abort = new AbortController();
	const aborted = expect(deadline(never, { timeoutMs: 0, late, signal: abort.signal })).rejects.toThrow('Stopped.');
	abort.abort(new Error('Stopped.'));
	await aborted;
	expect(await deadline(Promise.resolve(1), { timeoutMs: 1000, late })).toBe(1);
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
});
