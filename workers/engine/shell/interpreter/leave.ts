/** Exit code of what Ctrl-C has ended: 128 + SIGINT. */
export const INTERRUPTED = 130;

/** Ways out of what runs, thrown by builtins and caught by the construct that they end. */
export class Leave extends Error {
	constructor(
		readonly kind: 'break' | 'continue' | 'return' | 'exit' | 'interrupted',
		/** Levels of `break` and `continue`, the exit code of the others. */
		public count: number
	) {
		super(kind);
	}
}

/** A fault that ends the command with this exit code and its message on standard error; a script that is not interactive ends, too, where `isFatal`. */
export class ShellFault extends Error {
	constructor(
		message: string,
		readonly exitCode = 1,
		readonly isFatal = false
	) {
		super(message);
	}
}
