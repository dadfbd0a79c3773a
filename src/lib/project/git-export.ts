import { AppError } from '../domain/app-error';
import { closingCommit, planCommits, type Commit } from './commits';
import type { Database } from './database';
import type { ExportRequest } from './export-request';
import { bundleOf, GitRepository } from './git-repository';
import { keptTexts } from './kept-texts';
import { refuseUnsafe, zipFiles } from './zip';

/** A project as a git repository whose history is made from its run's log. Part of project/export.ts. */

export type GitExport = ExportRequest & { kind: 'git-zip' | 'bundle' };

/**
 * What the project's `.gitignore` leaves out now is in no commit, however old; the zip has it beside the repository.
 * @throws AppError EXPORT_EMPTY when there are no files, EXPORT_UNSAFE
 */
export async function exportGit(
	database: Pick<Database, 'read' | 'readAllFiles' | 'readVersions'>,
	request: GitExport
): Promise<Uint8Array<ArrayBuffer>> {
	const { projectId } = request;
	const [events, kept] = await Promise.all([database.read(request.runId), database.readAllFiles(projectId)]);
	const texts = await keptTexts(database, projectId, kept);
	const files = request.files ?? kept;
	refuseUnsafe(files.keys());
	const planned = planCommits(events, (hash) => texts.get(hash));
	const closing = closingCommit(planned, files, request.timeMs);
	const commits = await withoutIgnored(closing ? [...planned, closing] : planned, files);
	if (commits.length === 0)
		throw new AppError('EXPORT_EMPTY', 'There is nothing to commit: the project has no files, or its .gitignore leaves all out.');

	const repository = await GitRepository.create();
	for (const commit of commits) await repository.commit(commit);
	const pack = await repository.pack();
	if (request.kind === 'bundle') return bundleOf(await repository.head(), pack);
	return zipFiles([...files, ...repository.folder()], request.folder);
}

async function withoutIgnored(commits: readonly Commit[], files: ReadonlyMap<string, string | Uint8Array>): Promise<Commit[]> {
	const ignored = await GitRepository.ignored(files, new Set(commits.flatMap(({ changes }) => [...changes.keys()])));
	return commits
		.map((commit) => ({ ...commit, changes: new Map([...commit.changes].filter(([path]) => !ignored.has(path))) }))
		.filter(({ changes }) => changes.size > 0);
}
