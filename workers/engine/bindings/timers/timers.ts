import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** `processTimers` answers this when another timer is due: run it in the next macrotask. */
const RUN_AGAIN = 1;

/** Starting a native loop takes longer than the shortest timer, so that one is due by then. */
const TIMER_SLACK_MS = 1;

/** One host timer for all of Node's, and the immediate queue; each timer list and each round of immediates is one macrotask. */
export const timers: BindingInstaller = (binding, runtime) => {
	const { hooks, host, loop } = runtime;
	const startedAt = host.performance.now();
	const now = () => Math.floor(host.performance.now() - startedAt);
	binding.getLibuvNow = now;
	binding.setupTimers = (processImmediate: () => void, processTimers: (nowMs: number) => number) => {
		hooks.processImmediate = processImmediate;
		hooks.processTimers = processTimers;
	};

	let hostTimer: ReturnType<typeof setTimeout> | undefined;
	let dueAt = Infinity;
	const runTimers = (at: number) => {
		dueAt = Infinity;
		let next: number;
		try {
			next = hooks.processTimers?.(at) ?? 0;
		} catch (error) {
			// A timer threw: the others that are due still run, after the error was dealt with.
			loop.macro(runDue);
			throw error;
		}
		if (next === RUN_AGAIN) {
			dueAt = -Infinity;
			loop.macro(runDue);
		} else if (next) schedule(Math.max(1, Math.abs(next) - now()));
	};
	const runDue = () => runTimers(now());
	const schedule = (delayMs: number) => {
		if (hostTimer !== undefined) host.clearTimeout(hostTimer);
		dueAt = now() + delayMs;
		hostTimer = host.setTimeout(() => {
			hostTimer = undefined;
			loop.macro(runDue);
		}, delayMs);
	};
	binding.scheduleTimer = schedule;
	binding.toggleTimerRef = noop;

	let isArmed = false;
	let hasYielded = false;
	let isInImmediates = false;
	const arm = () => {
		if (isArmed) return;
		isArmed = true;
		// libuv's round is timers, input and output, immediates: what input, output and timers ask for comes in the same round.
		const isNextRound = isInImmediates || !loop.hasTurned;
		loop.macro(() => {
			isArmed = false;
			// Due timers come before immediates of their round; a timer that always sets the next one must not hold them up.
			const slackMs = hasYielded ? 0 : TIMER_SLACK_MS;
			if ((isNextRound || hasYielded) && dueAt - now() <= slackMs && (!hasYielded || dueAt === -Infinity)) {
				hasYielded = true;
				host.clearTimeout(hostTimer);
				hostTimer = undefined;
				arm();
				return runTimers(now() + slackMs);
			}
			hasYielded = false;
			isInImmediates = true;
			try {
				hooks.processImmediate?.();
			} finally {
				if (counts[0] || counts[2]) arm();
				isInImmediates = false;
			}
		});
	};
	/** `[count, refCount, hasOutstanding]`. */
	const counts = binding.immediateInfo as Uint32Array;
	binding.toggleImmediateRef = (isRef: boolean) => {
		if (isRef) arm();
	};
	binding.immediateInfo = new Proxy(counts, {
		get: (target, key) => target[Number(key)],
		set(target, key, value: number) {
			const previous = target[Number(key)] ?? 0;
			target[Number(key)] = value;
			if (key === '0' && value > previous) arm();
			return true;
		}
	});
};
