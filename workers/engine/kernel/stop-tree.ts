import type { Kernel } from './kernel';
import type { ProcessRecord } from './process-record';
import { SIGNALS } from './signals';

/** How long a program that was told to stop may take to end by itself. */
const STOP_GRACE_MS = 2000;

/**
 * Ends a program and everything that it has started, detached or orphaned since: SIGTERM for all, and SIGKILL after the grace for what
 * ignores it or was started meanwhile.
 */
export function stopTree(kernel: Kernel, root: ProcessRecord): void {
	const signalAll = (signal: number) => {
		for (const record of treeOf(kernel, root)) kernel.kill(record.pid, signal);
	};
	signalAll(SIGNALS.SIGTERM);
	setTimeout(() => signalAll(SIGNALS.SIGKILL), STOP_GRACE_MS);
}

function treeOf(kernel: Kernel, root: ProcessRecord): ProcessRecord[] {
	return [...kernel.processes.values()].filter((record) => record.kind === 'process' && descendsFrom(record, root));
}

/** A record keeps its parent's after that has ended. */
function descendsFrom(record: ProcessRecord, root: ProcessRecord): boolean {
	for (let ancestor: ProcessRecord | null = record; ancestor; ancestor = ancestor.parent) if (ancestor === root) return true;
	return false;
}
