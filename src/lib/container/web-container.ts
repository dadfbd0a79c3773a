import { WebContainer } from '@webcontainer/api';
import { deadline } from '../async/deadline';
import { Signal } from '../async/signal';
import { AppError, CodedError, messageOf } from '../domain/app-error';
import { engineLink } from './engine-link';
import { flowControlled } from './flow-control';
import { sandboxEngineFrame } from './frame-sandbox';
import { watchHeartbeat } from './heartbeat';
import { messageOfPage, reportedText } from './reported';
import {
	exportFiles,
	type ContainerProcess,
	type ContainerWrite,
	type ObservableContainer,
	type PageError,
	type Server,
	type SpawnOptions
} from './container';

const BOOT_TIMEOUT_MS = 60_000;
/** Where the client goes when no origin is given. */
const HOSTED_ORIGIN = 'https://stackblitz.com';
/** Of the path beside an error. */
const MAX_PATH_LENGTH = 200;

/**
 * The container behind the public `@webcontainer/api`: our engine, or StackBlitz's. Needs a document, so it lives in the page.
 * Every call that is under way when the engine dies, or comes later, is rejected with ENGINE_DIED.
 */
export class TabContainer implements ObservableContainer {
	#inner: WebContainer;
	#servers = new Map<number, Server>();
	readonly #opened = new Signal<Server>();
	readonly #closed = new Signal<number>();
	readonly #writes = new Signal<ContainerWrite>();
	#unsubscribe: (() => void)[];

