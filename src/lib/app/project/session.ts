import { Signal } from '../../async/signal';
import { HubLog } from '../../bus/hub';
import { hubPort } from '../../bus/hub-port';
import type { RunOptions, Wish } from '../../bus/contracts/conductor';
import type { PageError } from '../../container/container';
import { FrameProbe } from '../../container/frame-probe';
import { previewScript } from '../../container/preview-script';
import { TabContainer } from '../../container/web-container';
import { AppError, asError } from '../../domain/app-error';
import type { EventDraft, RunEvent } from '../../domain/events';
import { RunLog } from '../../log/run-log';
import type { Database, ProjectRecord } from '../../project/database';
import type { ExportKind, PreviewSource, ProjectHandle, TerminalProcess, TerminalSource } from '../ports';
import type { RunCommand, RunSource } from '../run-source';
import { AppStart } from './app-start';
import { ConductorLink } from './conductor-link';
import { Engine } from './engine';
import { exportProject } from './export';
import { HandEdits } from './hand-edits';
import type { ProjectLock } from './lock';
import { ProgramFiles } from './program-files';
import { ProjectFiles } from './project-files';
import { restoreVersions } from './restore';
import { carryOut } from './run-commands';
import { changesSummary, summaryOf } from './summary';
import { openTerminal } from './terminal';
import { ToolCache } from './tool-cache';
import { UnsavedJournal } from './unsaved-journal';
import { WishQueue } from './wish-queue';

export interface SessionParts {
	/** Held while the project is open here. */
	lock: ProjectLock;
	database: Database;
	hub: Worker;
	/** Aborted, with what to tell people as its reason, when the hub's worker has failed. */
	hubDeath: AbortSignal;
	project: ProjectRecord;
	/** What a run of this project starts with; asked again at each start, so that settings apply. */
	runOptions(project: ProjectRecord): RunOptions;
	/** Where the engine is served; undefined chooses StackBlitz's. */
	engineOrigin(): string | undefined;
}

