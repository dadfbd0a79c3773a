/**
 * Hand edits that are on their way to the project, kept synchronously: a tab may close before the database has them. The next start
 * folds them in. One entry per file in `localStorage`, which is gone again once the edit is safe.
 */
export interface UnsavedEdit {
	path: string;
	/** The whole new text. */
	text: string;
	/** It was made after this event of the project's log, 0 when that is not known: clocks go back, the log does not. */
	afterSeq: number;
}

type Places = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export class UnsavedJournal {
	readonly #prefix: string;
	readonly #storage: Places | undefined;

	constructor(projectId: string, storage: Places | undefined = globalThis.localStorage) {
		this.#prefix = `tabsmith:unsaved:${projectId}:`;
		this.#storage = storage;
	}

	/** Keeps an edit until it is {@link settle | settled}. */
	put(path: string, text: string, afterSeq: number): void {
		try {
			this.#storage?.setItem(this.#prefix + path, JSON.stringify({ text, afterSeq }));
		} catch {
			// No room here: the database, which has more, is asked at the same time.
		}
	}
	/** The project has this text by event `seq`; a newer one stays, and was made after it. */
	settle(path: string, text: string, seq: number): void {
		const edit = this.#read(this.#prefix + path);
		if (edit?.text === text) this.#storage?.removeItem(this.#prefix + path);
		else if (edit) this.put(path, edit.text, Math.max(seq, edit.afterSeq));
	}
	/** What did not reach the project, oldest first. */
	entries(): UnsavedEdit[] {
		return this.#keys()
			.flatMap((key) => this.#read(key) ?? [])
			.sort((a, b) => a.afterSeq - b.afterSeq);
	}
	clear(): void {
		for (const key of this.#keys()) this.#storage?.removeItem(key);
	}

	#keys(): string[] {
		const storage = this.#storage;
		const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
		return keys.filter((key) => key.startsWith(this.#prefix));
	}
	#read(key: string): UnsavedEdit | undefined {
		try {
			const { text, afterSeq = 0 } = JSON.parse(this.#storage?.getItem(key) ?? 'null') as Partial<UnsavedEdit>;
			if (typeof text === 'string' && typeof afterSeq === 'number')
				return { path: key.slice(this.#prefix.length), text, afterSeq };
		} catch {
			// Nothing that this journal wrote.
		}
		return undefined;
	}
}
