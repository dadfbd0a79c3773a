import { AppError } from '../../domain/app-error';
import type { RunEvent } from '../../domain/events';
import type { Container } from '../../container/container';
import type { Database } from '../../project/database';
import { keptTexts } from '../../project/kept-texts';
import type { Conductor } from './conductor-link';
import { versionsBefore } from './history';

export interface RestoreParts {
	projectId: string;
	database: Database;
	events: readonly RunEvent[];
	conductor: Pick<Conductor, 'editFile' | 'takeChanges'>;
	/** What has the files besides the project; undefined when nothing does. */
	container: Pick<Container, 'writeFile' | 'rm'> | undefined;
}

/** Makes files again what they were right before event `seq`. @throws AppError VERSION_GONE, before anything is changed */
export async function restoreVersions(paths: readonly string[], seq: number, parts: RestoreParts): Promise<void> {
	const { projectId, database, events, conductor, container } = parts;
	const now = await database.readAllFiles(projectId);
	const kept = await keptTexts(database, projectId, now);
	const texts = [...versionsBefore(events, paths, seq)].map(([path, hash]) => {
		const text = hash === undefined ? undefined : kept.get(hash);
		if (hash !== undefined && text === undefined)
			throw new AppError('VERSION_GONE', `What '${path}' held before was not kept. Nothing was changed.`);
		return { path, text };
	});
	for (const { path, text } of texts) {
		if (text === now.get(path)) continue;
		if (text === undefined) {
			await conductor.takeChanges([{ path, content: undefined, replaces: now.get(path) }]);
			await container?.rm(path);
		} else {
			await conductor.editFile(path, text);
			await container?.writeFile(path, text);
		}
	}
}
