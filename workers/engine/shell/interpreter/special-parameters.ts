import { hostname } from 'node:os';
import type { Shell } from './shell';

const LETTERS: Readonly<Record<string, string>> = {
	errexit: 'e',
	nounset: 'u',
	xtrace: 'x',
	noglob: 'f',
	noexec: 'n',
	noclobber: 'C',
	allexport: 'a',
	verbose: 'v',
	monitor: 'm'
};
/** Letters of `set -e` and its like by the option's name. */
export const OPTION_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(LETTERS).map(([name, letter]) => [letter, name]));

const started = Date.now();

/** `$?`, `$#`, `$$`, `$!`, `$-`, and variables that are made when they are read; undefined for all others. */
export function specialParameter(shell: Shell, name: string): string | undefined {
	switch (name) {
		case '?':
			return String(shell.lastExitCode);
		case '#':
			return String(shell.args.length);
		case '$':
			return String(shell.pid);
		case '!':
			return shell.jobs.lastPid === null ? '' : String(shell.jobs.lastPid);
		case '-':
			return `${[...shell.options].map((option) => LETTERS[option] ?? '').join('')}${shell.isInteractive ? 'i' : ''}`;
		case 'LINENO':
			return String(shell.lineNumber);
		case 'RANDOM':
			return String(Math.floor(Math.random() * 32768));
		case 'SECONDS':
			return String(Math.floor((Date.now() - started) / 1000));
		case 'EPOCHSECONDS':
			return String(Math.floor(Date.now() / 1000));
		case 'PPID':
			return String(process.ppid);
		case 'UID':
		case 'EUID':
			return String(process.getuid?.() ?? 0);
		case 'HOSTNAME':
			return shell.variables.text(name) ?? hostname();
		case 'BASHPID':
			return String(process.pid);
		default:
			return undefined;
	}
}
