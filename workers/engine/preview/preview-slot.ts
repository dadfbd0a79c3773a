/** A number that no other engine of this browser has, as long as it is not released and this worker lives. */
export interface Slot {
	number: number;
	release(): void;
}

/** How long a page that is being left may keep its project's first slot, in ms: a reload asks for it before the old worker is gone. */
const PATIENCE_MS = 2000;

/** The lowest slot that is free among the engines of one project, or among those without one (''). */
export async function claimSlot(project: string): Promise<Slot> {
	const nameOf = (slot: number) => `preview-slot-${project && `${project}-`}${slot}`;
	// A project keeps its origins, and what it stored there, only in the first slot; other engines have no reason to wait.
	const first = project ? await hold(nameOf(0), { signal: AbortSignal.timeout(PATIENCE_MS) }) : null;
	if (first) return { number: 0, release: first };
	for (let number = 0; ; number++) {
		const release = await hold(nameOf(number), { ifAvailable: true });
		if (release) return { number, release };
	}
}

/** Holds a lock. @returns what lets it go; null when it could not be had */
function hold(name: string, options: LockOptions): Promise<(() => void) | null> {
	return new Promise((resolve, reject) => {
		const keep = (lock: Lock | null) => (lock ? new Promise<void>((release) => resolve(release)) : resolve(null));
		navigator.locks
			.request(name, options, keep)
			.catch((error: unknown) => (options.signal?.aborted ? resolve(null) : reject(error as Error)));
	});
}
