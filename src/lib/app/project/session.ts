import { serveContainer } from '../../bus/container-bridge';
import { HubLog } from '../../bus/hub';
import type { Client } from '../../bus/contract';
import { conductorContract, type ConductorInit, type RunOptions } from '../../bus/contracts/conductor';
import type { HubMessage } from '../../bus/contracts/hub';
import { connect } from '../../bus/rpc';
import type { PageError } from '../../container/container';
import { FrameProbe } from '../../container/frame-probe';
import { TabContainer } from '../../container/web-container';
import { previewScript } from '../../container/preview-script';
import type { Database, ProjectRecord } from '../../project/database';
import { keptTexts } from '../../project/kept-texts';
import { AppError, asError, assertNever, CodedError, hasCode } from '../../domain/app-error';
import type { EventDraft, RunEvent } from '../../domain/events';
import type { RunState } from '../../log/state';
import { foldEvents, reduce } from '../../log/reducer';
import { cleanPath } from '../../domain/write-set';
import { exportInWorker } from './export';
import { versionBefore, versionsBefore } from './history';
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
} from '../ports';
import type { ProjectLock } from './lock';
import { revive } from './revival';
import type { RunCommand, RunSource } from '../run-source';
import { ProgramFiles } from './program-files';
import { startHint } from './start-plan';
import { ToolCache } from './tool-cache';
import { UnsavedJournal } from './unsaved-journal';

