import { AppError } from '../domain/app-error';
import type { Database } from './database';
import type { ExportRequest } from './export-request';
import { refuseUnsafe, zipFiles } from './zip';

/** A project as one file to take away. Runs in a worker: see workers/export.ts. @throws AppError EXPORT_EMPTY when there are no files, EXPORT_UNSAFE */
export async function exportProject(
	database: Pick<Database, 'read' | 'readAllFiles' | 'readVersions'>,
	{ kind, ...request }: ExportRequest
): Promise<Uint8Array<ArrayBuffer>> {
	if (kind !== 'zip') {
		// Git's library is large, and few take it.
		const { exportGit } = await import('./git-export');
		return exportGit(database, { kind, ...request });
	}
	const files = request.files ?? (await database.readAllFiles(request.projectId));
	if (files.size === 0) throw new AppError('EXPORT_EMPTY', 'The project has no files yet.');
	refuseUnsafe(files.keys());
	return zipFiles(files, request.folder);
}
