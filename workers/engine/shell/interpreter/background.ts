import { openSync } from 'node:fs';
import type { Statement } from 'unbash';
import { OpenFile, type Descriptors } from './descriptors';
import type { Shell } from './shell';
import { startSubshell } from './subshell-process';

/** `command &`: a process of its own, without the terminal's input. */
export async function runInBackground(shell: Shell, command: Statement['command'], io: Descriptors): Promise<number> {
	const input = new OpenFile(openSync('/dev/null', 'r'));
	try {
		const { child, ended } = startSubshell(shell.copy(), command, io.with([0, input]));
		const job = shell.jobs.add({ child, ended: ended.catch(() => 127), command: shell.source.slice(command.pos, command.end) });
		if (shell.isInteractive) io.stderr.write(`[${job.number}] ${job.pid}\n`);
		return 0;
	} finally {
		input.close();
	}
}
