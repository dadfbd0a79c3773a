import { WebContainer } from '@webcontainer/api';
import { AppError, messageOf } from '../run/app-error';
import { flowControlled } from './flow-control';
import { sandboxEngineFrame } from './frame-sandbox';
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
/** Of the path beside an error. */
const MAX_PATH_LENGTH = 200;

/** The container behind the public `@webcontainer/api`: our engine, or StackBlitz's. Needs a document, so it lives in the page. */
export class TabContainer implements ObservableContainer {
	#inner: WebContainer;
	#servers = new Map<number, Server>();
	#listeners = new Set<(server: Server) => void>();
	#closed = new Set<(port: number) => void>();
	#writeListeners = new Set<(write: ContainerWrite) => void>();
	#unsubscribe: (() => void)[];

	private constructor(inner: WebContainer) {
		this.#inner = inner;
		this.#unsubscribe = [
			inner.on('server-ready', (port, url) => {
				const server = { port, url: url.replace(/\/$/, '') };
				this.#servers.set(port, server);
				for (const listener of this.#listeners) listener(server);
			}),
			inner.on('port', (port, type) => {
				if (type !== 'close') return;
				this.#servers.delete(port);
				for (const listener of this.#closed) listener(port);
			})
		];
	}

	/**
	 * Boots the engine. One per page: dispose of the last one first. `project` (8 to 40 lower-case letters and digits) gives the
	 * previews origins of their own, where they find again what they stored.
	 * @throws AppError CONTAINER_BOOT when the engine does not come up.
	 */
	static async boot(options: { project: string; engineOrigin: string | undefined }): Promise<TabContainer> {
		// The client reads the address from here; without one it goes to StackBlitz.
		Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: options.engineOrigin });
		const unguard = options.engineOrigin ? sandboxEngineFrame(options.engineOrigin) : undefined;
		try {
			const boot = WebContainer.boot({
				coep: 'require-corp',
				// Only our engine reads what is behind the @.
				workdirName: options.engineOrigin ? `app@${options.project}` : 'app',
				forwardPreviewErrors: true
			});
			return new TabContainer(await withDeadline(boot, BOOT_TIMEOUT_MS));
		} catch (cause) {
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
		return explain(path, this.#inner.fs.readFile(path, 'utf-8'));
	}
	readBytes(path: string): Promise<Uint8Array> {
		return explain(path, this.#inner.fs.readFile(path));
	}
	writeFile(path: string, content: string | Uint8Array): Promise<void> {
		const write = async () => {
			const folder = path.split('/').slice(0, -1).join('/');
			if (folder) await this.#inner.fs.mkdir(folder, { recursive: true });
			await explain(path, this.#inner.fs.writeFile(path, content));
		};
		return this.#tell(path, content, write());
	}
	async mkdir(path: string): Promise<void> {
		await this.#inner.fs.mkdir(path, { recursive: true });
	}
	rm(path: string): Promise<void> {
		return this.#tell(path, undefined, this.#inner.fs.rm(path, { recursive: true, force: true }));
	}
	watch(listener: (path: string) => void): () => void {
		const watcher = this.#inner.fs.watch('.', { recursive: true }, (_event, name) => listener(String(name)));
		// An engine that is gone watches nothing any more.
		return () => void Promise.resolve(watcher.close()).catch(() => undefined);
	}
	onWrite(listener: (write: ContainerWrite) => void): () => void {
		this.#writeListeners.add(listener);
		return () => this.#writeListeners.delete(listener);
	}
	async readdir(path: string): Promise<{ name: string; isDirectory: boolean }[]> {
		const entries = await explain(path, this.#inner.fs.readdir(path, { withFileTypes: true }));
		return entries.map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
	}
	async spawn(
		command: string,
		args: string[],
		options: SpawnOptions & { terminal?: { cols: number; rows: number } } = {}
	): Promise<ContainerProcess> {
		const process = await this.#inner.spawn(command, args, options);
		let writer: WritableStreamDefaultWriter<string> | undefined;
		let size = options.terminal;
		// Our engine looks at the extra word; for another one it is a resize to the same size.
		const setPaused = (isOutputPaused: boolean) => size && process.resize({ ...size, ...{ isOutputPaused } });
		return {
			output: size ? flowControlled(process.output, setPaused) : process.output,
			exit: process.exit,
			kill: () => process.kill(),
			write: (data) => (writer ??= process.input.getWriter()).write(data),
			resize: (next) => process.resize((size = next))
		};
	}
	onServerReady(listener: (server: Server) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	/** Calls back with each port that closes. */
	onServerClosed(listener: (port: number) => void): () => void {
		this.#closed.add(listener);
		return () => this.#closed.delete(listener);
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
		this.#listeners.clear();
		this.#closed.clear();
		this.#writeListeners.clear();
		this.#inner.teardown();
	}

	#tell(path: string, content: ContainerWrite['content'], done: Promise<void>): Promise<void> {
		for (const listener of this.#writeListeners) listener({ path, content, done });
		return done;
	}
}

/** A frame that was not served never answers, and says nothing about it. */
async function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

async function explain<T>(path: string, work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (cause) {
		const message = messageOf(cause);
		const code = /\b(E[A-Z]{3,})\b/.exec(message)?.[1] ?? 'CONTAINER_FS';
		throw new AppError(code, `${message} ('${path}')`, { cause });
	}
}
