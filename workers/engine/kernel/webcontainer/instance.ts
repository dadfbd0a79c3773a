import { proxy, transfer } from 'comlink';
import type { EngineAssets } from '../assets';
import { prepareFileSystem } from '../file-system-image';
import { Kernel } from '../kernel';
import type { MeasureMemory } from '../memory-limit';
import type { ErrorForwarding, Previews } from '../previews';
import { DEFAULT_PATH } from '../program-path';
import { FileSystemApi } from './file-system-api';
import { loadTree, serializeTree, type SerializeOptions } from './file-tree';
import { inWorkingDirectory } from './paths';
import { ProcessApi, type RunListeners } from './process-api';
import type { OutputListener } from './output-sink';

/** What the client asks `build` for. */
export interface BuildOptions {
	host?: string;
	version?: string;
	/** A folder's name; `FOLDER@PROJECT` also says whose previews these are, see {@link parseWorkdirName}. */
	workdirName?: string;
	forwardPreviewErrors?: ErrorForwarding;
}

/** What the document around the kernel does for it. */
export interface Surroundings {
	readonly previews: Previews;
	readonly measureMemory: MeasureMemory;
}

type EventName = 'port' | 'server-ready' | 'error' | 'preview-message' | 'code' | 'xdg-open';
type Listener = (...args: unknown[]) => unknown;

/** One booted container: exactly the methods that the client of `@webcontainer/api` 1.6.4 calls. */
export class ContainerInstance {
	readonly #workdir: string;
	readonly #kernel: Kernel;
	readonly #fileSystem: FileSystemApi;
	readonly #listeners = new Map<EventName, Set<Listener>>();
	readonly #previews: Previews;
	readonly #onTeardown: () => void;

	constructor(
		assets: EngineAssets,
		{ previews, measureMemory }: Surroundings,
		options: BuildOptions & { workdirName: string },
		onTeardown: () => void
	) {
		this.#onTeardown = onTeardown;
		this.#workdir = `/home/${options.workdirName}`;
		this.#previews = previews;
		this.#kernel = new Kernel(assets, {
			onPortOpen: (port) => void this.#portOpened(port),
			onPortClose: (port) => this.#portClosed(port),
			measureMemory
		});
		prepareFileSystem(this.#kernel.fs, assets, this.#workdir);
		this.#fileSystem = new FileSystemApi(this.#kernel.fs, this.#kernel.watchers, this.#workdir);
		// Programs come first, then what most of them need next.
		void this.#kernel.pool.fill().then(() => {
			this.#kernel.npm.warm();
			this.#kernel.transforms.warm();
		});
		previews.start(this.#kernel, options.forwardPreviewErrors ?? false, (message) => this.#emit('preview-message', message));
	}

	fs(): FileSystemApi {
		return proxy(this.#fileSystem);
	}

	previewScript(): object {
		return proxy({});
	}

	runtimeInfo(): { path: string; cwd: string } {
		return { path: this.#path, cwd: this.#workdir };
	}

	run(
		command: {
			command: string;
			args?: string[];
			cwd?: string;
			env?: Record<string, string | number | boolean>;
			terminal?: { cols: number; rows: number };
		},
		stdout?: OutputListener,
		stderr?: OutputListener,
		output?: OutputListener
	): ProcessApi {
		const cwd = command.cwd ? inWorkingDirectory(this.#workdir, command.cwd) : this.#workdir;
		const listeners: RunListeners = { stdout, stderr, output };
		const { command: file, args = [], terminal } = command;
		return proxy(
			new ProcessApi(
				this.#kernel,
				{ command: file, args, cwd, env: this.#environment(command.env, cwd), ...(terminal ? { terminal } : {}) },
				listeners
			)
		);
	}

	/** @returns a function that unsubscribes */
	on(event: EventName, listener: Listener): () => void {
		const listeners = this.#listeners.get(event) ?? new Set();
		this.#listeners.set(event, listeners);
		listeners.add(listener);
		return proxy(() => void listeners.delete(listener));
	}

	/** `mountPoints`: the folder below the working directory that the payload goes into. */
	loadFiles(payload: Uint8Array, options?: { mountPoints?: string }): void {
		const root = options?.mountPoints ? inWorkingDirectory(this.#workdir, options.mountPoints) : this.#workdir;
		loadTree(this.#kernel.fs, root, payload);
	}

	serialize(path: string, options: SerializeOptions): Uint8Array {
		const bytes = serializeTree(this.#kernel.fs, inWorkingDirectory(this.#workdir, path), options);
		return transfer(bytes, [bytes.buffer as ArrayBuffer]);
	}

	setPreviewScript(source: string, options?: { type?: string; async?: boolean; defer?: boolean }): void {
		this.#previews.setScript(source, options ?? {});
	}

	/** Private registries of the hosted engine: nothing to do here. */
	setCredentials(): void {}

	teardown(): void {
		this.#listeners.clear();
		this.#previews.stop();
		this.#kernel.stop();
		this.#onTeardown();
	}

	get #path(): string {
		return DEFAULT_PATH;
	}

	#environment(given: Record<string, string | number | boolean> | undefined, cwd: string): Record<string, string> {
		const env: Record<string, string> = {
			PATH: this.#path,
			HOME: '/home',
			PWD: cwd,
			SHELL: '/bin/jsh',
			USER: 'user',
			LANG: 'en_US.UTF-8',
			TERM: 'xterm-256color'
		};
		for (const [name, value] of Object.entries(given ?? {})) env[name] = String(value);
		return env;
	}

	async #portOpened(port: number): Promise<void> {
		const url = this.#previews.urlOf(port);
		this.#emit('port', port, 'open', url);
		await this.#previews.open(port);
		if (this.#kernel.network.openPorts.includes(port)) this.#emit('server-ready', port, url);
	}

	#portClosed(port: number): void {
		this.#previews.close(port);
		this.#emit('port', port, 'close', this.#previews.urlOf(port));
	}

	#emit(event: EventName, ...args: unknown[]): void {
		for (const listener of this.#listeners.get(event) ?? []) {
			try {
				void Promise.resolve(listener(...args)).catch(() => undefined);
			} catch {
				// A listener whose page is gone must not stop the others.
			}
		}
	}
}
