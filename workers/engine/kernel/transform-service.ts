import type { FileSystem } from '../fs/file-system';
import { ProcessSlot } from '../fs/slot';
import type { Syscall } from '../protocol';
import type { TransformAnswer, TransformsRequest } from '../transforms/protocol';
import type { KernelHeap } from './kernel-heap';
import { TRANSFORMS_SLOT } from './worker-pool';

/** The worker's pid; one more for each time it had to be started again, so below those of processes. */
const FIRST_PID = 3;
const MAX_STARTS = 4;
/** The largest package file takes two seconds on a busy machine; who waits longer makes its module itself. */
const ANSWER_MS = 10_000;
/** Boot is over then, and few programs have come so far as to load a package. */
const WARM_MS = 1_000;

type Ask = Extract<Syscall, { op: 'transform' }>;
interface Asked {
	isMade: boolean;
}

/** Answers processes with the transforms worker. Each ask is answered: with no where the worker is slow, gone, or cannot be had. */
export class TransformService {
	#worker: Worker | null = null;
	#starts = 0;
	#lastId = 0;
	#isStopped = false;
	#lock = '';
	#repairing: Promise<void> | null = null;
	#warmTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #pending = new Map<number, (isMade: boolean) => void>();
	readonly #memory: ProcessSlot;

	constructor(
		private readonly heap: KernelHeap,
		private readonly fs: FileSystem,
		private readonly workerUrl: string
	) {
		this.#memory = new ProcessSlot(heap.buffer, TRANSFORMS_SLOT);
	}

	/** Starts the worker ahead of the first ask, a little later. */
	warm(): void {
		if (this.#isStopped) return;
		this.#warmTimer = setTimeout(() => this.#running(), WARM_MS);
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#warmTimer);
		this.#worker?.terminate();
		this.#refuseAll();
	}

	/** Packages have been installed there: what earlier sessions made of them is put where processes look for it. */
	installed(folder: string): void {
		this.#running()?.postMessage({ type: 'installed', folder } satisfies TransformsRequest);
	}

	ask({ kind, path, key }: Ask): Promise<Asked> | Asked {
		const worker = this.#running();
		if (!worker) return { isMade: false };
		return new Promise((resolve) => {
			const id = ++this.#lastId;
			const timer = setTimeout(() => this.#fail('it does not answer'), ANSWER_MS);
			this.#pending.set(id, (isMade) => {
				clearTimeout(timer);
				this.#pending.delete(id);
				resolve({ isMade });
			});
			const request: TransformsRequest = { type: 'transform', id, kind, path, key };
			worker.postMessage(request);
		});
	}

	#running(): Worker | null {
		if (this.#isStopped || this.#repairing) return null;
		if (!this.#worker && this.#starts < MAX_STARTS) this.#worker = this.#start();
		return this.#worker;
	}

	#start(): Worker {
		const pid = FIRST_PID + this.#starts++;
		this.#memory.reuse(pid);
		const worker = new Worker(this.workerUrl);
		worker.onmessage = ({ data }: MessageEvent<TransformAnswer>) => this.#pending.get(data.id)?.(data.isMade);
		worker.onerror = (event) => this.#fail(event.message);
		this.#lock = `transforms-${crypto.randomUUID()}`;
		const init: TransformsRequest = { type: 'init', heap: this.heap.buffer, pid, slot: TRANSFORMS_SLOT, lock: this.#lock };
		worker.postMessage(init);
		return worker;
	}

	/** As with a process that is killed: nobody takes the worker's place before it is gone and the file system repaired after it. */
	#fail(reason: string): void {
		if (!this.#worker || this.#isStopped) return;
		console.warn(`[kernel] transforms worker: ${reason}`);
		const pid = FIRST_PID + this.#starts - 1;
		this.#memory.fence();
		this.#worker.terminate();
		this.#worker = null;
		this.#refuseAll();
		this.#repairing = navigator.locks
			.request(this.#lock, () => void this.fs.recover(pid, TRANSFORMS_SLOT))
			.finally(() => (this.#repairing = null));
	}

	#refuseAll(): void {
		for (const answer of [...this.#pending.values()]) answer(false);
	}
}
