import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** One line of the process table. */
export interface ProcessEntry {
	pid: number;
	parentPid: number;
	/** One letter, as in `ps`: R running, S sleeping, Z over. */
	state: string;
	/** As a person would type it. */
	command: string[];
}

/** All processes of the container by pid, from `/proc`. @source proc(5): status, cmdline */
export function processTable(): ProcessEntry[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => entryOf(Number(name)) ?? [])
		.sort((a, b) => a.pid - b.pid);
}

/** Null for one that has ended meanwhile. */
function entryOf(pid: number): ProcessEntry | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
		const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
		return { pid, parentPid: Number(field('PPid')), state: field('State'), command: asTyped(words, field('Name')) };
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
	if (script !== process.argv[1]) return ['node', script, ...rest];
	return rest[0] === '--tool' ? rest.slice(1) : ['jsh', ...rest];
}

/** Names that a process answers to: its program, and the script that node runs without folder and extension. */
export function namesOf({ command: [program = '', ...args] }: ProcessEntry): string[] {
	const script = program === 'node' ? args.find((arg) => !arg.startsWith('-')) : undefined;
	return [basename(program), ...(script === undefined ? [] : [basename(script).replace(/\.[cm]?[jt]s$/, '')])];
}
