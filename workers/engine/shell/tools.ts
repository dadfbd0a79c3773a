import type { UserOptions } from '@yarnpkg/shell';
import { interruptible } from './interruptible';
import { loadTools } from './load-tools';
import { OWN_TOOLS, type ToolContext } from './own-tools';
import { readAll, toolInput } from './tool-input';

type Builtins = NonNullable<UserOptions['builtins']>;

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
	'sleep'
]);
/** Tools that read standard input when no file is named. */
const READERS = new Set([
	'cat',
	'head',
	'tail',
	'wc',
	'sort',
	'uniq',
	'base64',
	'md5sum',
	'sha1sum',
	'sha256sum',
	'rev',
	'tac',
	'nl',
	'jq',
	'fold',
	'paste',
	'column',
	'od',
	'xxd'
]);
/** Tools whose operands are never input files. */
const ALWAYS_READ = new Set(['tr', 'xargs', 'tee']);
/** Readers whose first operand is a pattern or program, not a file. */
const PATTERN_READERS = new Set(['grep', 'egrep', 'fgrep', 'rg', 'sed', 'awk', 'cut']);

const TOOLS: ReadonlySet<string> = new Set([...TOOL_NAMES.filter((name) => !NOT_TOOLS.has(name)), ...OWN_TOOLS.keys()]);

export const isTool = (name: string): boolean => TOOLS.has(name);
export const toolNames = (): string[] => [...TOOLS];

/** Every tool as a builtin of the line interpreter. */
export function toolBuiltins(): Builtins {
	const builtins: Builtins = {};
	for (const name of TOOLS) {
		// The line interpreter's own echo needs no tools; only flags do.
		if (name === 'echo') continue;
		builtins[name] = (args, _options, { cwd, environment: env, stdin, stdout, stderr }) =>
			interruptible((signal) => runTool(name, args, { cwd, env, stdin, stdout, stderr, signal }));
	}
	return builtins;
}

/** One tool as a whole process, for `spawn('ls')`. */
export async function runToolAsProcess(name: string, args: string[]): Promise<number> {
	const { stdin, stdout, stderr } = process;
	const env = Object.fromEntries(Object.entries(process.env).map(([key, value]) => [key, value ?? '']));
	return runTool(name, args, { cwd: process.cwd(), env, stdin, stdout, stderr, signal: new AbortController().signal });
}

async function runTool(name: string, args: string[], context: ToolContext): Promise<number> {
	const own = OWN_TOOLS.get(name);
	if (own) return own(args, context);
	const { cwd, env, stdout, stderr, signal } = context;
	const isReading = wantsStandardInput(name, args);
	if (name === 'cat' && isReading && args.every((arg) => arg === '-')) return copyInput(context);
	const stdin = isReading ? (await readAll(toolInput(context.stdin, signal))).toString('utf8') : '';
	const result = await loadTools().runTool(name, args, { cwd, env, stdin });
	await write(stdout, result.stdout);
	await write(stderr, result.stderr.replaceAll('bash: ', ''));
	return result.exitCode;
}

/** `cat` without files gives each piece as it comes. */
async function copyInput({ stdin, stdout, signal }: ToolContext): Promise<number> {
	for await (const chunk of toolInput(stdin, signal)) await write(stdout, chunk as Buffer);
	return 0;
}

function wantsStandardInput(name: string, args: string[]): boolean {
	if (args.includes('-') || ALWAYS_READ.has(name)) return true;
	const operands = args.filter((arg) => !arg.startsWith('-'));
	if (READERS.has(name)) return operands.length === 0;
	return PATTERN_READERS.has(name) && operands.length <= 1 && !args.some((arg) => /^-[a-zA-Z]*[rR]/.test(arg));
}

function write(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> {
	if (text.length === 0) return Promise.resolve();
	return new Promise((resolve) => stream.write(text, () => resolve()));
}
