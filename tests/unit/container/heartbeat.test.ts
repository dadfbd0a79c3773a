import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHeartbeat } from '../../../src/lib/container/heartbeat';

const BEAT_MS = 1000;
let silences = 0;
let stop: () => void = () => undefined;
beforeEach(() => {
	silences = 0;
	vi.useFakeTimers();
});
afterEach(() => {
	stop();
	vi.useRealTimers();
});
function watch(ask: () => Promise<unknown>): void {
	stop = watchHeartbeat({ ask, onSilence: () => silences++, beatMs: BEAT_MS, patienceBeats: 5 });
}

test('silence is told once, after as many beats without an answer as patience has', async () => {
	watch(() => new Promise(() => undefined));
	await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
	expect(silences).toBe(0);
	await vi.advanceTimersByTimeAsync(20 * BEAT_MS);
	expect(silences).toBe(1);
});

test('who answers late, or only refuses, is there', async () => {
	watch(() => new Promise((_, refuse) => setTimeout(() => refuse(new Error('busy')), 4.5 * BEAT_MS)));
	await vi.advanceTimersByTimeAsync(100 * BEAT_MS);
	expect(silences).toBe(0);
});

test('a clock that jumps, as after a night asleep, costs no patience', async () => {
	watch(() => new Promise((done) => setTimeout(done, 3 * BEAT_MS)));
	for (let night = 0; night < 10; night++) {
		await vi.advanceTimersByTimeAsync(2 * BEAT_MS);
		vi.setSystemTime(Date.now() + 8 * 3_600_000);
	}
	expect(silences).toBe(0);
});

test('nothing is told after it was stopped', async () => {
	watch(() => new Promise(() => undefined));
	stop();
	await vi.advanceTimersByTimeAsync(100 * BEAT_MS);
	expect(silences).toBe(0);
});
