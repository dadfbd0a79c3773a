/** Where a timer is, from the time that has passed: late ticks of a busy or hidden page make no difference. */

export interface Phase {
	name: string;
	seconds: number;
}

export interface Standing {
	/** Index of the phase; that of the last one when it is over. */
	phase: number;
	/** From 1. */
	round: number;
	leftMs: number;
	isOver: boolean;
}

/** @param rounds Infinity for no end */
export function standingOf(phases: readonly Phase[], rounds: number, passedMs: number): Standing {
	const wholeMs = phases.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
	const done = wholeMs > 0 ? Math.floor(passedMs / wholeMs) : rounds;
	if (done >= rounds) return { phase: phases.length - 1, round: Math.max(1, Math.min(rounds, done)), leftMs: 0, isOver: true };
	let restMs = passedMs - done * wholeMs;
	for (const [phase, { seconds }] of phases.entries()) {
		if (restMs < seconds * 1000) return { phase, round: done + 1, leftMs: seconds * 1000 - restMs, isOver: false };
		restMs -= seconds * 1000;
	}
	return { phase: 0, round: done + 1, leftMs: 0, isOver: true };
}

/** Minutes and seconds as a person enters them, '5' or '2:30', in seconds; undefined when it is no time. */
export function secondsOf(text: string): number | undefined {
	const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]?\d)$/.exec(text.trim());
	if (parts) return Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
	const minutes = /^\d{1,3}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : NaN;
	return Number.isFinite(minutes) ? Math.round(minutes * 60) : undefined;
}

/** 65432 ms as 1:05.4 */
export function stopwatchText(ms: number): string {
	const tenths = Math.floor(ms / 100);
	const two = (value: number) => String(value).padStart(2, '0');
	const seconds = Math.floor(tenths / 10);
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	const rest = `${two(seconds % 60)}.${tenths % 10}`;
	return hours ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
