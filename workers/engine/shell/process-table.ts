import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** Links to the shell's program. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'jsh'].flatMap((name) => [`/bin/${name}`, `/usr/bin/${name}`]));

/** One line of the process table. */
export interface ProcessEntry {
	pid: number;
	parentPid: number;
	/** Process group and session: the pids of their leaders. */
	groupId: number;
	sessionId: number;
	/** Number of the controlling terminal, 0 for none; the group in its foreground, -1 for none. */
	terminal: number;
	foregroundGroupId: number;
	/** One letter, as in `ps`: R running, S sleeping, Z over. */
	state: string;
	/** Milliseconds since 1970. */
	startedAtMs: number;
	/** As a person would type it. */
	command: string[];
}

/** All processes of the container by pid, from `/proc`. @source proc(5): stat, cmdline */
export function processTable(): ProcessEntry[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => entryOf(Number(name)) ?? [])
		.sort((a, b) => a.pid - b.pid);
}

/** Null for one that has ended meanwhile. */
function entryOf(pid: number): ProcessEntry | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
		// The name stands in parentheses, and may hold some itself.
		const nameEnd = stat.lastIndexOf(')');
		const name = stat.slice(stat.indexOf('(') + 1, nameEnd);
		const [state = '', ...numbers] = stat.slice(nameEnd + 2).split(' ');
		const [parentPid = 0, groupId = 0, sessionId = 0, terminal = 0, foregroundGroupId = -1] = numbers.map(Number);
		const startedAtMs = statSync(`/proc/${pid}`).mtimeMs;
		const command = asTyped(words, name);
		return { pid, parentPid, groupId, sessionId, terminal, foregroundGroupId, state, startedAtMs, command };
	} catch (error) {
		if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
		throw error;
	}
}

/** Every program here is a file that node runs: the shell and its tools are shown by their own names. */
function asTyped(words: string[], name: string): string[] {
	const [program = `[${name}]`, script, ...rest] = words;
	const isNode = basename(program) === 'node';
	if (!isNode || script === undefined) return [isNode ? 'node' : program, ...words.slice(1)];
	if (script === process.argv[1] && rest[0] === '--tool') return rest.slice(1);
	if (SHELLS.has(script)) return [basename(script), ...rest];
	return script === process.argv[1] ? ['jsh', ...rest] : ['node', script, ...rest];
}

/** Names that a process answers to: its program, and the script that node runs without folder and extension. */
export function namesOf({ command: [program = '', ...args] }: ProcessEntry): string[] {
	const script = program === 'node' ? args.find((arg) => !arg.startsWith('-')) : undefined;
	return [basename(program), ...(script === undefined ? [] : [basename(script).replace(/\.[cm]?[jt]s$/, '')])];
}
