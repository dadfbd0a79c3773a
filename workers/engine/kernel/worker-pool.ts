import { SLOT_COUNT } from '../fs/layout/slot';
import { ProcessSlot } from '../fs/slot';
import { SyscallChannel } from '../fs/syscall-channel';
import type { ProcessToKernel, WorkerInit } from '../protocol';
import type { EngineAssets } from './assets';
import type { KernelHeap } from './kernel-heap';
import type { ProcessKind, ProcessRecord } from './process-record';

/** Spares kept when nothing happens. */
const MINIMUM: Record<ProcessKind, number> = { process: 2, thread: 1 };
/** Spares kept at most: 18 MB each, and the time of a processor, which running programs want as well. */
const MOST = Math.max(2, Math.min(6, navigator.hardwareConcurrency));
/** How long after the last start the pool shrinks back. */
const CALM_MS = 15_000;
/** Slots of the kernel's npm and transforms workers: they write files as a process does, but are none. Slot 0 is the kernel's own. */
export const NPM_SLOT = SLOT_COUNT - 1;
export const TRANSFORMS_SLOT = SLOT_COUNT - 2;

const FIRST_PID = 100;

export interface PoolEvents {
	onMessage(record: ProcessRecord, message: ProcessToKernel, ports: readonly MessagePort[]): void;
	onCrash(record: ProcessRecord, reason: string): void;
}

/**
 * Creates all workers, and keeps some booted ahead: a spare starts a program in under a millisecond, a new realm takes ~90.
 * Each start that finds no spare raises the target (a test runner wants as many as there are processors), quiet lowers it again.
 */
export class WorkerPool {
	readonly #heap: KernelHeap;
	readonly #assets: EngineAssets;
	readonly #events: PoolEvents;
	readonly #freeSlots: number[] = [];
	readonly #spares: Record<ProcessKind, ProcessRecord[]> = { process: [], thread: [] };
	readonly #target: Record<ProcessKind, number> = { ...MINIMUM };
	readonly bySlot = new Map<number, ProcessRecord>();
	#lastPid = FIRST_PID;
	#isFilling = false;
	#isStopped = false;
	#calmTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(heap: KernelHeap, assets: EngineAssets, events: PoolEvents) {
		this.#heap = heap;
		this.#assets = assets;
		this.#events = events;
		for (let slot = TRANSFORMS_SLOT - 1; slot > 0; slot--) this.#freeSlots.push(slot);
	}

	/** A worker for a program: a spare, else a new one (messages wait in its port until it has booted). */
	take(kind: ProcessKind): ProcessRecord {
		const spare = this.#spares[kind].shift();
		if (!spare || this.#spares[kind].length === 0) this.#target[kind] = Math.min(MOST, this.#target[kind] + 1);
		clearTimeout(this.#calmTimer);
		this.#calmTimer = setTimeout(() => Object.assign(this.#target, MINIMUM), CALM_MS);
		const record = spare ?? this.#create(kind);
		setTimeout(() => void this.fill(), 0);
		return record;
	}

	/** Boots missing spares, one at a time so as not to compete with running programs. */
	async fill(): Promise<void> {
		if (this.#isFilling) return;
		this.#isFilling = true;
		try {
			for (const kind of ['process', 'thread'] as const) {
				while (!this.#isStopped && this.#spares[kind].length < this.#target[kind] && this.#freeSlots.length > 8) {
					const record = this.#create(kind);
					this.#spares[kind].push(record);
					await record.ready;
				}
			}
		} finally {
			this.#isFilling = false;
		}
	}

	/** Whether one more can start. */
	hasRoom(kind: ProcessKind): boolean {
		return this.#spares[kind].length > 0 || this.#freeSlots.length > 0;
	}

	/** Forgets a spare that died. */
	drop(record: ProcessRecord): void {
		this.#spares[record.kind] = this.#spares[record.kind].filter((spare) => spare !== record);
	}

	/** A slot may be used again only once its worker is really dead. */
	releaseSlot(slot: number): void {
		this.bySlot.delete(slot);
		this.#freeSlots.unshift(slot);
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#calmTimer);
		for (const record of this.bySlot.values()) record.worker.terminate();
	}

	#create(kind: ProcessKind): ProcessRecord {
		const slot = this.#freeSlots.pop();
		if (slot === undefined) throw new Error('EAGAIN: too many processes');
		const pid = ++this.#lastPid;
		const memory = new ProcessSlot(this.#heap.buffer, slot);
		memory.reset(pid);
		const { port1, port2 } = new MessageChannel();
		const worker = new Worker(`${this.#assets.processUrl}#${pid}`);
		let markReady = () => {};
		const ready = new Promise<void>((resolve) => (markReady = resolve));
		const lock = `process-${crypto.randomUUID()}`;
		const record: ProcessRecord = {
			pid,
			slot,
			memory,
			syscalls: new SyscallChannel(this.#heap.buffer, slot),
			lock,
			kind,
			worker,
			port: port1,
			ready,
			markReady,
			state: 'spare',
			parent: null,
			groupId: pid,
			sessionId: pid,
			terminal: null,
			threads: new Set(),
			threadId: 0,
			argv: [],
			nodeOptions: '',
			fds: [],
			isSync: false,
			onExit: null
		};
		this.bySlot.set(slot, record);
		port1.onmessage = ({ data, ports }: MessageEvent) => this.#events.onMessage(record, data as ProcessToKernel, ports);
		worker.onerror = (event) => this.#events.onCrash(record, `${event.message} ${event.filename}:${event.lineno}`);
		const init: WorkerInit = {
			type: 'init',
			heap: this.#heap.buffer,
			slot,
			pid,
			lock,
			kind,
			shapes: this.#assets.shapes,
			coldPackUrl: this.#assets.coldPackUrl,
			extraPackUrls: this.#assets.extraPackUrls,
			port: port2
		};
		worker.postMessage(init, [port2]);
		return record;
	}
}
