import type { OwnTool } from './own-tool';
import { processTable } from './process-table';

/** `ps`: every process of the container with its state and command line, whatever options are given. */
export const ps: OwnTool = async (_args, { stdout }) => {
	const rows = processTable().map(({ pid, parentPid, state, command }) => [pid, parentPid, state, command.join(' ')]);
	for (const [pid, parentPid, state, command] of [['PID', 'PPID', 'STAT', 'COMMAND'], ...rows])
		stdout.write(`${String(pid).padStart(7)} ${String(parentPid).padStart(7)} ${String(state).padEnd(4)} ${String(command)}\n`);
	return 0;
};
