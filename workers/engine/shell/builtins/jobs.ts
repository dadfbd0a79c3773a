import { ShellFault } from '../interpreter/leave';
import type { Job } from '../interpreter/jobs';
import { INTERRUPTED } from '../interpreter/leave';
import type { Shell } from '../interpreter/shell';
import { interruptible } from '../interruptible';
import { kill } from '../kill';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

const UNKNOWN = 127;

/** `wait [-n] [PID | %JOB]...`: until they have ended; a trapped signal or Ctrl-C ends the wait. */
export const wait: Builtin = async (shell, args, { io }) => {
	const names = args.filter((arg) => !arg.startsWith('-'));
	if (args.includes('-n')) {
		const running = names.length > 0 ? names.flatMap((name) => shell.jobs.find(name) ?? []) : shell.jobs.all;
		if (running.length === 0) return UNKNOWN;
		return until(shell, Promise.race(running.map(async (job) => finished(shell, job, await shell.jobs.untilEnd(job)))));
	}
	if (names.length === 0) {
		await until(
			shell,
			Promise.all(shell.jobs.all.map(async (job) => finished(shell, job, await shell.jobs.untilEnd(job)))).then(() => 0)
		);
		return 0;
	}
	let exitCode = 0;
	for (const name of names) {
		const job = shell.jobs.find(name);
		if (job) exitCode = await until(shell, shell.jobs.untilEnd(job));
		else {
			await write(
				io.stderr,
				`${shell.prefix}wait: ${/^\d+$/.test(name) ? `pid ${name} is not a child of this shell` : `${name}: no such job`}\n`
			);
			exitCode = UNKNOWN;
		}
	}
	return exitCode;
};

function finished(shell: Shell, job: Job, exitCode: number): number {
	shell.jobs.forget(job);
	return exitCode;
}

async function until(shell: Shell, ended: Promise<number>): Promise<number> {
	const done = new AbortController();
	const signalled = shell.traps.untilSignal(done.signal).then(() => INTERRUPTED);
	try {
		return await interruptible(() => Promise.race([ended, signalled]));
	} finally {
		done.abort();
	}
}

/** `jobs [-p]`. */
export const jobs: Builtin = async (shell, args, { io }) => {
	for (const job of [...shell.jobs.all]) {
		const state = job.exitCode === null ? 'Running' : job.exitCode === 0 ? 'Done' : `Exit ${job.exitCode}`;
		await write(io.stdout, args.includes('-p') ? `${job.pid}\n` : `[${job.number}]  ${state.padEnd(22)}  ${job.command}${job.exitCode === null ? ' &' : ''}\n`); // prettier-ignore
		if (job.exitCode !== null) shell.jobs.forget(job);
	}
	return 0;
};

/** `fg [%JOB]`: waits for it; it keeps the input that it has. */
export const fg: Builtin = async (shell, [name = '%%'], { io }) => {
	const job = shell.jobs.find(name);
	if (!job) throw new ShellFault(`${name === '%%' ? 'current' : name}: no such job`);
	await write(io.stdout, `${job.command}\n`);
	return finished(shell, job, await until(shell, shell.jobs.untilEnd(job)));
};

/** Nothing is ever stopped here: it runs already. */
export const bg: Builtin = (shell, [name = '%%']) => {
	if (!shell.jobs.find(name)) throw new ShellFault(`${name === '%%' ? 'current' : name}: no such job`);
	return 0;
};

export const disown: Builtin = (shell, names) => {
	for (const name of names.length > 0 ? names : ['%%']) {
		const job = shell.jobs.find(name);
		if (!job) throw new ShellFault(`${name}: no such job`);
		shell.jobs.forget(job);
	}
	return 0;
};

/** `kill`, which also knows `%1`. */
export const killJob: Builtin = (shell, args, { io }) => {
	const words = args.map((arg) => (arg.startsWith('%') ? String(shell.jobs.find(arg)?.pid ?? arg) : arg));
	const { stdin, stdout, stderr } = io;
	return kill(words, {
		cwd: shell.cwd,
		env: shell.variables.environment(),
		stdin,
		stdout,
		stderr,
		signal: new AbortController().signal
	});
};