	private constructor(
		inner: WebContainer,
		/** Aborted, with ENGINE_DIED as its reason, when the engine has died or does not answer any more. */
		readonly death: AbortSignal
	) {
		this.#inner = inner;
		this.#unsubscribe = [
			watchHeartbeat({ ask: () => inner.fs.readdir('.'), onSilence: () => engineLink.end() }),
			inner.on('server-ready', (port, url) => {
				const server = { port, url: url.replace(/\/$/, '') };
				this.#servers.set(port, server);
				this.#opened.emit(server);
			}),
			inner.on('port', (port, type) => {
				if (type !== 'close') return;
				this.#servers.delete(port);
				this.#closed.emit(port);
			})
		];
	}

	/**
	 * Boots the engine. One per page: dispose of the last one first. `project` (8 to 40 lower-case letters and digits) gives the
	 * previews origins of their own, where they find again what they stored.
	 * @throws AppError CONTAINER_BOOT when the engine does not come up, ENGINE_DIED when it dies meanwhile.
	 */
	static async boot(options: { project: string; engineOrigin: string | undefined }): Promise<TabContainer> {
		// The client reads the address from here; without one it goes to StackBlitz.
		Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: options.engineOrigin });
		const death = deathOf(engineLink.open(options.engineOrigin ?? HOSTED_ORIGIN));
		const unguard = options.engineOrigin ? sandboxEngineFrame(options.engineOrigin) : undefined;
		try {
			const boot = WebContainer.boot({
				coep: 'require-corp',
				// Only our engine reads what is behind the @.
				workdirName: options.engineOrigin ? `app@${options.project}` : 'app',
				forwardPreviewErrors: true
			});
			return new TabContainer(await deadline(boot, { timeoutMs: BOOT_TIMEOUT_MS, late: noAnswer, signal: death }), death);
		} catch (cause) {
			if (death.aborted) throw death.reason;
			throw new AppError('CONTAINER_BOOT', `The engine did not start: ${messageOf(cause)}. Reload the page to try again.`, {
				cause
			});
		} finally {
			unguard?.();
		}
	}

	/** The api's own object, for what this port does not cover (terminal, preview messages). */
	get inner(): WebContainer {
		return this.#inner;
	}
	get servers(): Server[] {
		return [...this.#servers.values()];
	}
	readFile(path: string): Promise<string> {
		return this.#explain(path, this.#inner.fs.readFile(path, 'utf-8'));
	}
	readBytes(path: string): Promise<Uint8Array> {
		return this.#explain(path, this.#inner.fs.readFile(path));
	}
	writeFile(path: string, content: string | Uint8Array): Promise<void> {
		const write = async () => {
			const folder = path.split('/').slice(0, -1).join('/');
			if (folder) await this.mkdir(folder);
			await this.#explain(path, this.#inner.fs.writeFile(path, content));
		};
		return this.#note(path, content, write());
	}
	async mkdir(path: string): Promise<void> {
		await this.#alive(this.#inner.fs.mkdir(path, { recursive: true }));
	}
	rm(path: string): Promise<void> {
		return this.#note(path, undefined, this.#alive(this.#inner.fs.rm(path, { recursive: true, force: true })));
	}
	watch(listener: (path: string) => void): () => void {
		const watcher = this.#inner.fs.watch('.', { recursive: true }, (_event, name) => listener(String(name)));
		// An engine that is gone watches nothing any more.
		return () => void Promise.resolve(watcher.close()).catch(() => undefined);
	}
	onWrite(listener: (write: ContainerWrite) => void): () => void {
		return this.#writes.subscribe(listener);
	}
	async readdir(path: string): Promise<{ name: string; isDirectory: boolean }[]> {
		const entries = await this.#explain(path, this.#inner.fs.readdir(path, { withFileTypes: true }));
		return entries.map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
	}
	async spawn(
		command: string,
		args: string[],
		options: SpawnOptions & { terminal?: { cols: number; rows: number } } = {}
	): Promise<ContainerProcess> {
		const process = await this.#alive(this.#inner.spawn(command, args, options));
		let writer: WritableStreamDefaultWriter<string> | undefined;
		let size = options.terminal;
		// Our engine looks at the extra word; for another one it is a resize to the same size.
		const setPaused = (isOutputPaused: boolean) => size && process.resize({ ...size, ...{ isOutputPaused } });
		return {
			output: size ? flowControlled(process.output, setPaused) : process.output,
			exit: this.#alive(process.exit),
			kill: () => process.kill(),
			write: (data) => (writer ??= process.input.getWriter()).write(data),
			resize: (next) => process.resize((size = next))
		};
	}
	onServerReady(listener: (server: Server) => void): () => void {
		return this.#opened.subscribe(listener);
	}
	/** Calls back with each port that closes. */
	onServerClosed(listener: (port: number) => void): () => void {
		return this.#closed.subscribe(listener);
	}
	/** Calls back with each error of a page of the preview. The container ends it. */
	onPageError(listener: (error: PageError) => void): void {
		const stop = this.#inner.on('preview-message', (message) =>
			listener({
				message: messageOfPage(message),
				stack: reportedText(message.stack ?? ''),
				port: message.port,
				path: reportedText(message.pathname + message.search, MAX_PATH_LENGTH)
			})
		);
		this.#unsubscribe.push(stop);
	}
	export(path: string): Promise<Map<string, Uint8Array>> {
		return exportFiles(this, path);
	}
	async dispose(): Promise<void> {
		for (const stop of this.#unsubscribe.splice(0)) stop();
		this.#opened.clear();
		this.#closed.clear();
		this.#writes.clear();
		// A dead engine would never answer.
		if (!this.death.aborted) this.#inner.teardown();
	}

	#note(path: string, content: ContainerWrite['content'], done: Promise<void>): Promise<void> {
		this.#writes.emit({ path, content, done });
		return done;
	}

	/** Given up when the engine dies: its answer would never come. */
	#alive<T>(work: Promise<T>): Promise<T> {
		return deadline(work, { signal: this.death });
	}
	async #explain<T>(path: string, work: Promise<T>): Promise<T> {
		try {
			return await this.#alive(work);
		} catch (cause) {
			if (this.death.aborted) throw cause;
			const message = messageOf(cause);
			const code = /\b(E[A-Z]{3,})\b/.exec(message)?.[1] ?? 'CONTAINER_FS';
			throw new CodedError(code, `${message} ('${path}')`, { cause });
		}
	}
}

/** A frame that was not served never answers, and says nothing about it. */
const noAnswer = () => new Error(`no answer within ${BOOT_TIMEOUT_MS / 1000} s`);

/** The link's signal, with what to tell people. */
function deathOf(gone: AbortSignal): AbortSignal {
	const death = new AbortController();
	const reason = () =>
		new AppError(
			'ENGINE_DIED',
			'The engine in this tab has died: it ran out of memory, or the browser ended it. Your files are kept. Restart it to go on.'
		);
	gone.addEventListener('abort', () => death.abort(reason()), { once: true });
	return death.signal;
}
