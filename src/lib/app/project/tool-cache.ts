import { exportFiles, type Container } from '../../container/container';
import type { ToolFiles } from '../../project/database';

/** Folders that tools fill from the packages alone, and check by themselves when they find them: Vite's bundled dependencies. */
const FOLDERS = ['node_modules/.vite/deps'];
/** Larger ones are made anew: the project's own files come first. In bytes. */
const MAX_BYTES = 40 * 1024 * 1024;

/**
 * What tools made of a project's packages, kept with the project so that its app starts faster the next time. Never shared between
 * projects: generated code ran where it was made.
 */
export class ToolCache {
	constructor(private readonly store: ToolFiles) {}

	/** Takes the folders out of the engine. Nothing is kept when there is nothing, or too much. */
	async save(container: Container): Promise<void> {
		const files = new Map<string, Uint8Array>();
		for (const folder of FOLDERS)
			for (const [path, bytes] of await exportFiles(container, folder).catch(() => new Map<string, Uint8Array>()))
				files.set(path, bytes);
		const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
		if (total > 0 && total <= MAX_BYTES) await this.store.write(files);
	}

	/** Puts them back. What cannot be put back is made anew by its tool. */
	async restore(container: Container): Promise<void> {
		for (const [path, bytes] of await this.store.read()) await container.writeFile(path, bytes);
	}
}
