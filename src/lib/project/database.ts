import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError, messageOf } from '../domain/app-error';
import type { EventStore } from '../log/event-log';
import { runEventSchema, type RunEvent } from '../domain/events';
import { sha256 } from '../domain/sha256';
import { asText, type FileContent } from './file-content';
import type { FileSink } from './workspace';

/** Everything kept on this device, in one IndexedDB: projects, their files, the events of their runs, settings and wrapped keys. */

export interface ProjectRecord {
	id: string;
	title: string;
	/** The requirement, as typed. */
	requirement: string;
	/** The latest run. */
	runId: string;
	createdAtMs: number;
	changedAtMs: number;
	state: 'draft' | 'building' | 'paused' | 'live' | 'imported' | 'failed';
	fileCount: number;
	testCount: number;
	/** Where it came from, when it was not built here: as files, or as the log of a run, which is shown and never continued. */
	origin?: 'files' | 'run';
	/** Its run waits for somebody to approve the blueprint. */
	isPlanFirst?: boolean;
	/** Pictures that came with the requirement, as data URLs. */
	pictures?: { name: string; url: string }[];
	/** Those that came with the last request about it. */
	wishPictures?: { name: string; url: string }[];
	note?: string;
	/** What a project is that was made elsewhere, in words. */
	kind?: string;
}

interface FileRecord {
	projectId: string;
	path: string;
	/** The text; empty when the file is none. */
	content: string;
	/** What a file that is no text holds. */
	bytes?: Uint8Array;
}

interface Schema extends DBSchema {
	projects: { key: string; value: ProjectRecord; indexes: { changed: number } };
	files: { key: [string, string]; value: FileRecord; indexes: { project: string } };
	events: { key: [string, number]; value: RunEvent };
	values: { key: string; value: unknown };
}

export interface KeyValueStore {
	get(key: string): Promise<unknown>;
	set(key: string, value: unknown): Promise<void>;
	delete(key: string): Promise<void>;
}

