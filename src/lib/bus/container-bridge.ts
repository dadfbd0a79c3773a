import { Signal } from '../async/signal';
import { exportFiles, type Container, type ContainerProcess, type Server, type SpawnOptions } from '../container/container';
import { AppError } from '../domain/app-error';
import type { PreviewPage, PreviewProbe, PreviewVisit } from '../container/preview-probe';
import type { Client, Service } from './contract';
import {
	containerContract,
	PAGE_TIMEOUT_MS,
	processMessageSchema,
	serverSchema,
	type ProcessMessage
} from './contracts/container';
import { connect, serve } from './rpc';
import { fromWireError, toWireError } from './transfers';

/** The container and the preview live in the page; the conductor reaches them through this narrow bridge. */

/** The page's end. Returns how to stop serving. */
export function serveContainer(port: MessagePort, container: () => Promise<Container>, probe: PreviewProbe): () => void {
	let pages = new AbortController();
	const api: Service<typeof containerContract> = {
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
	return serve(port, containerContract, api);
}

function attachProcess(process: ContainerProcess, channel: MessagePort): void {
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (processMessageSchema.parse(data).type === 'kill') process.kill();
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
	#api: Client<typeof containerContract>;
	#servers = new Signal<Server>();
	#close: () => void;

	readFile: Container['readFile'] = (path) => this.#api.readFile(path);
	readBytes: Container['readBytes'] = (path) => this.#api.readBytes(path);
	writeFile: Container['writeFile'] = (path, content) => this.#api.writeFile(path, content);
	mkdir: Container['mkdir'] = (path) => this.#api.mkdir(path);
	rm: Container['rm'] = (path) => this.#api.rm(path);
	readdir: Container['readdir'] = (path) => this.#api.readdir(path);

	constructor(port: MessagePort) {
		const { client, dispose } = connect(port, containerContract, { name: 'The engine' });
		this.#api = client;
		this.#close = dispose;
	}
	/** @throws AppError CONTAINER_BOOT when the engine does not come up. */
	async boot(): Promise<this> {
		await this.#api.boot();
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<unknown>) => {
			this.#servers.emit(serverSchema.parse(data));
		};
		await this.#api.watchServers(port2);
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
				port1.onmessage = ({ data }: MessageEvent<unknown>) => {
					const message = processMessageSchema.parse(data);
					if (message.type === 'output') controller.enqueue(message.text);
					if (message.type !== 'exit' && message.type !== 'lost') return;
					controller.close();
					port1.close();
					if (message.type === 'exit') exited(message.code);
					else lost(fromWireError(message.error));
				};
			}
		});
		const { cwd, env } = options;
		await this.#api.spawn(command, args, { ...(cwd ? { cwd } : {}), ...(env ? { env } : {}) }, port2);
		return { output, exit, kill: () => port1.postMessage({ type: 'kill' } satisfies ProcessMessage) };
	}
	onServerReady(listener: (server: Server) => void): () => void {
		return this.#servers.subscribe(listener);
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
