import { Serial } from '../../async/serial';
import { AppError } from '../../domain/app-error';
import type { RunEvent } from '../../domain/events';
import { cleanPath } from '../../domain/write-set';
import type { Conductor } from './conductor-link';
import type { UnsavedJournal } from './unsaved-journal';

export interface HandEditsParts {
	journal: UnsavedJournal;
	/** The conductor with a run under way. */
	running(): Promise<Pick<Conductor, 'editFile' | 'takeChanges'>>;
	/** What has the files besides the project; undefined when nothing does. */
	container(): Promise<{ writeFile(path: string, content: string): Promise<void> }> | undefined;
	/** A file's text as the project has it. */
	readNow(path: string): Promise<string | undefined>;
	events(): readonly RunEvent[];
}

/** What a person writes, on its way to the project: in the order of writing, and not lost with the tab. */
export class HandEdits {
	readonly #parts: HandEditsParts;
	readonly #changes = new Serial();

	constructor(parts: HandEditsParts) {
		this.#parts = parts;
	}

	/** Runs work while no other change of the files is under way. */
	inOrder<T>(work: () => Promise<T>): Promise<T> {
		return this.#changes.run(work);
	}
	/** Saves a file's whole new text. @throws AppError PATH_REFUSED */
	async save(path: string, text: string): Promise<void> {
		// Before anything is waited for: the tab may be closing.
		this.#parts.journal.put(path, text, this.#lastSeq);
		const conductor = await this.#parts.running();
		return this.inOrder(async () => {
			await this.#edit(conductor, path, text);
			await (await this.#parts.container())?.writeFile(path, text);
		});
	}
	/** Hand edits that did not reach the project before its tab closed. What was written later stays, and the edit is in the history. */
	async takeUnsaved(): Promise<void> {
		const { journal, readNow } = this.#parts;
		const edits = journal.entries();
		if (edits.length === 0) return;
		const conductor = await this.#parts.running();
		for (const { path, text, afterSeq } of edits) {
			const now = await readNow(path);
			if (now === text) {
				journal.settle(path, text, this.#lastSeq);
				continue;
			}
			const isOlder = this.#parts
				.events()
				.some((event) => event.seq > afterSeq && 'path' in event.payload && event.payload.path === path);
			await this.#edit(conductor, path, text);
			if (isOlder && now !== undefined) await this.#edit(conductor, path, now);
			else if (isOlder) await conductor.takeChanges([{ path, content: undefined, replaces: text }]);
		}
	}

	get #lastSeq(): number {
		return this.#parts.events().at(-1)?.seq ?? 0;
	}
	async #edit(conductor: Pick<Conductor, 'editFile'>, path: string, text: string): Promise<void> {
		if (cleanPath(path) !== path)
			throw new AppError('PATH_REFUSED', `A project cannot have a file ${JSON.stringify(path)}. Choose another name.`);
		await conductor.editFile(path, text);
		this.#parts.journal.settle(path, text, this.#lastSeq);
	}
}