/** Settles when the engine of the last project is gone: a page has one. */
let engineFree: Promise<unknown> = Promise.resolve();

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
	/** The engine has died: nothing boots another until the person asks for it, which resolves it. */
	#fallen: { error: AppError; restarted: Promise<void>; restart(): void } | undefined;
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
	#programFiles: ProgramFiles;
	readonly #unsaved: UnsavedJournal;
	/** The last change of files that was begun; the next waits for it. */
	#lastChange: Promise<unknown> = Promise.resolve();
	#isRestored = false;
	/** Settles once the engine has the project's files, or could not be given them. */
	#restored = deferred();
	/** What to do with a project that nothing starts. */
	#hint = '';
	#isStarted = false;
	#isDisposed = false;

	private constructor(parts: SessionParts, log: HubLog, events: RunEvent[]) {
		this.#parts = parts;
		this.id = parts.project.id;
		this.#tools = new ToolCache(parts.database.toolFilesOf(this.id));
		this.#programFiles = this.#keepProgramFiles();
		this.#unsaved = new UnsavedJournal(this.id);
		this.#log = log;
		this.#events = events;
		this.#state = foldEvents(events);
		this.#worker = startConductor();
		this.#conductor = this.#connect();
		this.#closers.push(log.subscribe((event) => this.#hear(event)));
		const onHubDeath = () => this.#tellBroken(parts.hubDeath.reason);
		parts.hubDeath.addEventListener('abort', onHubDeath);
		this.#closers.push(() => parts.hubDeath.removeEventListener('abort', onHubDeath));
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
			start: () => void this.#startApp()
		};
	}

	/** Opens a project. A run that has not ended goes on; one that has is served again. */
	static async open(parts: SessionParts): Promise<ProjectSession> {
		const log = new HubLog(admit(parts.hub), parts.hubDeath);
		const events = await log.read(parts.project.runId);
		const session = new ProjectSession(parts, log, events);
		const isOver = session.#state.endedAt !== null || parts.project.origin === 'run';
		if (!isOver) await session.#start();
		await session.#takeUnsaved();
		if (isOver) void session.#revive();
		return session;
	}

	get title(): string {
		return this.#state.blueprint?.title ?? this.#parts.project.title;
	}
	async exportAs(kind: ExportKind): Promise<Blob> {
		await this.#programFiles.catchUp();
		if (kind === 'run')
			return new Blob([this.#events.map((event) => JSON.stringify(event)).join('\n')], { type: 'application/x-ndjson' });
		const files = await this.#engineFiles();
		const { id: projectId, runId } = this.#parts.project;
		const folder = this.#state.blueprint?.slug ?? 'app';
		const request = { kind, projectId, runId, folder, timeMs: Date.now(), ...(files ? { files } : {}) };
		const type = kind === 'bundle' ? 'application/octet-stream' : 'application/zip';
		return new Blob([await exportInWorker(request, this.#life.signal)], { type });
	}
	get origin(): 'files' | 'run' | undefined {
		const { origin } = this.#parts.project;
		// Projects that were imported before their origin was kept.
		return origin ?? (this.#state.model === 'none' ? 'files' : undefined);
	}
	get lost(): AbortSignal {
		return this.#parts.lock.lost;
	}
	dispose(): void {
		this.#isDisposed = true;
		this.#life.abort(new AppError('PROJECT_CLOSED', 'The project was closed.'));
		this.#programFiles.dispose();
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
		const boot = () => (this.#fallen ? Promise.reject(this.#fallen.error) : this.#boot());
		this.#closers.push(serveContainer(container.port1, boot, new FrameProbe(boot)));
		const death = (this.#death = new AbortController());
		this.#worker.onerror = () => death.abort();
		const { client, dispose } = connect(api.port1, conductorContract, { name: 'The conductor', death: death.signal });
		this.#closers.push(dispose);
		return client;
	}

	async #start(): Promise<void> {
		if (this.#parts.project.origin === 'run')
			throw new AppError('RUN_RECORDED', 'This is the record of a run: it is shown, not continued. Start a new project instead.');
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
			this.#tellBroken(error);
		});
	}

	/** The engine; booted once. A boot that failed is tried again at the next call. */
	#boot(): Promise<TabContainer> {
		if (this.#isDisposed) return Promise.reject(new AppError('PROJECT_CLOSED', 'The project was closed meanwhile.'));
		this.#container ??= engineFree
			.then(() => TabContainer.boot({ project: previewNameOf(this.id), engineOrigin: this.#parts.engineOrigin() }))
			.then(
				async (container) => {
					this.#programFiles.attach(container);
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
					container.death.addEventListener('abort', () => this.#fall(container.death.reason as AppError));
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
	/** The engine has died. What is written goes on; what needs an engine waits for the person. */
	#fall(error: AppError): void {
		if (this.#isDisposed || this.#fallen) return;
		let restart = () => {};
		const restarted = new Promise<void>((done) => (restart = done));
		this.#fallen = { error, restarted, restart };
		void this.#container?.then((container) => container.dispose()).catch(() => undefined);
		this.#container = undefined;
		this.#isRestored = false;
		this.#restored.settle();
		this.#restored = deferred();
		this.#servers.clear();
		// What the next engine lacks was not deleted in it.
		this.#programFiles.dispose();
		this.#programFiles = this.#keepProgramFiles();
		this.#setRevival({ state: 'failed', error });
		const { code, message } = error;
		const draft: EventDraft =
			this.#state.endedAt === null
				? { topic: 'run.paused', runId: this.#parts.project.runId, from: 'conductor', payload: { reason: message, code } }
				: { topic: 'message', runId: this.#parts.project.runId, from: 'conductor', payload: { text: `${code}: ${message}` } };
		// The screen says so in any case.
		this.#log.append(draft).catch(() => undefined);
	}
	/** The person wants another engine in the place of one that has died. */
	#restart(): void {
		if (!this.#fallen) return;
		this.#fallen.restart();
		this.#fallen = undefined;
		this.#setRevival(undefined);
	}
	/** For who can wait until an engine runs. */
	async #bootWhenAllowed(): Promise<TabContainer> {
		await this.#fallen?.restarted;
		return this.#boot();
	}
	async #startApp(): Promise<void> {
		this.#restart();
		// The run starts its app itself, where it goes on.
		if (this.#state.endedAt !== null) return this.#revive();
		await this.#send({ type: 'resume' }).catch((error: unknown) => this.#tellBroken(error));
	}
	#tellBroken(error: unknown): void {
		for (const tell of this.#breakListeners) tell(asError(error));
	}

	get #previewStatus(): PreviewStatus {
		if (this.#servers.size > 0) return { state: 'up', servers: [...this.#servers.values()] };
		return this.#revival ?? { state: 'off', ...(this.#hint ? { hint: this.#hint } : {}) };
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
			const isUp = await revive({
				boot: () => this.#boot(),
				readFiles: () => this.#parts.database.readAllFiles(this.id),
				restoreTools: (container) => this.#tools.restore(container).catch(() => undefined),
				isRestored: this.#isRestored,
				onRestored: () => {
					this.#isRestored = true;
					this.#restored.settle();
				},
				onStep: (step, detail) => this.#setRevival({ state: 'starting', step, ...(detail ? { detail } : {}) }),
				signal
			});
			this.#hint = isUp ? '' : startHint(await this.#parts.database.readAllFiles(this.id));
			this.#setRevival(undefined);
		} catch (cause) {
			if (signal.aborted) return;
			const error = asError(cause);
			const log = hasCode(cause, 'INSTALL_FAILED', 'START_FAILED') ? cause.data.log : undefined;
			this.#setRevival({ state: 'failed', error, ...(log ? { log } : {}) });
		} finally {
			this.#restored.settle();
			// Only now: an install changes thousands of files that are none of the project's.
			if (!signal.aborted && this.#parts.project.origin !== 'run') this.#programFiles.watch({ isFromStart: true });
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
			// What the checks' own programs left behind until now is not the person's.
			this.#programFiles.watch();
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
		const content = await this.#parts.database.readContent(this.id, path);
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
			send: (command) => {
				// Before anything is waited for: the tab may be closing.
				if (command.type === 'editFile') this.#unsaved.put(command.path, command.content, this.#state.lastSeq);
				return this.#send(command);
			}
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
				this.#restart();
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
					await this.#edit(command.path, command.content);
					await (await this.#container)?.writeFile(command.path, command.content);
				});
			case 'restore':
				return this.#inOrder(() => this.#restore(command.paths, command.seq));
			default:
				assertNever(command);
		}
	}
	/** @throws AppError PATH_REFUSED */
	async #edit(path: string, text: string): Promise<void> {
		if (cleanPath(path) !== path)
			throw new AppError('PATH_REFUSED', `A project cannot have a file ${JSON.stringify(path)}. Choose another name.`);
		await this.#conductor.editFile(path, text);
		this.#unsaved.settle(path, text, this.#state.lastSeq);
	}
	/** Hand edits that did not reach the project before its tab closed. What was written later stays, and the edit is in the history. */
	async #takeUnsaved(): Promise<void> {
		const edits = this.#parts.project.origin === 'run' ? [] : this.#unsaved.entries();
		if (edits.length > 0 && !this.#isStarted) await this.#start();
		for (const { path, text, afterSeq } of edits) {
			const now = await this.#parts.database.readFile(this.id, path);
			if (now === text) {
				this.#unsaved.settle(path, text, this.#state.lastSeq);
				continue;
			}
			const isOlder = this.#events.some(
				(event) => event.seq > afterSeq && 'path' in event.payload && event.payload.path === path
			);
			await this.#edit(path, text);
			if (isOlder && now !== undefined) await this.#edit(path, now);
			else if (isOlder) await this.#conductor.takeChanges([{ path, content: undefined, replaces: text }]);
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
				await this.#conductor.takeChanges([{ path, content: undefined, replaces: now.get(path) }]);
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
			list: async () => [...(await database.listFiles(this.id))].sort(),
			read: async (path) => {
				const content = await database.readContent(this.id, path);
				if (content === undefined) throw new CodedError('ENOENT', `'${path}' is gone.`);
				return content;
			},
			readBefore: async (path) => {
				const before = versionBefore(this.#events, path);
				return before === 'none' ? '' : before && database.readVersion(this.id, before.sha256);
			},
			subscribe: (listener) => {
				this.#fileListeners.add(listener);
				return () => this.#fileListeners.delete(listener);
			},
			isBehind: () => this.#programFiles.isBehind,
			catchUp: () => this.#programFiles.catchUp()
		};
	}
	async #openTerminal(size: { cols: number; rows: number }): Promise<TerminalProcess> {
		const container = await this.#bootWhenAllowed();
		// A shell in a folder that fills by itself would be a riddle.
		if (this.#state.endedAt !== null) await this.#restored.done;
		if (this.#parts.project.origin !== 'run') this.#programFiles.watch();
		const process = await container.spawn('jsh', [], { terminal: size });
		return {
			...(this.#hint ? { greeting: this.#hint } : {}),
			output: process.output,
			write: (data) => void process.write?.(data),
			resize: (next) => process.resize?.(next),
			kill: () => process.kill(),
			exit: process.exit
		};
	}
	#keepProgramFiles(): ProgramFiles {
		const { database } = this.#parts;
		return new ProgramFiles({
			listKept: () => database.listFiles(this.id),
			readKept: (path) => database.readContent(this.id, path),
			take: async (changes) => {
				if (!this.#isStarted) await this.#start();
				await this.#conductor.takeChanges(changes);
			},
			inOrder: (work) => this.#inOrder(work),
			onError: (error) => this.#tellBroken(error)
		});
	}
	#inOrder<T>(work: () => Promise<T>): Promise<T> {
		const change = this.#lastChange.then(work);
		this.#lastChange = change.catch(() => undefined);
		return change;
	}
}

/** How a project is called in the names of its previews: the first 60 random bits of its UUID. */
const previewNameOf = (id: string): string => id.replaceAll('-', '').slice(0, 16);
function deferred(): { done: Promise<void>; settle(): void } {
	let settle = () => {};
	const done = new Promise<void>((resolve) => (settle = resolve));
	return { done, settle: () => settle() };
}

function admit(hub: Worker): MessagePort {
	const { port1, port2 } = new MessageChannel();
	hub.postMessage({ type: 'admit', port: port2 } satisfies HubMessage, [port2]);
	return port1;
}

const startConductor = () =>
	new Worker(new URL('../../../../workers/conductor.ts', import.meta.url), { type: 'module', name: 'conductor' });
