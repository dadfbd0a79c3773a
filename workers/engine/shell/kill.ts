import { constants } from 'node:os';
import type { OwnTool } from './own-tool';
import { namesOf, processTable } from './process-table';

const USAGE_ERROR = 2;

interface KillRequest {
	/** Number; 0 only asks whether the process exists. Null: the name is unknown. */
	signal: number | null;
	signalName: string;
	operands: string[];
}

/** `kill [-SIGNAL | -s SIGNAL] PID...`, `kill -l`; a negative PID names a process group. 1 when one of the processes could not be reached. */
export const kill: OwnTool = async (args, { stdout, stderr }) => {
	if (args[0] === '-l' || args[0] === '-L') {
		stdout.write(`${Object.keys(constants.signals).map((name) => name.replace(/^SIG/, '')).join(' ')}\n`); // prettier-ignore
		return 0;
	}
	const { signal, signalName, operands } = parse(args);
	if (signal === null) return complain(stderr, `kill: ${signalName}: invalid signal specification`);
	if (operands.length === 0) return complain(stderr, 'kill: usage: kill [-s SIGNAL | -SIGNAL] PID... or kill -l', USAGE_ERROR);
	let exitCode = 0;
	for (const operand of operands) {
		if (!/^-?\d+$/.test(operand)) exitCode = complain(stderr, `kill: ${operand}: arguments must be process IDs`);
		else if (!hasSent(Number(operand), signal)) exitCode = complain(stderr, `kill: (${operand}) - No such process`);
	}
	return exitCode;
};

/** `killall [-SIGNAL] NAME...`: processes of exactly that name, never the caller itself. */
export const killall: OwnTool = async (args, { stderr }) => {
	const { signal, signalName, operands } = parse(args);
	if (signal === null) return complain(stderr, `killall: ${signalName}: unknown signal`);
	if (operands.length === 0) return complain(stderr, 'killall: usage: killall [-SIGNAL] NAME...');
	let exitCode = 0;
	for (const name of operands) {
		const named = processTable().filter((entry) => entry.pid !== process.pid && namesOf(entry).includes(name));
		const count = named.filter(({ pid }) => hasSent(pid, signal)).length;
		if (count === 0) exitCode = complain(stderr, `${name}: no process found`);
	}
	return exitCode;
};

function parse(args: string[]): KillRequest {
	const operands: string[] = [];
	let signalName: string | null = null;
	for (let index = 0; index < args.length; index++) {
		const arg = args[index] ?? '';
		if (arg === '--') operands.push(...args.splice(index + 1));
		else if (arg === '-s' || arg === '-n') signalName = args[++index] ?? '';
		// A second negative number is no signal but a process group.
		else if (/^-./.test(arg) && (signalName === null || !/^-\d+$/.test(arg))) signalName = arg.slice(1);
		else operands.push(arg);
	}
	signalName ??= 'TERM';
	return { signal: signalNumber(signalName), signalName, operands };
}

/** Null for a name or number that is no signal; 0 asks only. */
export function signalNumber(name: string): number | null {
	if (/^\d+$/.test(name)) return Number(name) <= 64 ? Number(name) : null;
	const full = name.toUpperCase().replace(/^(?!SIG)/, 'SIG');
	return (constants.signals as Record<string, number>)[full] ?? null;
}

/** False when there is no such process (or, negative, no such group). */
export function hasSent(pid: number, signal: number): boolean {
	try {
		return process.kill(pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
		throw error;
	}
}

function complain(stderr: NodeJS.WritableStream, message: string, exitCode = 1): number {
	stderr.write(`${message}\n`);
	return exitCode;
}
