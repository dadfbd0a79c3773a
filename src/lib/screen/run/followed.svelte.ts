/**
 * The same properties as those of `get()`, each derived for itself: who reads one is called again when that one has changed, whatever
 * the others did.
 */
export function followed<T extends object>(get: () => T): T {
	const parts = {} as T;
	for (const key of Object.keys(get()) as (keyof T)[]) {
		const part = $derived(get()[key]);
		Object.defineProperty(parts, key, { get: () => part, enumerable: true });
	}
	return parts;
}
