import type { FileSystem } from '../fs/file-system';
import { MAILBOX_FOLDER } from '../protocol';
import type { LoopbackNetwork } from './loopback-network';
import { KERNEL_PID, removeProcFiles, writeParent } from './proc-files';
import { send, type ProcessRecord } from './process-record';
import type { RingTable } from './rings';
import { signalName, SIGNALS } from './signals';
import type { WatcherTable } from './watchers';
import type { WorkerPool } from './worker-pool';

/** Everything in the kernel that holds something of a process. */
export interface ProcessTables {
	readonly fs: FileSystem;
	readonly rings: RingTable;
	readonly network: LoopbackNetwork;
	readonly watchers: WatcherTable;
	readonly pool: WorkerPool;
	readonly processes: Map<number, ProcessRecord>;
}

const FAST_CHECKS = 20;
const MAX_CHECKS = 400;

/**
 * Takes a process apart, in this order: fence and terminate, repair the file system after it, release rings, ports, watchers,
 * then tell the parent. What it printed is in the rings already: nothing is lost, and the exit code is exact.
 */
export async function endProcess(tables: ProcessTables, record: ProcessRecord, code: number, signal: number): Promise<void> {
	if (record.state === 'exiting' || record.state === 'dead') return;
	const wasSpare = record.state === 'spare';
	record.state = 'exiting';
	// One that ended before it could say so must not keep the pool waiting for it.
	record.markReady();
	for (const thread of record.threads) void endProcess(tables, thread, 1, SIGNALS.SIGKILL);
	record.memory.fence();
	record.worker.terminate();
	const death = deathOf(record);
	// A process that exited by itself holds no lock; a killed one may still finish the write it is in.
	if (signal !== 0) await settled(record, death);
	tables.fs.recover(record.pid, record.slot);
	removeMessages(tables, record.pid);
	if (record.kind === 'process' && !wasSpare) leaveProc(tables, record);
	tables.rings.releaseAllOf(record);
	tables.network.removeAllOf(record);
	tables.watchers.remove(record);
	record.terminal?.detach(record);
	record.state = 'dead';
	record.port.close();
	tables.processes.delete(record.pid);
	if (wasSpare) tables.pool.drop(record);
	record.syscalls.close();
	void death.then(() => tables.pool.releaseSlot(record.slot));
	notifyParent(record, code, signal);
	record.onExit?.(code, signal);
}

/** Its children that still run have init as their parent in `/proc` now. */
function leaveProc({ fs, processes }: ProcessTables, record: ProcessRecord): void {
	removeProcFiles(fs, record.pid);
	for (const child of processes.values())
		if (child.parent === record && child.kind === 'process' && child.state === 'running') writeParent(fs, child, KERNEL_PID);
}

/** Drops what the process's message channels still hold; threads use the folder of their process. */
function removeMessages({ fs }: ProcessTables, pid: number): void {
	const folder = `${MAILBOX_FOLDER}/${pid}`;
	const inode = fs.walk(folder);
	const entries = inode > 0 ? fs.readdir(inode) : [];
	if (inode < 0 || typeof entries === 'number') return;
	for (const name of entries) if (typeof name === 'string') fs.unlink(`${folder}/${name}`);
	fs.rmdir(folder);
}

/** The worker holds a Web Lock for life: getting it means that the worker is gone. */
async function deathOf(record: ProcessRecord): Promise<void> {
	await navigator.locks.request(record.lock, () => undefined);
}

/** Waits until the worker is dead, or holds no lock of the heap (the fence keeps it from taking another). */
async function settled(record: ProcessRecord, death: Promise<void>): Promise<void> {
	const isHolding = () => record.memory.holdsLock(record.pid);
	for (let check = 0; check < MAX_CHECKS && isHolding(); check++) {
		const isDead = await Promise.race([death.then(() => true), pause(check < FAST_CHECKS ? 1 : 10)]);
		if (isDead) return;
	}
	if (isHolding()) await death;
}

function pause(ms: number): Promise<false> {
	return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}

function notifyParent(record: ProcessRecord, code: number, signal: number): void {
	const { parent } = record;
	if (!parent) return;
	if (record.kind === 'thread') {
		parent.threads.delete(record);
		if (parent.state === 'running') send(parent, { type: 'threadExit', threadId: record.threadId, code });
		return;
	}
	if (parent.state !== 'running') return;
	if (!record.isSync) return send(parent, { type: 'childExit', pid: record.pid, code, signal: signalName(signal) });
	parent.memory.reportChildExit(code, signal);
}
