import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CodedError } from '../../../src/lib/domain/app-error';
import {
	exportFiles,
	type Container,
	type ContainerProcess,
	type Server,
	type SpawnOptions
} from '../../../src/lib/container/container';

/** A container for tests: a temporary folder and real processes. A server counts as ready once its output names a local URL. */
export class NativeContainer implements Container {
	#children = new Set<() => void>();
	#listeners = new Set<(server: Server) => void>();

	private constructor(readonly root: string) {}

	static async create(): Promise<NativeContainer> {
		return new NativeContainer(await mkdtemp(join(tmpdir(), 'tabsmith-app-')));
	}
	/** A folder that is there already, and stays. */
	static at(root: string): NativeContainer {
		return new NativeContainer(root);
	}
	async readFile(path: string): Promise<string> {
		return new TextDecoder().decode(await this.readBytes(path));
	}
	async readBytes(path: string): Promise<Uint8Array> {
		try {
			return new Uint8Array(await readFile(join(this.root, path)));
		} catch (cause) {
			throw new CodedError('ENOENT', `ENOENT: no such file, open '${path}'`, { cause });
		}
	}
	async writeFile(path: string, content: string | Uint8Array): Promise<void> {
		const target = join(this.root, path);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, content);
	}
	async mkdir(path: string): Promise<void> {
		await mkdir(join(this.root, path), { recursive: true });
	}
	async rm(path: string): Promise<void> {
		await rm(join(this.root, path), { recursive: true, force: true });
	}
	async readdir(path: string): Promise<{ name: string; isDirectory: boolean }[]> {
		const entries = await readdir(join(this.root, path), { withFileTypes: true });
		return entries.map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
	}
	async spawn(command: string, args: string[], options: SpawnOptions = {}): Promise<ContainerProcess> {
		const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, FORCE_COLOR: '0', NO_COLOR: '1', ...options.env };
		const child = spawn(command, args, {
			cwd: join(this.root, options.cwd ?? '.'),
			env,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const kill = () => {
			try {
				if (child.pid) process.kill(-child.pid, 'SIGTERM');
			} catch {
				// It ended by itself already.
			}
		};
		this.#children.add(kill);
		const exit = new Promise<number>((done) => {
			child.on('error', () => done(127));
			child.on('close', (code) => {
				this.#children.delete(kill);
				done(code ?? 143);
			});
		});
		const seen = new Set<number>();
		const output = new ReadableStream<string>({
			start: (controller) => {
				const push = (chunk: Buffer) => {
					const text = chunk.toString();
					controller.enqueue(text);
					const plain = text.replace(/\u001b\[[0-9;]*m/g, '');
					for (const match of plain.matchAll(/http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/g)) {
						const port = Number(match[1]);
						if (seen.has(port)) continue;
						seen.add(port);
						for (const listener of this.#listeners) listener({ port, url: `http://localhost:${port}` });
					}
				};
				child.stdout.on('data', push);
				child.stderr.on('data', push);
				void exit.then(() => controller.close());
			}
		});
		return { output, exit, kill };
	}
	onServerReady(listener: (server: Server) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	export(path: string): Promise<Map<string, Uint8Array>> {
		return exportFiles(this, path);
	}
	async dispose(): Promise<void> {
		for (const kill of this.#children) kill();
		await rm(this.root, { recursive: true, force: true, maxRetries: 3 });
	}
}
