import { Serial } from '../async/serial';
import { Signal } from '../async/signal';
import { codeOf } from '../domain/app-error';

/** A project's files in memory, the truth while a run works; every change is written through to the places that keep them. */

export interface FileSink {
	/** The engine, whose programs change files too; the other sinks only keep them. */
	readonly isEngine?: boolean;
	/** `replaced` is the text that the file had before; undefined when it is new. */
	write(path: string, content: string, replaced?: string): Promise<void>;
	remove(path: string, replaced?: string): Promise<void>;
}

export interface FileChange {
	path: string;
	/** Undefined when the file is gone. */
	content: string | undefined;
	/** An agent's id, 'conductor' or 'user'. */
	by: string;
}

export class Workspace {
	#files: Map<string, string>;
	#sinks: FileSink[];
	#changes = new Signal<FileChange>();
	#writes = new Serial();

	constructor(files: Iterable<readonly [string, string]> = [], sinks: FileSink[] = []) {
		this.#files = new Map(files);
		this.#sinks = sinks;
	}

	/** All paths below a folder, sorted. */
	list(under = ''): string[] {
		const folder = under.replace(/^\.?\/?/, '').replace(/\/$/, '');
		return [...this.#files.keys()].filter((path) => !folder || path === folder || path.startsWith(`${folder}/`)).sort();
	}
	read(path: string): string | undefined {
		return this.#files.get(path);
	}
	entries(): [string, string][] {
		return [...this.#files.entries()];
	}
	/** Resolves once every sink has the file. Writes are kept in order. */
	write(path: string, content: string, by: string): Promise<void> {
		return this.#change({ path, content, by });
	}
	remove(path: string, by: string): Promise<void> {
		return this.#change({ path, content: undefined, by });
	}
	/** Takes in what a program did in the engine, which has it already: it may be newer there by now. */
	take(change: FileChange): Promise<void> {
		return this.#change(change, (sink) => !sink.isEngine);
	}
	/** Adds a sink and writes all files to it. An engine takes the place of the one before. */
	attach(sink: FileSink): Promise<void> {
		return this.#writes.run(async () => {
			if (sink.isEngine) this.#sinks = this.#sinks.filter(({ isEngine }) => !isEngine);
			for (const [path, content] of this.#files) await sink.write(path, content);
			this.#sinks.push(sink);
		});
	}
	subscribe(listener: (change: FileChange) => void): () => void {
		return this.#changes.subscribe(listener);
	}

	#change(change: FileChange, isFor: (sink: FileSink) => boolean = () => true): Promise<void> {
		const { path, content } = change;
		const replaced = this.#files.get(path);
		if (content === undefined) this.#files.delete(path);
		else this.#files.set(path, content);
		const written = this.#writes.run(async () => {
			for (const sink of this.#sinks.filter(isFor))
				await (content === undefined ? sink.remove(path, replaced) : sink.write(path, content, replaced)).catch(
					(error: unknown) => {
						// The next engine gets all files.
						if (codeOf(error) !== 'ENGINE_DIED') throw error;
						this.#sinks = this.#sinks.filter((other) => other !== sink);
					}
				);
		});
		this.#changes.emit(change);
		return written;
	}
}
