import { Signal } from '../../async/signal';
import { CodedError } from '../../domain/app-error';
import type { RunEvent } from '../../domain/events';
import type { Database } from '../../project/database';
import type { FileContent } from '../../project/file-content';
import type { FileChange, FileSource } from '../ports';
import { versionBefore } from './history';
import type { ProgramFiles } from './program-files';

export interface ProjectFilesParts {
	projectId: string;
	database: Database;
	events(): readonly RunEvent[];
	/** What programs change; another after each engine. */
	programs(): ProgramFiles;
}

/** The project's files as the screen has them. */
export class ProjectFiles implements FileSource {
	readonly #parts: ProjectFilesParts;
	readonly #changes = new Signal<FileChange>();

	constructor(parts: ProjectFilesParts) {
		this.#parts = parts;
	}

	async list(): Promise<string[]> {
		return [...(await this.#parts.database.listFiles(this.#parts.projectId))].sort();
	}
	async read(path: string): Promise<FileContent> {
		const content = await this.#parts.database.readContent(this.#parts.projectId, path);
		if (content === undefined) throw new CodedError('ENOENT', `'${path}' is gone.`);
		return content;
	}
	async readBefore(path: string): Promise<string | undefined> {
		const { database, events, projectId } = this.#parts;
		const before = versionBefore(events(), path);
		return before === 'none' ? '' : before && database.readVersion(projectId, before.sha256);
	}
	subscribe(listener: (change: FileChange) => void): () => void {
		return this.#changes.subscribe(listener);
	}
	isBehind(): boolean {
		return this.#parts.programs().isBehind;
	}
	catchUp(): Promise<void> {
		return this.#parts.programs().catchUp();
	}
	/** Tells of what an event did to a file, if it did. */
	async take(event: RunEvent): Promise<void> {
		if (!this.#changes.hasListeners) return;
		const { database, projectId } = this.#parts;
		if (event.topic === 'artifact.published' && event.payload.path) {
			const { path } = event.payload;
			this.#changes.emit({ path, content: await database.readContent(projectId, path), author: event.from });
		}
		if (event.topic === 'artifact.superseded' && event.payload.path && event.payload.deleted)
			this.#changes.emit({ path: event.payload.path, content: undefined, author: event.from });
	}
	dispose(): void {
		this.#changes.clear();
	}
}
