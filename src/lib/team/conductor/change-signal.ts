/** Wakes everybody who waits for the next change. A wake that nobody waits for is not kept. */
export class ChangeSignal {
	#next: Promise<void> | undefined;
	#resolve: () => void = () => undefined;

	/** Resolves with the next {@link wake}. */
	next(): Promise<void> {
		this.#next ??= new Promise((resolve) => (this.#resolve = resolve));
		return this.#next;
	}
	wake(): void {
		this.#next = undefined;
		this.#resolve();
	}
}
