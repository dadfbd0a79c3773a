/** A queue of one: work starts when all that was given before has ended, well or not. */
export class Serial {
	#last: Promise<unknown> = Promise.resolve();

	/** @throws what `work` throws; the next work starts all the same */
	run<T>(work: () => Promise<T> | T): Promise<T> {
		const result = this.#last.then(work);
		this.#last = result.catch(() => undefined);
		return result;
	}
}
