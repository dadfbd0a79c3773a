const kept = globalThis as { scheduledWork?: ReadonlySet<unknown> };

/** More turns than any page needs; who schedules for ever is not waited for. */
const MAX_TURNS = 100;

/**
 * Resolves once nothing is scheduled any more: React has rendered, run its effects, and rendered what those changed. How timers and
 * immediates take turns differs between Node and a browser tab; this does not depend on it.
 */
export async function idle(): Promise<void> {
	for (let turn = 0; turn < MAX_TURNS && kept.scheduledWork?.size; turn++)
		await new Promise<void>((next) => void setImmediate(next));
}
