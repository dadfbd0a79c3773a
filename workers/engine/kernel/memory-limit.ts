import type { FileSystem } from '../fs/file-system';
import { processOf, type ProcessRecord } from './process-record';
import type { RingTable } from './rings';
import { SIGNALS } from './signals';

/** Bytes of memory by pid, the shared heap counted in each; null where the browser does not tell. May take half a minute. */
export type MeasureMemory = () => Promise<Record<number, number> | null>;

/** All workers of an engine share the 4 GiB in which V8 keeps objects (measured: the renderer ends at 3.3 to 3.5). */
const LIMIT_MIB = 2048;
const PAUSE_MS = 5_000;
const MIB = 1024 * 1024;
const STDERR = 2;

/** What the limit needs of the kernel. */
interface Limited {
	readonly fs: FileSystem;
	readonly rings: RingTable;
	readonly heap: { readonly buffer: SharedArrayBuffer };
	readonly processes: ReadonlyMap<number, ProcessRecord>;
	end(record: ProcessRecord, code: number, signal: number): Promise<void>;
}

/**
 * Ends a process that holds more than it may as Node ends: with V8's words on stderr and SIGABRT. Others go on. What grows without ever
 * returning to its event loop cannot be measured: that takes the whole engine with it (THREAT_MODEL.md).
 */
export class MemoryLimit {
	/** Null once the engine is stopped: a measurement under way must not keep its heap. */
	#kernel: Limited | null;

	constructor(
		kernel: Limited,
		private readonly measure: MeasureMemory
	) {
		this.#kernel = kernel;
		void this.#watch();
	}

	stop(): void {
		this.#kernel = null;
	}

	async #watch(): Promise<void> {
		while (this.#kernel) {
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			if (!this.#kernel?.processes.size) continue;
			const held = await this.measure();
			if (!held) return;
			if (this.#kernel) endGreedy(this.#kernel, held);
		}
	}
}

function endGreedy(kernel: Limited, held: Record<number, number>): void {
	for (const record of [...kernel.processes.values()]) {
		const mib = ((held[record.pid] ?? 0) - kernel.heap.buffer.byteLength) / MIB;
		// A thread takes its process with it: they have one limit.
		if (mib > limitMiB(record)) void endAsNode(kernel, processOf(record), mib);
	}
}

async function endAsNode(kernel: Limited, record: ProcessRecord, mib: number): Promise<void> {
	if (record.state !== 'running') return;
	const bytes = new TextEncoder().encode(outOfMemory(record.pid, mib));
	const stderr = record.fds.find(({ fd }) => fd === STDERR);
	if (stderr?.kind === 'file') kernel.fs.pwrite(stderr.inode, bytes, 0, true);
	else if (stderr?.kind !== 'null' && stderr?.writeRing) await kernel.rings.write(stderr.writeRing, bytes);
	await kernel.end(record, 0, SIGNALS.SIGABRT);
}

/** `--max-old-space-size` before the script or in NODE_OPTIONS, in MiB, as Node reads it; the last one holds. */
export function limitMiB({ argv, nodeOptions }: Pick<ProcessRecord, 'argv' | 'nodeOptions'>): number {
	const script = argv.findIndex((word, index) => index > 0 && !word.startsWith('-'));
	const options = [...nodeOptions.split(/\s+/), ...argv.slice(1, script < 0 ? undefined : script)];
	const given = options.map((word) => /^--max[-_]old[-_]space[-_]size=(\d+)$/.exec(word)?.[1]).findLast(Boolean);
	return Number(given) || LIMIT_MIB;
}

function outOfMemory(pid: number, mib: number): string {
	return `\n<--- Last few GCs --->\n\n[${pid}] ${mib.toFixed(1)} MB in use\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n`;
}
