import type { RunOptions } from '../bus/contracts/conductor';
import { WrappedKeyKeeper } from '../models/key-keeper';
import { builtinEndpoint, type ModelEndpoint } from '../models/providers';
import { Database, type ProjectRecord } from '../project/database';
import { AppError } from '../run/app-error';
import { foldEvents } from '../run/reducer';
import { stampEvent, type RunEvent } from '../run/events';
import type { AppPorts, ProjectHandle, ProjectSummary, StartOptions } from './ports';
import { logOfFiles, readImport } from './project-import';
import { lockProject, type ProjectLock } from './project-lock';
import { ProjectSession } from './project-session';
import type { Settings } from './settings.svelte';

/** The app as it really is in this tab: storage, the hub, and one open project, since a page has one engine. */
export class TabApp implements AppPorts {
	#session: ProjectSession | undefined;

	private constructor(
		private readonly database: Database,
		private readonly hub: Worker,
		private readonly settings: Settings
	) {}

	/** @throws AppError NOT_ISOLATED, STORAGE_UNAVAILABLE */
	static async open(settings: Settings): Promise<TabApp> {
		if (!crossOriginIsolated)
			throw new AppError(
				'NOT_ISOLATED',
				'The browser gives this page no shared memory, because it is not cross-origin isolated. Open it over https or on localhost, in a current browser, and let its server send Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.'
			);
		const database = await Database.open();
		await settings.attachKeeper(new WrappedKeyKeeper(database.values));
		const hub = new Worker(new URL('../../../workers/hub.ts', import.meta.url), { type: 'module', name: 'hub' });
		return new TabApp(database, hub, settings);
	}

	async listProjects(): Promise<ProjectSummary[]> {
		return (await this.database.listProjects()).map(({ id, title, state, fileCount, testCount, changedAtMs, note }) => ({
			id,
			title,
			state,
			fileCount,
			testCount,
			changedAtMs,
			...(note ? { note } : {})
		}));
	}
	async createProject({ requirement, isPlanFirst, attachments }: StartOptions): Promise<string> {
		const texts = await Promise.all(
			attachments.map(async (file) => `\n\nAttached, ${file.name}:\n${(await file.text()).slice(0, 20_000)}`)
		);
		const words = requirement.trim() + texts.join('');
		const id = crypto.randomUUID();
		await this.#keep({ id, title: titleOf(requirement), requirement: words, isPlanFirst });
		return id;
	}
	async openProject(id: string, { takeOver = false } = {}): Promise<ProjectHandle> {
		this.#session?.dispose();
		this.#session = undefined;
		if (!(await this.database.getProject(id))) throw new AppError('PROJECT_UNKNOWN', 'There is no such project on this device.');
		const lock = await lockProject(id, { takeOver });
		try {
			return (this.#session = await this.#open(id, lock));
		} catch (error) {
			// Else this very tab would be the one that has it.
			lock.release();
			throw error;
		}
	}
	async #open(id: string, lock: ProjectLock): Promise<ProjectSession> {
		// What another tab did until now counts.
		const project = await this.database.getProject(id);
		if (!project) throw new AppError('PROJECT_UNKNOWN', 'The project was removed in another tab.');
		return ProjectSession.open({
			lock,
			database: this.database,
			hub: this.hub,
			project,
			runOptions: (one) => this.#runOptions(one),
			// Our engine is a subdomain of the page's own name, on the same port.
			engineOrigin: () => (this.settings.data.engine === 'embedded' ? `${location.protocol}//engine.${location.host}` : undefined)
		});
	}
	async removeProject(id: string): Promise<void> {
		if (this.#session?.id === id) {
			this.#session.dispose();
			this.#session = undefined;
		}
		await this.database.removeProject(id);
	}
	async importProject(file: File): Promise<string> {
		const imported = await readImport(file);
		return 'files' in imported ? this.#keepFiles(file.name, imported.files) : this.#keepRun(imported.events);
	}

	async #keepFiles(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
		const id = crypto.randomUUID();
		const title = name.replace(/\.zip$/i, '');
		const { runId, requirement } = await this.#keep({ id, title, requirement: `Imported from ${name}.`, isPlanFirst: false });
		for (const [path, content] of files) await this.database.putFile(id, path, content);
		const time = Date.now();
		for (const [index, draft] of (await logOfFiles({ runId, projectId: id, requirement }, files)).entries())
			await this.database.append(stampEvent(draft, { id: crypto.randomUUID(), seq: index + 1, time }));
		await this.database.patchProject(id, { state: 'live', fileCount: files.size });
		return id;
	}
	/** A recorded run: its log is shown and can be replayed; it is never continued. */
	async #keepRun(events: readonly RunEvent[]): Promise<string> {
		const state = foldEvents(events);
		const id = crypto.randomUUID();
		const project = await this.#keep({
			id,
			title: state.blueprint?.title ?? titleOf(state.requirement),
			requirement: state.requirement,
			isPlanFirst: false
		});
		for (const event of events) await this.database.append({ ...event, runId: project.runId });
		await this.database.patchProject(id, {
			state: state.phase === 'done' ? 'live' : 'failed',
			fileCount: Object.keys(state.files).length
		});
		return id;
	}

	async #keep(part: { id: string; title: string; requirement: string; isPlanFirst: boolean }): Promise<ProjectRecord> {
		const now = Date.now();
		const { isPlanFirst, ...rest } = part;
		const project: ProjectRecord = {
			...rest,
			runId: crypto.randomUUID(),
			createdAtMs: now,
			changedAtMs: now,
			state: 'draft',
			fileCount: 0,
			testCount: 0,
			isPlanFirst
		};
		await this.database.putProject(project);
		return project;
	}

	#runOptions(project: ProjectRecord): RunOptions {
		const { data, provider, key } = this.settings;
		const isBuiltin = provider.id === 'builtin';
		const endpoint: ModelEndpoint = isBuiltin
			? builtinEndpoint
			: { providerId: provider.id, baseUrl: data.baseUrl, model: data.model, ...(key ? { apiKey: key } : {}) };
		const own = Object.entries(data.modelByRole).filter(([, model]) => model.trim());
		return {
			runId: project.runId,
			projectId: project.id,
			requirement: project.requirement,
			endpoint,
			// The server that serves the page forwards to the registry: not every registry lets a page ask.
			registryUrl: `${location.origin}/registry`,
			...(isBuiltin ? {} : { endpointByRole: Object.fromEntries(own.map(([role, model]) => [role, { ...endpoint, model }])) }),
			workers: data.workers,
			budget: { money: data.budgetDollars || null, tokens: isBuiltin ? null : data.budgetTokens || null },
			isPlanFirst: project.isPlanFirst ?? false,
			faults: faultsOf(location.search)
		};
	}
}

/** `?fault=killed-agent,broken-file` puts faults in, for those who want to see a run recover. */
function faultsOf(search: string): string[] {
	return (new URLSearchParams(search).get('fault') ?? '').split(',').filter(Boolean);
}

function titleOf(requirement: string): string {
	const first = requirement.trim().split(/[.\n]/)[0] ?? '';
	return first.length > 60 ? `${first.slice(0, 57)}...` : first || 'Untitled';
}
