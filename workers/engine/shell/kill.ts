import { constants } from 'node:os';
import type { OwnTool, ToolContext } from './own-tool';
import { namesOf, processTable, type ProcessEntry } from './process-table';

const USAGE_ERROR = 2;

interface KillRequest {
	/** Number; 0 only asks whether the process exists. Null: the name is unknown. */
	signal: number | null;
	signalName: string;
	flags: Set<string>;
	operands: string[];
}

/** `kill [-SIGNAL | -s SIGNAL] PID...`, `kill -l`: 1 when one of the processes could not be reached. */
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
		if (!/^\d+$/.test(operand)) exitCode = complain(stderr, `kill: ${operand}: arguments must be process IDs`);
		else if (!hasSent(Number(operand), signal)) exitCode = complain(stderr, `kill: (${operand}) - No such process`);
	}
	return exitCode;
};

/** `killall [-SIGNAL] NAME...`: processes of exactly that name. */
export const killall: OwnTool = async (args, context) => {
	const { operands } = parse(args);
	if (operands.length === 0) return complain(context.stderr, 'killall: usage: killall [-SIGNAL] NAME...');
	let exitCode = 0;
	for (const name of operands) {
		const count = killMatching('killall', args, context, (entry) => namesOf(entry).includes(name));
		if (count === 0) exitCode = complain(context.stderr, `${name}: no process found`);
		if (count === null) return 1;
	}
	return exitCode;
};

/** `pkill [-SIGNAL] [-f] [-x] PATTERN`: names that the pattern matches; with -f the whole command line. 1 when there is none. */
export const pkill: OwnTool = async (args, context) => {
	const { flags, operands } = parse(args);
	const [pattern, ...others] = operands;
	if (pattern === undefined || others.length > 0)
		return complain(context.stderr, 'pkill: usage: pkill [-SIGNAL] [-f] [-x] PATTERN', USAGE_ERROR);
	const expression = new RegExp(flags.has('x') ? `^(?:${pattern})$` : pattern);
	const texts = (entry: ProcessEntry) => (flags.has('f') ? [entry.command.join(' ')] : namesOf(entry));
	return killMatching('pkill', args, context, (entry) => texts(entry).some((text) => expression.test(text))) ? 0 : 1;
};

/** @returns how many were signalled, never the caller itself; null for an unknown signal, which it tells */
function killMatching(
	tool: string,
	args: string[],
	{ stderr }: ToolContext,
	isWanted: (entry: ProcessEntry) => boolean
): number | null {
	const { signal, signalName } = parse(args);
	if (signal === null) {
		complain(stderr, `${tool}: ${signalName}: unknown signal`);
		return null;
	}
	return processTable().filter((entry) => entry.pid !== process.pid && isWanted(entry) && hasSent(entry.pid, signal)).length;
}

function parse(args: string[]): KillRequest {
	const operands: string[] = [];
	const flags = new Set<string>();
	let signalName = 'TERM';
	for (let index = 0; index < args.length; index++) {
		const arg = args[index] ?? '';
		if (arg === '--') operands.push(...args.splice(index + 1));
		else if (arg === '-s' || arg === '-n') signalName = args[++index] ?? '';
		else if (/^-[a-z]$/.test(arg)) flags.add(arg.slice(1));
		else if (/^-./.test(arg)) signalName = arg.slice(1);
		else operands.push(arg);
	}
	return { signal: signalNumber(signalName), signalName, flags, operands };
}

function signalNumber(name: string): number | null {
	if (/^\d+$/.test(name)) return Number(name) <= 64 ? Number(name) : null;
	const full = name.toUpperCase().replace(/^(?!SIG)/, 'SIG');
	return (constants.signals as Record<string, number>)[full] ?? null;
}

function hasSent(pid: number, signal: number): boolean {
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
