import type { Readable } from 'node:stream';
import { curl } from './curl';
import { kill, killall, pkill } from './kill';
import { ps } from './ps';
import { yes } from './yes';

/** What a tool runs with. `signal` is aborted by Ctrl-C and once the tool has ended. */
export interface ToolContext {
	/** Absolute path. */
	cwd: string;
	env: Record<string, string>;
	stdin: Readable;
	stdout: NodeJS.WritableStream;
	stderr: NodeJS.WritableStream;
	signal: AbortSignal;
}

/** Resolves with the exit code. */
export type OwnTool = (args: string[], context: ToolContext) => Promise<number>;

/** Tools that no interpreter brings: most concern this engine's processes and its loopback. */
export const OWN_TOOLS: ReadonlyMap<string, OwnTool> = new Map(Object.entries({ ps, kill, killall, pkill, curl, yes }));
