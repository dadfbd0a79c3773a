/** Linux numbers of the signals that the engine knows. */
export const SIGNALS = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGABRT: 6,
	SIGKILL: 9,
	SIGUSR1: 10,
	SIGUSR2: 12,
	SIGPIPE: 13,
	SIGALRM: 14,
	SIGTERM: 15,
	SIGCHLD: 17,
	SIGCONT: 18,
	SIGWINCH: 28
} as const;

/** Signals that do nothing to a process without a handler. */
const IGNORED_BY_DEFAULT: ReadonlySet<number> = new Set([SIGNALS.SIGCHLD, SIGNALS.SIGCONT, SIGNALS.SIGWINCH]);

const NAMES = new Map<number, string>(Object.entries(SIGNALS).map(([name, number]) => [number, name]));

/** `SIGTERM` for 15; the empty string for 0, as `childExit` wants it. */
export function signalName(signal: number): string {
	return signal === 0 ? '' : (NAMES.get(signal) ?? `SIG${signal}`);
}

export function isIgnoredByDefault(signal: number): boolean {
	return IGNORED_BY_DEFAULT.has(signal);
}
