import type { Descriptors } from './descriptors';
import { Leave } from './leave';
import { startProgram } from './programs';
import type { Shell } from './shell';

/** Signals that whoever knows this process sends to the program that has taken its place. */
const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;

/**
 * `exec program ...`: the shell is this program from now on. Its process stays as the program's stand-in: it hands signals on and
 * ends as the program ends, by the same signal.
 * @throws Leave with the program's exit code
 */
export async function replaceWith(shell: Shell, words: string[], io: Descriptors): Promise<never> {
	const { child, ended, signal } = startProgram(words, { cwd: shell.cwd, env: shell.variables.environment(), io });
	const forward = (name: NodeJS.Signals) => void child.kill(name);
	// A terminal sends its signals to both.
	const forwarded = shell.isSubshell ? [] : process.stdin.isTTY ? FORWARDED : ([...FORWARDED, 'SIGINT'] as const);
	for (const name of forwarded) process.on(name, forward);
	shell.traps.dispose();
	let exitCode: number;
	try {
		exitCode = await ended;
	} finally {
		for (const name of forwarded) process.off(name, forward);
	}
	const endedBy = signal();
	if (endedBy && !shell.isSubshell) process.kill(process.pid, endedBy);
	throw new Leave('exit', exitCode);
}
