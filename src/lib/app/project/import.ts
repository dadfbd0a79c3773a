import { stampEvent, type RunEvent } from '../../domain/events';
import { foldEvents } from '../../log/reducer';
import type { Database, ProjectRecord } from '../../project/database';
import type { Unzipped } from '../../project/zip';
import { newProject, titleOf } from './new-project';
import { readFolder, sortFolder, type FolderFile } from '../../project/folder';
import { kindOfFiles, logOfFiles, noFiles, readImport } from './read-import';

/**
 * Makes a project of a zip or of an exported run log.
 * @returns the project's id
 * @throws AppError IMPORT_UNKNOWN, ZIP_UNSAFE; nothing is left behind then
 */
export async function importProject(database: Database, file: File): Promise<string> {
	const imported = await readImport(file);
	return 'files' in imported ? keepFiles(database, file.name, imported) : keepRun(database, imported.events);
}

/** Makes a project of a folder. @returns the project's id @throws AppError IMPORT_UNKNOWN, ZIP_UNSAFE; nothing is left behind then */
export async function importFolder(database: Database, name: string, files: readonly FolderFile[]): Promise<string> {
	const sorted = sortFolder(files);
	if (sorted.own.length === 0) throw noFiles(name, sorted.leftOut);
	return keepFiles(database, name, await readFolder(sorted));
}

async function keepFiles(database: Database, name: string, imported: Unzipped): Promise<string> {
	const requirement = `Imported from ${name}.`;
	const project = { ...newProject({ title: name.replace(/\.zip$/i, ''), requirement }), origin: 'files' as const };
	const time = Date.now();
	const drafts = await logOfFiles({ runId: project.runId, projectId: project.id, requirement }, imported);
	const events = drafts.map((draft, index) => stampEvent(draft, { id: crypto.randomUUID(), seq: index + 1, time }));
	const { files } = imported;
	const record = { ...project, state: 'imported' as const, fileCount: files.size, kind: kindOfFiles(files) };
	await database.importProject(record, { files, events });
	return project.id;
}

/** A recorded run: its log is shown and can be replayed; it is never continued. */
async function keepRun(database: Database, events: readonly RunEvent[]): Promise<string> {
	const { blueprint, requirement, files } = foldEvents(events);
	const project: ProjectRecord = {
		...newProject({ title: blueprint?.title ?? titleOf(requirement), requirement }),
		origin: 'run',
		state: 'imported',
		fileCount: Object.keys(files).length
	};
	const { runId } = project;
	await database.importProject(project, { files: new Map(), events: events.map((event) => ({ ...event, runId })) });
	return project.id;
}
