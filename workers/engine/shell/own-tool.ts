import type { Readable } from 'node:stream';

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
