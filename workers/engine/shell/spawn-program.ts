import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';

const SIGNAL_EXIT_BASE = 128;

/** Starts a program for the line interpreter, which knows exit codes only: a signal that ended it becomes 128 + its number. */
export default function spawnProgram(name: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(name, args, options);
	const emit = child.emit.bind(child) as (event: string, ...values: unknown[]) => boolean;
	child.emit = (event: string, ...values: unknown[]) => {
		const [code, signal] = values as [number | null, NodeJS.Signals | null];
		return event === 'close' && code === null && signal ? emit(event, exitCodeOf(signal), signal) : emit(event, ...values);
	};
	return child;
}

/** What a shell shows as `$?` of a program that `signal` ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
	return SIGNAL_EXIT_BASE + constants.signals[signal];
}