/** Where a project's tools find again what they made of its packages: bytes by path. */
export interface ToolFiles {
	read(): Promise<ReadonlyMap<string, Uint8Array>>;
	write(files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** Where a text is kept for each task of a project while it is under way. */
export interface TaskTexts {
	read(taskId: string): Promise<string | undefined>;
	/** @throws AppError STORAGE_FULL */
	write(taskId: string, text: string): Promise<void>;
	remove(taskId: string): Promise<void>;
	clear(): Promise<void>;
}

const NAME = 'tabsmith';
const VERSION = 1;

export class Database implements EventStore {
	private constructor(private readonly db: IDBPDatabase<Schema>) {}

	/** @throws AppError STORAGE_UNAVAILABLE when the browser gives no storage (private mode, full disk). */
	static async open(name = NAME): Promise<Database> {
		try {
			const db = await openDB<Schema>(name, VERSION, {
				upgrade(fresh) {
					fresh.createObjectStore('projects', { keyPath: 'id' }).createIndex('changed', 'changedAtMs');
					fresh.createObjectStore('files', { keyPath: ['projectId', 'path'] }).createIndex('project', 'projectId');
					fresh.createObjectStore('events', { keyPath: ['runId', 'seq'] });
					fresh.createObjectStore('values');
				}
			});
			return new Database(db);
		} catch (cause) {
			throw new AppError(
				'STORAGE_UNAVAILABLE',
				`This browser gives no storage: ${messageOf(cause)}. Allow site data, or free some disk space.`,
				{ cause }
			);
		}
	}

	/** @throws AppError STORAGE_FULL */
	async append(event: RunEvent): Promise<void> {
		await explain(this.db.add('events', event));
	}
	async read(runId: string, afterSeq = 0): Promise<RunEvent[]> {
		const events = await this.db.getAll('events', IDBKeyRange.bound([runId, afterSeq + 1], [runId, Number.MAX_SAFE_INTEGER]));
		return events.map((event) => runEventSchema.parse(event));
	}

	/** Latest change first. */
	async listProjects(): Promise<ProjectRecord[]> {
		return (await this.db.getAllFromIndex('projects', 'changed')).reverse();
	}
	getProject(id: string): Promise<ProjectRecord | undefined> {
		return this.db.get('projects', id);
	}
	async putProject(project: ProjectRecord): Promise<void> {
		await explain(this.db.put('projects', project));
	}
	/** Puts a whole project in at once: all of it is there afterwards, or nothing. @throws AppError STORAGE_FULL */
	async importProject(
		project: ProjectRecord,
		{ files, events }: { files: ReadonlyMap<string, Uint8Array>; events: readonly RunEvent[] }
	): Promise<void> {
		const transaction = this.db.transaction(['projects', 'files', 'events'], 'readwrite');
		const work = [
			transaction.objectStore('projects').put(project),
			...[...files].map(([path, bytes]) => transaction.objectStore('files').put(fileRecord(project.id, path, bytes))),
			...events.map((event) => transaction.objectStore('events').add(event)),
			transaction.done
		];
		// Each fails when one does: all are heard, and the first says why.
		await explain(Promise.all(work).finally(() => Promise.allSettled(work)));
	}
	async patchProject(id: string, patch: Partial<Omit<ProjectRecord, 'id'>>): Promise<void> {
		const transaction = this.db.transaction('projects', 'readwrite');
		const project = await transaction.store.get(id);
		if (project) await transaction.store.put({ ...project, ...patch });
		await transaction.done;
	}
	/** Removes the project, its files and the events of its run. */
	async removeProject(id: string): Promise<void> {
		const project = await this.getProject(id);
		const transaction = this.db.transaction(['projects', 'files', 'events', 'values'], 'readwrite');
		await transaction.objectStore('projects').delete(id);
		await transaction.objectStore('values').delete(toolsKey(id));
		await transaction.objectStore('values').delete(versionsOf(id));
		await transaction.objectStore('values').delete(conversationsOf(id));
		await transaction.objectStore('files').delete(IDBKeyRange.bound([id, ''], [id, '\uffff']));
		if (project)
			await transaction
				.objectStore('events')
				.delete(IDBKeyRange.bound([project.runId, 0], [project.runId, Number.MAX_SAFE_INTEGER]));
		await transaction.done;
	}

	async readFiles(projectId: string): Promise<Map<string, string>> {
		const files = await this.db.getAll('files', IDBKeyRange.bound([projectId, ''], [projectId, '\uffff']));
		return new Map(files.flatMap((file) => (file.bytes ? [] : [[file.path, file.content] as const])));
	}
	/** The paths of all files. */
	async listFiles(projectId: string): Promise<string[]> {
		const keys = await this.db.getAllKeys('files', IDBKeyRange.bound([projectId, ''], [projectId, '\uffff']));
		return keys.map(([, path]) => path);
	}
	/** One file, text or bytes; undefined when there is none. */
	async readContent(projectId: string, path: string): Promise<FileContent | undefined> {
		const file = await this.db.get('files', [projectId, path]);
		return file?.bytes ?? file?.content;
	}
	/** Every file, texts as texts and the others as bytes. */
	async readAllFiles(projectId: string): Promise<Map<string, string | Uint8Array>> {
		const files = await this.db.getAll('files', IDBKeyRange.bound([projectId, ''], [projectId, '\uffff']));
		return new Map(files.map((file) => [file.path, file.bytes ?? file.content]));
	}
	/** Keeps a file of bytes as it is: text when it is UTF-8, bytes otherwise. */
	async putFile(projectId: string, path: string, bytes: Uint8Array): Promise<void> {
		await explain(this.db.put('files', fileRecord(projectId, path, bytes)));
	}
	/** One file's text; undefined when there is none, or the file is no text. */
	async readFile(projectId: string, path: string): Promise<string | undefined> {
		const file = await this.db.get('files', [projectId, path]);
		return file?.bytes ? undefined : file?.content;
	}
	/** Where a project's workspace writes through to. A text that is replaced is kept as a version first. */
	sinkOf(projectId: string): FileSink {
		const keep = async (replaced: string | undefined): Promise<void> => {
			if (replaced !== undefined) await explain(this.db.put('values', replaced, versionKey(projectId, await sha256(replaced))));
		};
		return {
			write: async (path, content, replaced) => {
				if (replaced !== content) await keep(replaced);
				await explain(this.db.put('files', { projectId, path, content }));
			},
			remove: async (path, replaced) => {
				await keep(replaced);
				await this.db.delete('files', [projectId, path]);
			}
		};
	}
	/** What the project's files held before they held what they hold now, by the SHA-256 that the log has of it. */
	async readVersions(projectId: string): Promise<Map<string, string>> {
		const { store } = this.db.transaction('values');
		const [keys, texts] = await Promise.all([store.getAllKeys(versionsOf(projectId)), store.getAll(versionsOf(projectId))]);
		const start = versionKey(projectId, '').length;
		return new Map(keys.map((key, index) => [key.slice(start), texts[index] as string]));
	}

	/** One text that was replaced, by its SHA-256; undefined when it is not kept. */
	async readVersion(projectId: string, hash: string): Promise<string | undefined> {
		return (await this.db.get('values', versionKey(projectId, hash))) as string | undefined;
	}

	toolFilesOf(projectId: string): ToolFiles {
		const key = toolsKey(projectId);
		return {
			read: async () => ((await this.db.get('values', key)) as Map<string, Uint8Array> | undefined) ?? new Map(),
			write: async (files) => void (await explain(this.db.put('values', files, key)))
		};
	}

	conversationsOf(projectId: string): TaskTexts {
		const key = (taskId: string) => conversationKey(projectId, taskId);
		return {
			read: async (taskId) => (await this.db.get('values', key(taskId))) as string | undefined,
			write: async (taskId, text) => void (await explain(this.db.put('values', text, key(taskId)))),
			remove: (taskId) => this.db.delete('values', key(taskId)),
			clear: () => this.db.delete('values', conversationsOf(projectId))
		};
	}

	get values(): KeyValueStore {
		return {
			get: (key) => this.db.get('values', key),
			set: async (key, value) => void (await this.db.put('values', value, key)),
			delete: (key) => this.db.delete('values', key)
		};
	}
	close(): void {
		this.db.close();
	}
}

function fileRecord(projectId: string, path: string, bytes: Uint8Array): FileRecord {
	const text = asText(bytes);
	return { projectId, path, content: text ?? '', ...(text === undefined ? { bytes } : {}) };
}

const toolsKey = (projectId: string): string => `tools:${projectId}`;
const versionKey = (projectId: string, hash: string): string => `version:${projectId}:${hash}`;
const versionsOf = (projectId: string): IDBKeyRange =>
	IDBKeyRange.bound(versionKey(projectId, ''), versionKey(projectId, '\uffff'));
const conversationKey = (projectId: string, taskId: string): string => `conversation:${projectId}:${taskId}`;
const conversationsOf = (projectId: string): IDBKeyRange =>
	IDBKeyRange.bound(conversationKey(projectId, ''), conversationKey(projectId, '\uffff'));

/** @throws AppError STORAGE_FULL when the browser has no room left. */
async function explain<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (cause) {
		if (!(cause instanceof DOMException) || cause.name !== 'QuotaExceededError') throw cause;
		throw new AppError(
			'STORAGE_FULL',
			'This browser has no room left for the project. Remove old projects on the start page or free disk space, then try again.',
			{ cause }
		);
	}
}
