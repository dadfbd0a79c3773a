import type { RunOptions } from '../bus/contracts/conductor';
import { WrappedKeyKeeper } from '../models/key-keeper';
import { loadModelProxy } from '../models/proxy-url';
import { Database, type ProjectRecord } from '../project/database';
import { AppError } from '../domain/app-error';
import { attachedPictures, attachedWords } from './attachments';
import type { AppPorts, ProjectHandle, ProjectSummary, StartOptions } from './ports';
import { importInWorker, type Opened } from './project/import-in-worker';
import { isProjectOpen, lockForRemoval, lockProject, type ProjectLock } from './project/lock';
import { newProject, titleOf } from './project/new-project';
import { ProjectSession } from './project/session';
import type { Settings } from './settings.svelte';
import { UnsavedJournal } from './project/unsaved-journal';

/** The app as it really is in this tab: storage, the hub, and one open project, since a page has one engine. */
export class TabApp implements AppPorts {
	#session: ProjectSession | undefined;
	/** Resolves once it is known which models our own server passes requests on to. */
	readonly #proxyKnown: Promise<void>;

	private constructor(
		private readonly database: Database,
		private readonly hub: Worker,
		private readonly hubDeath: AbortSignal,
		private readonly settings: Settings
	) {
		this.#proxyKnown = loadModelProxy(location.origin).then((proxy) => settings.attachProxy(proxy, location.origin));
	}

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
		const death = new AbortController();
		hub.onerror = () => {
			// Its ports close with it: what agents still write is refused at once.
			hub.terminate();
			death.abort(
				new AppError('HUB_DIED', 'The part that keeps the log has failed. All up to here is kept: reload the page to go on.')
			);
		};
		return new TabApp(database, hub, death.signal, settings);
	}

	async listProjects(): Promise<ProjectSummary[]> {
		const projects = await this.database.listProjects();
		return Promise.all(
			projects.map(async ({ id, title, state, fileCount, testCount, changedAtMs, note, kind }) => ({
				id,
				title,
				// A run goes on only while some tab has it open.
				state: state === 'building' && !(await isProjectOpen(id)) ? 'stopped' : state,
				fileCount,
				testCount,
				changedAtMs,
				...(note ? { note } : {}),
				...(kind ? { kind } : {})
			}))
		);
	}
	async createProject({ requirement, isPlanFirst, attachments }: StartOptions): Promise<string> {
		const words = requirement.trim() + attachedWords(attachments);
		const pictures = attachedPictures(attachments);
		const project = {
			...newProject({ title: titleOf(requirement), requirement: words }),
			isPlanFirst,
			...(pictures.length ? { pictures } : {})
		};
		await this.database.putProject(project);
		return project.id;
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
		await this.#proxyKnown;
		// What another tab did until now counts.
		const project = await this.database.getProject(id);
		if (!project) throw new AppError('PROJECT_UNKNOWN', 'The project was removed in another tab.');
		return ProjectSession.open({
			lock,
			database: this.database,
			hub: this.hub,
			hubDeath: this.hubDeath,
			project,
			runOptions: (record) => this.#runOptions(record),
			// Our engine is a subdomain of the page's own name, on the same port.
			engineOrigin: () => (this.settings.data.engine === 'embedded' ? `${location.protocol}//engine.${location.host}` : undefined)
		});
	}
	async removeProject(id: string): Promise<void> {
		if (this.#session?.id === id) {
			this.#session.dispose();
			this.#session = undefined;
		}
		// Whoever has it open closes it first: what it still wrote would be left behind.
		const lock = await lockForRemoval(id);
		try {
			await this.database.removeProject(id);
			new UnsavedJournal(id).clear();
		} finally {
			lock.release();
		}
	}
	importProject(opened: Opened): Promise<string> {
		return importInWorker(opened);
	}

	#runOptions(project: ProjectRecord): RunOptions {
		const { data, provider } = this.settings;
		const isBuiltin = provider.id === 'builtin';
		const endpoint = this.settings.endpointOf();
		const own = Object.entries(data.modelByRole).filter(([, model]) => model.trim());
		return {
			runId: project.runId,
			projectId: project.id,
			requirement: project.requirement,
			...(project.pictures ? { pictures: project.pictures } : {}),
			...(project.wishPictures ? { wishPictures: project.wishPictures } : {}),
			endpoint,
			// The server that serves the page forwards to the registry: not every registry lets a page ask.
			registryUrl: `${location.origin}/registry`,
			...(isBuiltin
				? {}
				: { endpointByRole: Object.fromEntries(own.map(([role, model]) => [role, this.settings.endpointOf(model.trim())])) }),
			workers: data.workers,
			askWaitMs: data.askWaitMinutes * 60_000,
			commandRule: data.commandRule,
			isReviewed: data.isReviewed,
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
