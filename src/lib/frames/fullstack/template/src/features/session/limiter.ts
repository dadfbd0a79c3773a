/** More keys than any honest hour has; those counted longest ago are forgotten first. */
const MAX_KEYS = 10_000;

/** Counts attempts per key in a sliding window (in memory, per process). */
export function createLimiter(max: number, windowMs: number, now: () => Date) {
	/** In the order of their latest attempt. */
	const attempts = new Map<string, number[]>();
	const recent = (key: string) => (attempts.get(key) ?? []).filter((at) => at > now().getTime() - windowMs);
	return {
		/** Seconds until the key may try again; 0: at once. */
		waitSeconds(key: string): number {
			const times = recent(key);
			return times.length < max ? 0 : Math.max(1, Math.ceil((times.at(-max)! + windowMs - now().getTime()) / 1000));
		},
		count(key: string): void {
			const times = [...recent(key), now().getTime()];
			attempts.delete(key);
			attempts.set(key, times);
			for (const [oldest, past] of attempts) {
				if (attempts.size <= MAX_KEYS && past.at(-1)! > now().getTime() - windowMs) break;
				attempts.delete(oldest);
			}
		},
		/** Takes back the latest attempt. */
		undo(key: string): void {
			const times = attempts.get(key)?.slice(0, -1) ?? [];
			if (times.length) attempts.set(key, times);
			else attempts.delete(key);
		},
		clear: (key: string) => void attempts.delete(key)
	};
}
