/** The part of `Storage` that a journal needs. */
type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (projectId: string) => `tabsmith:unsaved:${projectId}`;

/**
 * Texts of a project's files that were typed but may not have been saved when the page went away. A page that is being left can
 * wait for nothing, so they lie in localStorage, which is written at once; the project's next page saves them.
 */
export class EditJournal {
	readonly #key: string;

	constructor(
		projectId: string,
		private readonly storage: JournalStorage | undefined = globalThis.localStorage
	) {
		this.#key = keyOf(projectId);
	}

	/** Texts by path. */
	read(): Map<string, string> {
		const kept = this.storage?.getItem(this.#key);
		return new Map(kept ? (JSON.parse(kept) as [string, string][]) : []);
	}
	/** Adds texts, each in the place of what is kept of its file. */
	keep(texts: ReadonlyMap<string, string>): void {
		if (texts.size > 0) this.#write(new Map([...this.read(), ...texts]));
	}
	/** A file was saved: what was typed before is no longer wanted. */
	drop(path: string): void {
		const texts = this.read();
		if (texts.delete(path)) this.#write(texts);
	}
	clear(): void {
		this.storage?.removeItem(this.#key);
	}

	#write(texts: ReadonlyMap<string, string>): void {
		if (texts.size === 0) return this.clear();
		try {
			this.storage?.setItem(this.#key, JSON.stringify([...texts]));
		} catch (error) {
			// More than localStorage holds, some 5 million characters: what has been sent to the project is all there can be.
			if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
		}
	}
}
