import { loadTools } from './load-tools';
import { readsStandardInput } from './input-operands';
import type { ToolContext } from './own-tool';
import { OWN_TOOLS } from './own-tools';
import { follow } from './streaming/follow';
import type { StreamingContext, StreamingTool } from './streaming/streaming-tool';
import { STREAMING_TOOLS } from './streaming/streaming-tools';
import { bytesOf, readAll, toolInput } from './tool-input';
import { BrokenPipe, write } from './tool-output';
import type { ToolsRuntime } from './tools-runtime';

/** Written in by the build. */
declare const TOOL_NAMES: string[];

/** Names that are real programs here, or that the session answers itself. */
const NOT_TOOLS = new Set([
	'node',
	'js-exec',
	'python',
	'python3',
	'bash',
	'sh',
	'time',
	'timeout',
	'sqlite3',
	'cd',
	'pwd',
	'exit',
	'export',
	'unset',
	'help',
	'clear',
	'history',
	'alias',
	'unalias',
	'true',
	'false',
	'sleep',
	'env',
	'xargs',
	'echo',
	'printf',
	'test'
]);
/** Exit code of what writes where nobody reads: 128 + SIGPIPE. */
const BROKEN_PIPE = 141;

const TOOLS: ReadonlySet<string> = new Set([...TOOL_NAMES.filter((name) => !NOT_TOOLS.has(name)), ...OWN_TOOLS.keys()]);

export const isTool = (name: string): boolean => TOOLS.has(name);
export const toolNames = (): string[] => [...TOOLS];

export async function runTool(name: string, args: string[], context: ToolContext): Promise<number> {
	ignoreErrors(context.stdout);
	try {
		const own = OWN_TOOLS.get(name) ?? (name === 'tail' ? follow(args) : null);
		return own ? await own(args, context) : await runLibraryTool(name, args, context);
	} catch (error) {
		if (error instanceof BrokenPipe) return BROKEN_PIPE;
		if (!context.signal.aborted) context.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	}
}

async function runLibraryTool(name: string, args: string[], context: ToolContext): Promise<number> {
	const { cwd, env, stdout, stderr } = context;
	let stdin: Buffer = Buffer.alloc(0);
	if (readsStandardInput(name, args)) {
		const input = bytesOf(toolInput(context.stdin, context.signal));
		const streaming = STREAMING_TOOLS.get(name)?.(args);
		if (streaming) return stream(streaming, input, { name, context });
		stdin = await readAll(input);
	}
	const result = await runWithLibrary(name, args, { cwd, env, stdin });
	await write(stdout, result.stdout);
	await write(stderr, result.stderr);
	return result.exitCode;
}

/** Writes what a tool yields as fast as it is taken. */
async function stream(
	tool: StreamingTool,
	input: AsyncGenerator<Buffer>,
	{ name, context: { cwd, env, stdout, stderr, signal } }: { name: string; context: ToolContext }
): Promise<number> {
	const library: StreamingContext['library'] = (args, stdin) =>
		runWithLibrary(name, args, { cwd, env, stdin: Buffer.from(stdin) });
	const output = tool(input, { cwd, stderr, library });
	try {
		for (;;) {
			const { done, value } = await output.next();
			if (done) return value;
			signal.throwIfAborted();
			await write(stdout, value);
		}
	} finally {
		await output.return(0);
	}
}

async function runWithLibrary(name: string, args: string[], context: Parameters<ToolsRuntime['runTool']>[2]) {
	const result = await loadTools().runTool(name, args, context);
	return { ...result, stderr: result.stderr.replaceAll('bash: ', '') };
}

const quiet = new WeakSet<NodeJS.WritableStream>();

/** A failed write tells its writer; the stream's own event must not end the shell. */
function ignoreErrors(stream: NodeJS.WritableStream): void {
	if (quiet.has(stream)) return;
	quiet.add(stream);
	stream.on('error', () => {});
}
