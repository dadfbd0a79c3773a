/** A promise that somebody else resolves. */
export class Deferred<T = void> {
	#resolve: (value: T) => void = () => undefined;
	readonly promise = new Promise<T>((resolve) => (this.#resolve = resolve));

	/** Only the first call counts. */
	resolve(value: T): void {
		this.#resolve(value);
	}
}
