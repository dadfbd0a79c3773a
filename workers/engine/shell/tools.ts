import type { Readable } from 'node:stream';
import type { UserOptions } from '@yarnpkg/shell';
import { loadTools } from './load-tools';

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
	'curl',
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

const TOOLS: ReadonlySet<string> = new Set(TOOL_NAMES.filter((name) => !NOT_TOOLS.has(name)));

export const isTool = (name: string): boolean => TOOLS.has(name);
export const toolNames = (): string[] => [...TOOLS];

/** Every tool as a builtin of the line interpreter. */
export function toolBuiltins(): Builtins {
	const builtins: Builtins = {};
	for (const name of TOOLS) {
		// The line interpreter's own echo needs no tools; only flags do.
		if (name === 'echo') continue;
		builtins[name] = async (args, _options, state) => {
			const stdin = wantsStandardInput(name, args) ? await readAll(state.stdin) : '';
			const result = await loadTools().runTool(name, args, { cwd: state.cwd, env: state.environment, stdin });
			await write(state.stdout, result.stdout);
			await write(state.stderr, result.stderr.replaceAll('bash: ', ''));
			return result.exitCode;
		};
	}
	return builtins;
}

/** One tool as a whole process, for `spawn('ls')`. */
export async function runToolAsProcess(name: string, args: string[]): Promise<number> {
	const stdin = wantsStandardInput(name, args) ? await readAll(process.stdin) : '';
	const env = Object.fromEntries(Object.entries(process.env).map(([key, value]) => [key, value ?? '']));
	const result = await loadTools().runTool(name, args, { cwd: process.cwd(), env, stdin });
	await write(process.stdout, result.stdout);
	await write(process.stderr, result.stderr);
	return result.exitCode;
}

function wantsStandardInput(name: string, args: string[]): boolean {
	if (args.includes('-') || ALWAYS_READ.has(name)) return true;
	const operands = args.filter((arg) => !arg.startsWith('-'));
	if (READERS.has(name)) return operands.length === 0;
	return PATTERN_READERS.has(name) && operands.length <= 1 && !args.some((arg) => /^-[a-zA-Z]*[rR]/.test(arg));
}

async function readAll(stream: Readable): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer));
	return Buffer.concat(chunks).toString('utf8');
}

function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
	if (text === '') return Promise.resolve();
	return new Promise((resolve) => stream.write(text, () => resolve()));
}
