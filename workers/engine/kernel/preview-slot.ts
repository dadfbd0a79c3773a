/** The lowest number that no engine of this browser has. It is this engine's for as long as its worker lives. */
export async function freeSlot(): Promise<number> {
	for (let slot = 0; ; slot++) {
		const isMine = await new Promise<boolean>((resolve, reject) => {
			const hold = (lock: Lock | null) => {
				resolve(lock !== null);
				return lock ? new Promise<void>(() => {}) : undefined;
			};
			navigator.locks.request(`preview-slot-${slot}`, { ifAvailable: true }, hold).catch(reject);
		});
		if (isMine) return slot;
	}
}
