/** Values told to whoever listens at the moment. A listener that throws does not keep the others from hearing. */
export class Signal<T> {
	#listeners = new Set<(value: T) => void>();

	/** Returns how to stop listening; stopping twice is harmless. */
	subscribe(listener: (value: T) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}
	emit(value: T): void {
		for (const listener of this.#listeners) {
			try {
				listener(value);
			} catch (error) {
				// As an uncaught error: seen, and nobody else's trouble.
				queueMicrotask(() => {
					throw error;
				});
			}
		}
	}
	get hasListeners(): boolean {
		return this.#listeners.size > 0;
	}
	/** Nobody listens any more. */
	clear(): void {
		this.#listeners.clear();
	}
}
