import { serveContainer } from '../bus/container-bridge';
import { HubLog } from '../bus/hub';
import type { Client } from '../bus/contract';
import { conductorContract, type ConductorInit, type RunOptions } from '../bus/contracts/conductor';
import type { HubMessage } from '../bus/contracts/hub';
import { connect } from '../bus/rpc';
import type { PageError } from '../container/container';
import { FrameProbe } from '../container/frame-probe';
import { TabContainer } from '../container/web-container';
import { previewScript } from '../container/preview-script';
import type { Database, ProjectRecord } from '../project/database';
import { keptTexts } from '../project/kept-texts';
import { AppError, assertNever } from '../run/app-error';
import type { RunEvent } from '../run/events';
import type { RunState } from '../run/state';
import { foldEvents, reduce } from '../run/reducer';
import { exportInWorker } from './export-worker';
import { versionsBefore } from './history';
import type {
	ExportKind,
	FileChange,
	FileSource,
	PreviewServer,
	PreviewSource,
	PreviewStatus,
	ProjectHandle,
	TerminalProcess,
	TerminalSource
} from './ports';
import type { ProjectLock } from './project-lock';
import { revive } from './revival';
import type { RunCommand, RunSource } from './run-source';
import { TerminalFiles } from './terminal-files';
import { ToolCache } from './tool-cache';

/** Settles when the engine of the last project is gone: a page has one. */
let engineFree: Promise<unknown> = Promise.resolve();

export interface SessionParts {
	/** Held while the project is open here. */
	lock: ProjectLock;
	database: Database;
	hub: Worker;
	project: ProjectRecord;
	/** What a run of this project starts with; asked again at each start, so that settings apply. */
	runOptions(project: ProjectRecord): RunOptions;
	/** Where the engine is served; undefined chooses StackBlitz's. */
	engineOrigin(): string | undefined;
}

/** One open project in this tab: its conductor, its engine, and what the screens see of both. */
export class ProjectSession implements ProjectHandle {
	readonly id: string;
	readonly run: RunSource;
	readonly files: FileSource;
	readonly terminal: TerminalSource;
	readonly preview: PreviewSource;
	#parts: SessionParts;
	#log: HubLog;
	#worker: Worker;
	#conductor: Client<typeof conductorContract>;
	#closers: (() => void)[] = [];
	#container: Promise<TabContainer> | undefined;
	#events: RunEvent[];
	#state: RunState;
	#runListeners = new Set<(events: readonly RunEvent[]) => void>();
	#breakListeners = new Set<(error: Error) => void>();
	#fileListeners = new Set<(change: FileChange) => void>();
	#previewListeners = new Set<(status: PreviewStatus) => void>();
	#errorListeners = new Set<(error: PageError) => void>();
	/** Those that are up, by port; the app's own came first. */
	#servers = new Map<number, PreviewServer>();
	/** How bringing the app back to life goes, or how it failed. */
	#revival: Extract<PreviewStatus, { state: 'starting' | 'failed' }> | undefined;
	#life = new AbortController();
	/** Aborted when the conductor's worker has died. */
	#death = new AbortController();
	readonly #tools: ToolCache;
	readonly #terminalFiles: TerminalFiles;
	/** The last change of files that was begun; the next waits for it. */
	#lastChange: Promise<unknown> = Promise.resolve();
	#isRestored = false;
	#isStarted = false;
	#isDisposed = false;