/** One open project in this tab: its log, its conductor, its engine, and what the screens see of them. */
export class ProjectSession implements ProjectHandle {
	readonly id: string;
	readonly run: RunSource;
	readonly files: ProjectFiles;
	readonly terminal: TerminalSource = { spawn: (size) => this.#openTerminal(size) };
	readonly preview: PreviewSource;
	readonly #parts: SessionParts;
	readonly #hub: HubLog;
	readonly #log: RunLog;
	readonly #conductor: ConductorLink;
	readonly #engine = new Engine(() => this.#createContainer());
	readonly #app: AppStart;
	readonly #edits: HandEdits;
	readonly #queue: WishQueue;
	readonly #tools: ToolCache;
	#programs: ProgramFiles;
	readonly #broken = new Signal<Error>();
	readonly #pageErrors = new Signal<PageError>();
	/** Aborted when the project is closed. */
	readonly #life = new AbortController();

	private constructor(parts: SessionParts, hub: HubLog, events: readonly RunEvent[]) {
		const { project, database, hubDeath } = parts;
		this.#parts = parts;
		this.id = project.id;
		this.#hub = hub;
		this.#log = new RunLog(events);
		this.#tools = new ToolCache(database.toolFilesOf(this.id));
		this.#programs = this.#saveProgramFiles();
		this.#conductor = this.#openConductor();
		this.#app = this.#openApp();
		this.#edits = new HandEdits({
			journal: new UnsavedJournal(this.id),
			running: () => this.#conductor.running(),
			container: () => this.#engine.current,
			readNow: (path) => database.readFile(this.id, path),
			events: () => this.#log.events
		});
		this.#queue = new WishQueue({
			...{ runId: project.runId, state: () => this.#log.state },
			append: (draft) => hub.append(draft),
			ask: (wish) => this.#send({ type: 'ask', wish })
		});
		this.files = new ProjectFiles({
			...{ projectId: this.id, database },
			events: () => this.#log.events,
			programs: () => this.#programs
		});
		this.run = {
			log: this.#log,
			conversations: this.#conductor.conversations,
			onBroken: (listener) => this.#broken.subscribe(listener),
			send: (command) => this.#send(command)
		};
		this.preview = {
			subscribe: (listener) => this.#app.subscribe(listener),
			onError: (listener) => this.#pageErrors.subscribe(listener),
			start: () => void this.#startApp()
		};
		hub.subscribe((event) => this.#take(event));
		this.#engine.serversChanged.subscribe(() => this.#app.update());
		this.#engine.fell.subscribe((error) => this.#onEngineDeath(error));
		this.#conductor.broken.subscribe((error) => this.#broken.emit(asError(error)));
		hubDeath.addEventListener('abort', () => this.#broken.emit(asError(hubDeath.reason)), { signal: this.#life.signal });
	}

	/** Opens a project. A run that has not ended goes on; one that has is served again. */
	static async open(parts: SessionParts): Promise<ProjectSession> {
		const hub = new HubLog(hubPort(parts.hub), parts.hubDeath);
		const session = new ProjectSession(parts, hub, await hub.read(parts.project.runId));
		const { isOver, isRecord } = session;
		if (!isOver && !isRecord) await session.#conductor.running();
		if (!isRecord) await session.#edits.takeUnsaved();
		if (isOver || isRecord) void session.#bringUp();
		if (!isRecord) void session.#queue.follow();
		return session;
	}

	get title(): string {
		return this.#log.state.blueprint?.title ?? this.#parts.project.title;
	}
	get origin(): 'files' | 'run' | undefined {
		// Projects that were imported before their origin was kept have no model.
		return this.#parts.project.origin ?? (this.#log.state.model === 'none' ? 'files' : undefined);
	}
	get lost(): AbortSignal {
		return this.#parts.lock.lost;
	}
	/** The record of a run is shown, and never changes. */
	get isRecord(): boolean {
		return this.#parts.project.origin === 'run';
	}
	get isOver(): boolean {
		return this.#log.state.endedAt !== null;
	}
	async exportAs(kind: ExportKind): Promise<Blob> {
		await this.#programs.catchUp();
		// While the app is up, the engine's files count: they hold what was made in the terminal too. Else the database's do.
		const container = this.#engine.servers.length > 0 && this.isOver ? this.#engine.current : undefined;
		return exportProject(kind, {
			project: this.#parts.project,
			log: this.#log,
			files: async () => (await container)?.export('.'),
			signal: this.#life.signal
		});
	}
	dispose(): void {
		this.#life.abort(new AppError('PROJECT_CLOSED', 'The project was closed.'));
		this.#programs.dispose();
		this.#parts.lock.release();
		this.#conductor.dispose();
		this.#hub.dispose();
		this.#engine.dispose();
		this.#app.dispose();
		this.files.dispose();
		this.#broken.clear();
		this.#pageErrors.clear();
	}

	#openConductor(): ConductorLink {
		const boot = () => this.#engine.boot();
		return new ConductorLink({
			hub: this.#parts.hub,
			boot,
			probe: new FrameProbe(boot),
			runOptions: () => {
				if (!this.isRecord) return this.#parts.runOptions(this.#parts.project);
				throw new AppError(
					'RUN_RECORDED',
					'This is the record of a run: it is shown, not continued. Start a new project instead.'
				);
			}
		});
	}
	#openApp(): AppStart {
		return new AppStart({
			boot: () => this.#engine.boot(),
			readFiles: () => this.#parts.database.readAllFiles(this.id),
			restoreTools: (container) => this.#tools.restore(container),
			servers: () => this.#engine.servers,
			signal: this.#life.signal
		});
	}
	async #createContainer(): Promise<TabContainer> {
		const container = await TabContainer.boot({ project: previewNameOf(this.id), engineOrigin: this.#parts.engineOrigin() });
		this.#programs.attach(container);
		container.onPageError((error) => this.isOver && this.#pageErrors.emit(error));
		await container.inner.setPreviewScript(previewScript(location.origin));
		return container;
	}
	#saveProgramFiles(): ProgramFiles {
		const { database } = this.#parts;
		return new ProgramFiles({
			listKept: () => database.listFiles(this.id),
			readKept: (path) => database.readContent(this.id, path),
			take: async (changes) => (await this.#conductor.running()).takeChanges(changes),
			inOrder: (work) => this.#edits.inOrder(work),
			onError: (error) => this.#broken.emit(asError(error))
		});
	}

	/** What is written goes on without an engine; what needs one waits for the person. */
	#onEngineDeath(error: AppError): void {
		// What the next engine lacks was not deleted in it.
		this.#programs.dispose();
		this.#programs = this.#saveProgramFiles();
		this.#app.fail(error);
		const { code, message } = error;
		const envelope = { runId: this.#parts.project.runId, from: 'conductor' } as const;
		const draft: EventDraft = this.isOver
			? { ...envelope, topic: 'message', payload: { text: `${code}: ${message}` } }
			: { ...envelope, topic: 'run.paused', payload: { reason: message, code } };
		// The screen says so in any case.
		this.#hub.append(draft).catch(() => undefined);
	}
	#restartEngine(): void {
		if (this.#engine.restart()) this.#app.reset();
	}
	/** The team works on the files as they are now. */
	async #handOver(): Promise<void> {
		this.#restartEngine();
		// What is being written comes first.
		await this.#edits.inOrder(async () => undefined);
		await this.#programs.catchUp();
	}
	/** A request that goes on, after a reload or a stop, is seen with its pictures. */
	async #keepPictures({ pictures }: Wish): Promise<void> {
		this.#parts.project = { ...this.#parts.project, wishPictures: pictures };
		await this.#parts.database.patchProject(this.id, { wishPictures: pictures });
	}
	async #startApp(): Promise<void> {
		this.#restartEngine();
		// The run starts its app itself, where it goes on.
		if (this.isOver) return this.#bringUp();
		await this.#send({ type: 'resume' }).catch((error: unknown) => this.#broken.emit(asError(error)));
	}
	async #bringUp(): Promise<void> {
		const hasRun = await this.#app.run();
		// Only now: an install changes thousands of files that are none of the project's.
		if (hasRun && !this.#life.signal.aborted && !this.isRecord) this.#programs.watch({ isFromStart: true });
	}
	/** A change that ended before it had started the app leaves it as it found it: up. */
	#bringUpAgain(): void {
		if (this.#log.state.requests.length > 1 && this.#engine.servers.length === 0) void this.#bringUp();
	}
	async #openTerminal(size: { cols: number; rows: number }): Promise<TerminalProcess> {
		const container = await this.#engine.bootWhenAllowed();
		// A shell in a folder that fills by itself would be a riddle.
		if (this.isOver) await this.#app.filesSettled;
		if (!this.isRecord) this.#programs.watch();
		return openTerminal(container, { size, greeting: this.#app.hint });
	}

	#take(event: RunEvent): void {
		if (event.runId !== this.#parts.project.runId) return;
		this.#log.append([event]);
		void this.files.take(event);
		// From now on the team starts the app itself; a question leaves it alone.
		if (event.topic === 'plan.approved') void this.#app.stop();
		if (event.topic === 'run.finished' || event.topic === 'run.cancelled') this.#bringUpAgain();
		if (event.topic === 'run.finished' || event.topic === 'wish.queued') void this.#queue.follow();
		if (event.topic === 'run.finished') {
			// A cache that could not be kept costs a slower start, nothing else.
			void this.#engine.current?.then((container) => this.#tools.save(container)).catch(() => undefined);
			// What the checks' own programs left behind until now is not the person's.
			this.#programs.watch();
		}
		if (!changesSummary(event.topic)) return;
		const summary = { ...summaryOf(this.#log.state), changedAtMs: event.time };
		// Only what the start page shows: the next event tells it again.
		void this.#parts.database.patchProject(this.id, summary).catch(() => undefined);
	}
	async #send(command: RunCommand): Promise<void> {
		if (command.type === 'editFile') return this.#edits.save(command.path, command.content);
		if (command.type === 'queue') return this.#queue.add(command.wish);
		if (command.type === 'unqueue') return this.#queue.drop(command.wishId);
		const conductor = await this.#conductor.running();
		if (command.type === 'restore')
			return this.#edits.inOrder(async () =>
				restoreVersions(command.paths, command.seq, {
					...{ projectId: this.id, database: this.#parts.database, conductor },
					events: this.#log.events,
					container: await this.#engine.current
				})
			);
		if (command.type === 'undo')
			return this.#edits.inOrder(async () => {
				const changed = await conductor.undo(command.requestId);
				const container = await this.#engine.current;
				for (const { path, content } of changed)
					await (content === undefined ? container?.rm(path) : container?.writeFile(path, content));
			});
		if (command.type === 'resume') this.#restartEngine();
		if (command.type === 'ask' || command.type === 'goOn') await this.#handOver();
		if (command.type === 'ask') await this.#keepPictures(command.wish);
		if (command.type === 'goOn') await this.#app.stop();
		return carryOut(command, {
			...{ conductor, state: this.#log.state },
			start: () => this.#conductor.start(),
			ask: (wish) => this.#conductor.ask(wish),
			goOn: () => this.#conductor.goOn()
		});
	}
}

/** How a project is called in the names of its previews: the first 60 random bits of its UUID. */
const previewNameOf = (id: string): string => id.replaceAll('-', '').slice(0, 16);
