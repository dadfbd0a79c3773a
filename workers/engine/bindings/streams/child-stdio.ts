import type { StdioRequest } from '../../protocol';
import type { Runtime } from '../../process/runtime';
import { RingStream } from './ring-stream';

/** One entry of `options.stdio` as Node's child_process hands it down. */
export interface NodeStdio {
	type: 'pipe' | 'overlapped' | 'fd' | 'inherit' | 'wrap' | 'ignore';
	handle?: unknown;
	fd?: number;
	ipc?: boolean;
	input?: ArrayBufferView;
}

/** The command line of a child, whose first word is the program: callers also pass numbers, which the native binding prints. */
export function argumentsOf(file: string, args: readonly unknown[] | undefined): string[] {
	return args?.map(String) ?? [file];
}

/** `KEY=value` pairs as an object. */
export function environmentOf(pairs: readonly string[] | undefined): Record<string, string> {
	const env: Record<string, string> = {};
	for (const pair of pairs ?? []) {
		const cut = pair.indexOf('=');
		env[pair.slice(0, cut)] = pair.slice(cut + 1);
	}
	return env;
}

/** What the kernel needs to know of each descriptor of a child. */
export function stdioRequests(runtime: Runtime, stdio: readonly NodeStdio[] | undefined): StdioRequest[] {
	return (stdio ?? []).map((entry, index): StdioRequest => {
		switch (entry.type) {
			case 'pipe':
			case 'overlapped':
				return { type: 'pipe', isIpc: Boolean(entry.ipc) };
			case 'fd':
			case 'inherit': {
				const fd = entry.fd ?? index;
				const open = runtime.fds.get(fd);
				if (open?.kind === 'file') return { type: 'fd', fd, inode: open.inode, position: open.position, flags: open.flags };
				if (open?.kind === 'ring') return ringRequest(open.readRing ?? 0, open.writeRing ?? 0);
				return { type: 'fd', fd };
			}
			case 'wrap': {
				if (!(entry.handle instanceof RingStream)) return { type: 'ignore' };
				const { readRing, writeRing } = entry.handle.ringIndices;
				return ringRequest(readRing, writeRing);
			}
			default:
				return { type: 'ignore' };
		}
	});
}

function ringRequest(readRing: number, writeRing: number): StdioRequest {
	return { type: 'ring', ...(readRing ? { readRing } : {}), ...(writeRing ? { writeRing } : {}) };
}
