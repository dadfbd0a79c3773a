import { exportFiles, type Container, type ContainerProcess, type Server, type SpawnOptions } from '../container/container';
import { AppError } from '../run/app-error';
import type { PreviewPage, PreviewProbe, PreviewVisit } from '../team/gates/gate';
import { fromWireError, toWireError, type WireError } from './error-transfer';
import { connect, moved, serve, type Client } from './rpc';

/** The container and the preview live in the page; the conductor reaches them through this narrow bridge. */

const FILE_METHODS = ['readFile', 'readBytes', 'writeFile', 'mkdir', 'rm', 'readdir'] as const;
const METHODS = [...FILE_METHODS, 'boot', 'spawn', 'watchServers', 'openPage', 'closePages'] as const;

interface ContainerApi extends Pick<Container, (typeof FILE_METHODS)[number]> {
	/** Resolves once the engine runs. */
	boot(): Promise<void>;
	/** Output, exit and kill go over `port` as {@link ProcessMessage}s. */
	spawn(command: string, args: string[], options: SpawnOptions, port: MessagePort): Promise<void>;
	/** Each server that starts to listen is posted to `port`. */
	watchServers(port: MessagePort): Promise<void>;
	openPage(url: string, path: string, visit?: PreviewVisit): Promise<PreviewPage>;
	/** Gives up on the pages that are being opened. */
	closePages(): Promise<void>;
}
/** For a page and everything that is done on it. */
const PAGE_TIMEOUT_MS = 180_000;

/** `lost`: how it ended will never be known, since its engine has died. */
type ProcessMessage =
	{ type: 'output'; text: string } | { type: 'exit'; code: number } | { type: 'lost'; error: WireError } | { type: 'kill' };

/** The page's end. Returns how to stop serving. */
export function serveContainer(port: MessagePort, container: () => Promise<Container>, probe: PreviewProbe): () => void {
	let pages = new AbortController();
	const api: ContainerApi = {
		boot: async () => void (await container()),
		readFile: async (path) => (await container()).readFile(path),
		readBytes: async (path) => (await container()).readBytes(path),
		writeFile: async (path, content) => (await container()).writeFile(path, content),
		mkdir: async (path) => (await container()).mkdir(path),
		rm: async (path) => (await container()).rm(path),
		readdir: async (path) => (await container()).readdir(path),
		spawn: async (command, args, options, channel) =>
			attachProcess(await (await container()).spawn(command, args, options), channel),
		watchServers: async (channel) => void (await container()).onServerReady((server) => channel.postMessage(server)),
		openPage: (url, path, visit) =>
			probe.open(url, path, AbortSignal.any([pages.signal, AbortSignal.timeout(PAGE_TIMEOUT_MS)]), visit),
		closePages: async () => {
			pages.abort(new AppError('PREVIEW_CLOSED', 'The page was closed.'));
			pages = new AbortController();
		}
	};
	return serve(port, api, METHODS);
}

function attachProcess(process: ContainerProcess, channel: MessagePort): void {
	channel.onmessage = (event: MessageEvent<ProcessMessage>) => {
		if (event.data.type === 'kill') process.kill();
	};
	const drained = process.output
		.pipeTo(new WritableStream({ write: (text) => channel.postMessage({ type: 'output', text } satisfies ProcessMessage) }))
		.catch(() => undefined);
	process.exit.then(
		async (code) => {
			// What is still in the pipe belongs before the exit; a pipe that never ends must not hide it.
			await Promise.race([drained, new Promise((done) => setTimeout(done, 1000))]);
			channel.postMessage({ type: 'exit', code } satisfies ProcessMessage);
		},
		(error: unknown) => channel.postMessage({ type: 'lost', error: toWireError(error) } satisfies ProcessMessage)
	);
}

/** The conductor's end: a container and a preview like any other. */
export class BridgedContainer implements Container, PreviewProbe {
	#api: Client<ContainerApi>;
	#listeners = new Set<(server: Server) => void>();
	#close: () => void;

	readFile: Container['readFile'] = (path) => this.#api.readFile(path);
	readBytes: Container['readBytes'] = (path) => this.#api.readBytes(path);
	writeFile: Container['writeFile'] = (path, content) => this.#api.writeFile(path, content);
	mkdir: Container['mkdir'] = (path) => this.#api.mkdir(path);
	rm: Container['rm'] = (path) => this.#api.rm(path);
	readdir: Container['readdir'] = (path) => this.#api.readdir(path);

	constructor(port: MessagePort) {
		const { client, dispose } = connect<ContainerApi>(port, METHODS, {
			name: 'The engine',
			timeoutMs: 60_000,
			timeouts: { boot: 120_000, openPage: PAGE_TIMEOUT_MS + 10_000 }
		});
		this.#api = client;
		this.#close = dispose;
	}
	/** @throws AppError CONTAINER_BOOT when the engine does not come up. */
	async boot(): Promise<this> {
		await this.#api.boot();
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = (event: MessageEvent<Server>) => {
			for (const listener of this.#listeners) listener(event.data);
		};
		await this.#api.watchServers(moved(port2));
		return this;
	}
	async spawn(command: string, args: string[], options: SpawnOptions = {}): Promise<ContainerProcess> {
		const { port1, port2 } = new MessageChannel();
		let exited: (code: number) => void = () => undefined;
		let lost: (error: Error) => void = () => undefined;
		const exit = new Promise<number>((done, fail) => ([exited, lost] = [done, fail]));
		// A server may be lost long after anybody waited for its end.
		exit.catch(() => undefined);
		const output = new ReadableStream<string>({
			start: (controller) => {
				port1.onmessage = ({ data }: MessageEvent<ProcessMessage>) => {
					if (data.type === 'output') controller.enqueue(data.text);
					if (data.type !== 'exit' && data.type !== 'lost') return;
					controller.close();
					port1.close();
					if (data.type === 'exit') exited(data.code);
					else lost(fromWireError(data.error));
				};
			}
		});
		const { cwd, env } = options;
		await this.#api.spawn(command, args, { ...(cwd ? { cwd } : {}), ...(env ? { env } : {}) }, moved(port2));
		return { output, exit, kill: () => port1.postMessage({ type: 'kill' } satisfies ProcessMessage) };
	}
	onServerReady(listener: (server: Server) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	export(path: string): Promise<Map<string, Uint8Array>> {
		return exportFiles(this, path);
	}
	async open(url: string, path: string, signal: AbortSignal, visit?: PreviewVisit): Promise<PreviewPage> {
		signal.throwIfAborted();
		const close = () => void this.#api.closePages().catch(() => undefined);
		signal.addEventListener('abort', close);
		try {
			return await this.#api.openPage(url, path, visit);
		} finally {
			signal.removeEventListener('abort', close);
		}
	}
	async dispose(): Promise<void> {
		this.#close();
	}
}
