import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProcessSlot } from '../../../../workers/engine/fs/slot';
import { KernelHeap } from '../../../../workers/engine/kernel/kernel-heap';
import { TransformService } from '../../../../workers/engine/kernel/transform-service';
import { TRANSFORMS_SLOT } from '../../../../workers/engine/kernel/worker-pool';
import type { TransformsRequest } from '../../../../workers/engine/transforms/protocol';
import { newFileSystem } from '../fs/file-system-fixture';

const ASK = { op: 'transform' as const, kind: 'm' as const, path: '/p/node_modules/m/a.js', key: 'k' };

class FakeWorker {
	static all: FakeWorker[] = [];
	onmessage: ((event: { data: unknown }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	isTerminated = false;
	readonly requests: TransformsRequest[] = [];
	constructor() {
		FakeWorker.all.push(this);
	}
	postMessage(request: TransformsRequest) {
		this.requests.push(request);
	}
	terminate() {
		this.isTerminated = true;
	}
	answer(isMade: boolean) {
		const request = this.requests.at(-1);
		this.onmessage?.({ data: { id: request && 'id' in request ? request.id : 0, isMade } });
	}
}

let fs: ReturnType<typeof newFileSystem>;
let service: TransformService;
beforeEach(() => {
	vi.useFakeTimers();
	FakeWorker.all = [];
	vi.stubGlobal('Worker', FakeWorker);
	vi.stubGlobal('navigator', { locks: { request: async (_name: string, run: () => void) => run() } });
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	fs = newFileSystem();
	service = new TransformService(new KernelHeap(fs.heap), fs, 'transforms.js');
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** Repairs after a crash are over. */
const repaired = () => vi.advanceTimersByTimeAsync(0);

it('starts no worker before it is asked, or a while after boot', async () => {
	service.warm();
	expect(FakeWorker.all).toHaveLength(0);
	await vi.advanceTimersByTimeAsync(1000);
	expect(FakeWorker.all).toHaveLength(1);
});

it("passes on the worker's answers", async () => {
	const asked = service.ask(ASK);
	FakeWorker.all[0]?.answer(true);
	expect(await asked).toEqual({ isMade: true });
});

it('says no to all who wait when the worker crashes, repairs after it, and starts it anew a few times', async () => {
	const recover = vi.spyOn(fs, 'recover');
	for (let starts = 1; starts <= 4; starts++) {
		const asked = [service.ask(ASK), service.ask(ASK)];
		expect(FakeWorker.all).toHaveLength(starts);
		FakeWorker.all.at(-1)?.onerror?.({ message: 'crash' });
		// Until the file system is repaired there is none to ask.
		expect(service.ask(ASK)).toEqual({ isMade: false });
		expect(await Promise.all(asked)).toEqual([{ isMade: false }, { isMade: false }]);
		await repaired();
	}
	expect(service.ask(ASK)).toEqual({ isMade: false });
	expect([FakeWorker.all.length, FakeWorker.all.every((worker) => worker.isTerminated)]).toEqual([4, true]);
	expect(recover.mock.calls).toEqual([3, 4, 5, 6].map((pid) => [pid, TRANSFORMS_SLOT]));
});

it('ends a worker that does not answer, which may write no more', async () => {
	const asked = service.ask(ASK);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await asked).toEqual({ isMade: false });
	expect([FakeWorker.all[0]?.isTerminated, new ProcessSlot(fs.heap, TRANSFORMS_SLOT).isFenced]).toEqual([true, true]);
});

it('says no after the end, and starts nothing', async () => {
	service.warm();
	const asked = service.ask(ASK);
	service.stop();
	expect([await asked, service.ask(ASK), FakeWorker.all[0]?.isTerminated]).toEqual([{ isMade: false }, { isMade: false }, true]);
	await vi.advanceTimersByTimeAsync(2000);
	expect(FakeWorker.all).toHaveLength(1);
});
