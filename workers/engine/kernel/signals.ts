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
	SIGSTOP: 19,
	SIGTSTP: 20,
	SIGTTIN: 21,
	SIGTTOU: 22,
	SIGURG: 23,
	SIGWINCH: 28
} as const;

/** Signals that do nothing to a process without a handler. */
const IGNORED_BY_DEFAULT: ReadonlySet<number> = new Set([SIGNALS.SIGCHLD, SIGNALS.SIGCONT, SIGNALS.SIGURG, SIGNALS.SIGWINCH]);

/** Signals that would pause a process: nothing can pause a worker, so who sends one is told. */
const STOPPING: ReadonlySet<number> = new Set([SIGNALS.SIGSTOP, SIGNALS.SIGTSTP, SIGNALS.SIGTTIN, SIGNALS.SIGTTOU]);

const LAST_SIGNAL = 64;
/** The bit map of handled signals has one word. */
const LAST_HANDLED = 31;

const NAMES = new Map<number, string>(Object.entries(SIGNALS).map(([name, number]) => [number, name]));

/** `SIGTERM` for 15; the empty string for 0, as `childExit` wants it. */
export function signalName(signal: number): string {
	return signal === 0 ? '' : (NAMES.get(signal) ?? `SIG${signal}`);
}

export function isSignal(signal: number): boolean {
	return signal >= 0 && signal <= LAST_SIGNAL;
}

/** Whether a process with this bit map of handlers (`S_SIGS`) takes the signal itself. */
export function isHandled(handled: number, signal: number): boolean {
	return signal <= LAST_HANDLED && signal !== SIGNALS.SIGKILL && signal !== SIGNALS.SIGSTOP && ((handled >> signal) & 1) !== 0;
}

export function isStopping(signal: number): boolean {
	return STOPPING.has(signal);
}

export function isIgnoredByDefault(signal: number): boolean {
	return IGNORED_BY_DEFAULT.has(signal);
}
