import { constants } from 'node:os';

const SIGNAL_EXIT_BASE = 128;

/** What a shell shows as `$?` of a program that `signal` ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
	return SIGNAL_EXIT_BASE + constants.signals[signal];
}
