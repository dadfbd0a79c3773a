import { build } from 'esbuild';
import { Worker } from 'node:worker_threads';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A small file system with a /tmp. */
export function newFileSystem(maxMegabytes = 64): SharedFileSystem {
	const fs = SharedFileSystem.format(maxMegabytes);
	fs.mkdir('/tmp');
	return fs;
}

export function write(fs: SharedFileSystem, path: string, text: string): number {
	return fs.writeFile(path, encoder.encode(text));
}

/** Content as text, or the negative errno. */
export function read(fs: SharedFileSystem, path: string): string | number {
	const bytes = fs.readFile(path);
	return typeof bytes === 'number' ? bytes : decoder.decode(bytes);
}

export function names(fs: SharedFileSystem, path: string): string[] {
	const entries = fs.readdir(fs.walk(path));
	if (typeof entries === 'number') throw new Error(`readdir ${path}: ${entries}`);
	return entries.filter((entry): entry is string => typeof entry === 'string').sort();
}

/** A thread that runs `source` (TypeScript, with `heap`, `pid` and `slot` in scope) on the same heap. */
export async function threadOn(heap: SharedArrayBuffer, slot: number, source: string): Promise<Worker> {
	const result = await build({
		stdin: {
			contents: `
				import { workerData, parentPort } from 'node:worker_threads';
				import { SharedFileSystem } from './shared-file-system';
				import { Ring } from './ring';
				import { dropRingEnd } from './ring-header';
				const { heap, pid, slot } = workerData;
				const fs = new SharedFileSystem(heap, pid, slot);
				${source}`,
			resolveDir: new URL('../../../../workers/engine/fs/', import.meta.url).pathname,
			loader: 'ts'
		},
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs'
	});
	return new Worker(result.outputFiles[0]?.text ?? '', { eval: true, workerData: { heap, pid: slot + 100, slot } });
}

/** The thread's first message, or its failure. */
export function message(worker: Worker): Promise<unknown> {
	return new Promise((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
}
