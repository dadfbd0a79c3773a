import { sha256 } from '../domain/sha256';
import type { Database } from './database';
import type { FileContent } from './file-content';

/** Every text that is kept of a project, by the SHA-256 that the log has of it: those of `files`, which are as they are now, and those replaced. */
export async function keptTexts(
	database: Pick<Database, 'readVersions'>,
	projectId: string,
	files: ReadonlyMap<string, FileContent>
): Promise<Map<string, string>> {
	const texts = await database.readVersions(projectId);
	for (const content of files.values()) if (typeof content === 'string') texts.set(await sha256(content), content);
	return texts;
}