	private constructor(parts: SessionParts, log: HubLog, events: RunEvent[]) {
		this.#parts = parts;
		this.id = parts.project.id;
		this.#tools = new ToolCache(parts.database.toolFilesOf(this.id));
		this.#terminalFiles = this.#watchTerminals();
		this.#log = log;
		this.#events = events;
		this.#state = foldEvents(events);
		this.#worker = startConductor();
		this.#conductor = this.#connect();
		this.#closers.push(log.subscribe((event) => this.#hear(event)));
		this.run = this.#runSource();
		this.files = this.#fileSource();
		this.terminal = { spawn: (size) => this.#openTerminal(size) };
		this.preview = {
			subscribe: (listener) => {
				this.#previewListeners.add(listener);
				listener(this.#previewStatus);
				return () => this.#previewListeners.delete(listener);
			},
			onError: (listener) => {
				this.#errorListeners.add(listener);
				return () => this.#errorListeners.delete(listener);
			},
			start: () => void this.#revive()
		};
	}

	/** Opens a project. A run that has not ended goes on; one that has is served again. */
	static async open(parts: SessionParts): Promise<ProjectSession> {
		const log = new HubLog(admit(parts.hub));
		const events = await log.read(parts.project.runId);
		const session = new ProjectSession(parts, log, events);
		if (session.#state.endedAt === null) await session.#start();
		else void session.#revive();
		return session;
	}

	get title(): string {
		return this.#state.blueprint?.title ?? this.#parts.project.title;
	}
	async exportAs(kind: ExportKind): Promise<Blob> {
		await this.#terminalFiles.catchUp();
		if (kind === 'run')
			return new Blob([this.#events.map((event) => JSON.stringify(event)).join('\n')], { type: 'application/x-ndjson' });
		const files = await this.#engineFiles();
		const { id: projectId, runId } = this.#parts.project;
		const folder = this.#state.blueprint?.slug ?? 'app';
		const request = { kind, projectId, runId, folder, timeMs: Date.now(), ...(files ? { files } : {}) };
		const type = kind === 'bundle' ? 'application/octet-stream' : 'application/zip';
		return new Blob([await exportInWorker(request, this.#life.signal)], { type });
	}
	get lost(): AbortSignal {
		return this.#parts.lock.lost;
	}
	dispose(): void {
		this.#isDisposed = true;
		this.#life.abort(new AppError('PROJECT_CLOSED', 'The project was closed.'));
		this.#terminalFiles.dispose();
		this.#parts.lock.release();
		for (const close of this.#closers.splice(0)) close();
		this.#worker.terminate();
		this.#log.dispose();
		if (this.#container) engineFree = this.#container.then((container) => container.dispose()).catch(() => undefined);
		this.#container = undefined;
		this.#runListeners.clear();
		this.#breakListeners.clear();
		this.#fileListeners.clear();
		this.#previewListeners.clear();
	}

	#connect(): Client<typeof conductorContract> {
		const [api, hub, container] = [new MessageChannel(), admit(this.#parts.hub), new MessageChannel()];
		this.#worker.postMessage({ type: 'init', api: api.port2, hub, container: container.port2 } satisfies ConductorInit, [
			api.port2,
			hub,
			container.port2
		]);
		const boot = () => this.#boot();
		this.#closers.push(serveContainer(container.port1, boot, new FrameProbe(boot)));
		const death = (this.#death = new AbortController());
		this.#worker.onerror = () => death.abort();
		const { client, dispose } = connect(api.port1, conductorContract, { name: 'The conductor', death: death.signal });
		this.#closers.push(dispose);
		return client;
	}

	async #start(): Promise<void> {
		this.#isStarted = true;
		if (this.#death.signal.aborted) {
			this.#worker.terminate();
			this.#worker = startConductor();
			this.#conductor = this.#connect();
		}
		try {
			await this.#conductor.start(this.#parts.runOptions(this.#parts.project));
		} catch (error) {
			this.#isStarted = false;
			throw error;
		}
		this.#conductor.ended().catch((error: unknown) => {
			if (this.#isDisposed) return;
			// The next command starts it again, from what the log has.
			this.#isStarted = false;
			for (const tell of this.#breakListeners) tell(error instanceof Error ? error : new Error(String(error)));
		});
	}

	/** The engine; booted once. A boot that failed is tried again at the next call. */
	#boot(): Promise<TabContainer> {
		if (this.#isDisposed) return Promise.reject(new AppError('PROJECT_CLOSED', 'The project was closed meanwhile.'));
		this.#container ??= engineFree
			.then(() => TabContainer.boot({ engineOrigin: this.#parts.engineOrigin() }))
			.then(
				async (container) => {
					container.onServerReady((server) => {
						this.#servers.set(server.port, server);
						this.#tellPreview();
					});
					container.onServerClosed((port) => {
						if (this.#servers.delete(port)) this.#tellPreview();
					});
					container.onPageError((error) => {
						if (this.#state.endedAt !== null) for (const tell of this.#errorListeners) tell(error);
					});
					await container.inner.setPreviewScript(previewScript(location.origin));
					return container;
				},
				(error: unknown) => {
					this.#container = undefined;
					throw error;
				}
			);
		return this.#container;
	}
	get #previewStatus(): PreviewStatus {
		if (this.#servers.size > 0) return { state: 'up', servers: [...this.#servers.values()] };
		return this.#revival ?? { state: 'off' };
	}
	#tellPreview(): void {
		for (const listener of this.#previewListeners) listener(this.#previewStatus);
	}
	#setRevival(revival: Extract<PreviewStatus, { state: 'starting' | 'failed' }> | undefined): void {
		this.#revival = revival;
		this.#tellPreview();
	}

	/** Brings a finished app back to life. How it goes is told to who watches the preview. */
	async #revive(): Promise<void> {
		if (this.#revival?.state === 'starting') return;
		const { signal } = this.#life;
		try {
			await revive({
				boot: () => this.#boot(),
				readFiles: () => this.#parts.database.readAllFiles(this.id),
				restoreTools: (container) => this.#tools.restore(container).catch(() => undefined),
				isRestored: this.#isRestored,
				onRestored: () => (this.#isRestored = true),
				onStep: (step, detail) => this.#setRevival({ state: 'starting', step, ...(detail ? { detail } : {}) }),
				signal
			});
			this.#setRevival(undefined);
		} catch (cause) {
			if (signal.aborted) return;
			const error = cause instanceof Error ? cause : new Error(String(cause));
			const log = cause instanceof AppError && typeof cause.data.log === 'string' ? cause.data.log : undefined;
			this.#setRevival({ state: 'failed', error, ...(log ? { log } : {}) });
		}
	}
	/** While the app is up, the engine's files count: they hold what was made in the terminal too. Else the database's do. */
	async #engineFiles(): Promise<Map<string, Uint8Array> | undefined> {
		const container = this.#servers.size > 0 && this.#state.endedAt !== null ? await this.#container : undefined;
		return container?.export('.');
	}

	#hear(event: RunEvent): void {
		if (event.runId !== this.#parts.project.runId) return;
		this.#events.push(event);
		this.#state = reduce(this.#state, event);
		for (const listener of this.#runListeners) listener([event]);
		if (event.topic === 'artifact.published' && event.payload.path) void this.#tellFile(event.payload.path, event.from);
		if (event.topic === 'artifact.superseded' && event.payload.path && event.payload.deleted)
			for (const listener of this.#fileListeners) listener({ path: event.payload.path, content: undefined, author: event.from });
		// A cache that could not be kept costs a slower start, nothing else.
		if (event.topic === 'run.finished') {
			void this.#container?.then((container) => this.#tools.save(container)).catch(() => undefined);
			void this.#terminalFiles.catchUp();
		}
		if (
			['run.started', 'run.paused', 'run.resumed', 'run.cancelled', 'run.finished', 'plan.proposed', 'check.reported'].includes(
				event.topic
			)
		)
			// Only what the start page shows: the next event tells it again.
			void this.#summarise(event.time).catch(() => undefined);
	}
	async #tellFile(path: string, author: string): Promise<void> {
		if (!this.#fileListeners.size) return;
		const content = await this.#parts.database.readFile(this.id, path);
		for (const listener of this.#fileListeners) listener({ path, content, author });
	}
	async #summarise(changedAtMs: number): Promise<void> {
		const { phase, isPaused, blueprint, files, gates, summary } = this.#state;
		const state = isPaused
			? 'paused'
			: phase === 'done'
				? 'live'
				: phase === 'failed' || phase === 'incomplete' || phase === 'cancelled'
					? 'failed'
					: 'building';
		await this.#parts.database.patchProject(this.id, {
			state,
			changedAtMs,
			fileCount: Object.keys(files).length,
			testCount: gates.tests.report?.passed ?? 0,
			...(blueprint ? { title: blueprint.title } : {}),
			...(summary && state === 'failed' ? { note: summary.slice(0, 120) } : { note: undefined })
		});
	}

	#runSource(): RunSource {
		const events = () => this.#events;
		return {
			get events() {
				return events();
			},
			subscribe: (listener, onBroken) => {
				this.#runListeners.add(listener);
				if (onBroken) this.#breakListeners.add(onBroken);
				return () => {
					this.#runListeners.delete(listener);
					if (onBroken) this.#breakListeners.delete(onBroken);
				};
			},
			send: (command) => this.#send(command)
		};
	}
	async #send(command: RunCommand): Promise<void> {
		if (!this.#isStarted) await this.#start();
		switch (command.type) {
			case 'start':
				if (this.#state.endedAt !== null)
					throw new AppError('RUN_ENDED', 'This run has ended. Start a new project with a changed requirement.');
				return this.#start();
			case 'pause':
				return this.#conductor.pause();
			case 'resume':
				return this.#conductor.resume();
			case 'stop':
				return this.#conductor.stop();
			case 'doubleBudget': {
				const { limits, money, inputTokens, outputTokens } = this.#state.budget;
				const twice = (limit: number | null, spent: number) => limit && Math.max(limit * 2, spent + limit);
				await this.#conductor.setBudget({
					...limits,
					money: twice(limits.money, money),
					tokens: twice(limits.tokens, inputTokens + outputTokens)
				});
				return this.#conductor.resume();
			}
			case 'approve':
				return this.#conductor.approve();
			case 'message':
				return this.#conductor.say(command.text, command.to);
			case 'answer':
				return this.#conductor.answer(command.questionId, command.answer);
			case 'editFile':
				return this.#inOrder(async () => {
					await this.#conductor.editFile(command.path, command.content);
					await (await this.#container)?.writeFile(command.path, command.content);
				});
			case 'restore':
				return this.#inOrder(() => this.#restore(command.paths, command.seq));
			default:
				assertNever(command);
		}
	}
	/** @throws AppError VERSION_GONE, before anything is changed */
	async #restore(paths: readonly string[], seq: number): Promise<void> {
		const { database } = this.#parts;
		const now = await database.readAllFiles(this.id);
		const kept = await keptTexts(database, this.id, now);
		const texts = [...versionsBefore(this.#events, paths, seq)].map(([path, hash]) => {
			const text = hash === undefined ? undefined : kept.get(hash);
			if (hash !== undefined && text === undefined)
				throw new AppError('VERSION_GONE', `What '${path}' held before was not kept. Nothing was changed.`);
			return { path, text };
		});
		const container = await this.#container;
		for (const { path, text } of texts) {
			if (text === now.get(path)) continue;
			if (text === undefined) {
				await this.#conductor.takeChanges([{ path, content: undefined }]);
				await container?.rm(path);
			} else {
				await this.#conductor.editFile(path, text);
				await container?.writeFile(path, text);
			}
		}
	}
	#fileSource(): FileSource {
		const { database } = this.#parts;
		return {
			list: async () => [...(await database.readFiles(this.id)).keys()].sort(),
			read: async (path) => {
				const content = await database.readFile(this.id, path);
				if (content === undefined) throw new AppError('ENOENT', `'${path}' is gone, or is no text.`);
				return content;
			},
			readCommitted: async () => undefined,
			subscribe: (listener) => {
				this.#fileListeners.add(listener);
				return () => this.#fileListeners.delete(listener);
			}
		};
	}
	async #openTerminal(size: { cols: number; rows: number }): Promise<TerminalProcess> {
		const container = await this.#boot();
		const process = await container.spawn('jsh', [], { terminal: size });
		return this.#terminalFiles.watch({
			output: process.output,
			write: (data) => void process.write?.(data),
			resize: (next) => process.resize?.(next),
			kill: () => process.kill(),
			exit: process.exit
		});
	}
	#watchTerminals(): TerminalFiles {
		return new TerminalFiles({
			container: () => this.#boot(),
			isSettled: () => this.#state.endedAt !== null,
			readKept: () => this.#parts.database.readAllFiles(this.id),
			take: async (changes) => {
				if (!this.#isStarted) await this.#start();
				await this.#conductor.takeChanges(changes);
			},
			inOrder: (work) => this.#inOrder(work),
			onError: (error) => {
				for (const tell of this.#breakListeners) tell(error instanceof Error ? error : new Error(String(error)));
			}
		});
	}
	#inOrder<T>(work: () => Promise<T>): Promise<T> {
		const change = this.#lastChange.then(work);
		this.#lastChange = change.catch(() => undefined);
		return change;
	}
}

function admit(hub: Worker): MessagePort {
	const { port1, port2 } = new MessageChannel();
	hub.postMessage({ type: 'admit', port: port2 } satisfies HubMessage, [port2]);
	return port1;
}

const startConductor = () =>
	new Worker(new URL('../../../workers/conductor.ts', import.meta.url), { type: 'module', name: 'conductor' });
