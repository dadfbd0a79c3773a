import ansiRegex from 'ansi-regex';
import { isExcludedFolder } from '../project/excluded-folders';
import { codeOf } from '../domain/app-error';

/** What the floors above need of a place that holds a project's files and runs its programs. Paths are relative to the project's root. */

export interface SpawnOptions {
	/** Relative to the project's root; the root itself by default. */
	cwd?: string;
	env?: Record<string, string>;
}

export interface ContainerProcess {
	/** stdout and stderr as they come, merged. One consumer. */
	output: ReadableStream<string>;
	exit: Promise<number>;
	kill(): void;
	write?(data: string): Promise<void>;
	resize?(size: { cols: number; rows: number }): void;
}

export interface Server {
	port: number;
	/** An origin that answers for the port, without a trailing slash. */
	url: string;
}

/** What went wrong in a page of the preview. */
export interface PageError {
	message: string;
	stack: string;
	port: number;
	/** Where the page was, such as `/customers/1`. */
	path: string;
}

export interface Container {
	/** @throws AppError ENOENT when there is no such file. */
	readFile(path: string): Promise<string>;
	readBytes(path: string): Promise<Uint8Array>;
	/** Makes the folders above as needed. */
	writeFile(path: string, content: string | Uint8Array): Promise<void>;
	mkdir(path: string): Promise<void>;
	/** Removes a file or a whole folder; nothing there is fine. */
	rm(path: string): Promise<void>;
	readdir(path: string): Promise<{ name: string; isDirectory: boolean }[]>;
	spawn(
		command: string,
		args: string[],
		options?: SpawnOptions & { terminal?: { cols: number; rows: number } }
	): Promise<ContainerProcess>;
	/** Calls back with each server that starts to listen. Returns how to stop listening. */
	onServerReady(listener: (server: Server) => void): () => void;
	/** Every file below `path` but those in folders that can be made again or are a tool's own (node_modules, dist, .git). */
	export(path: string): Promise<Map<string, Uint8Array>>;
	dispose(): Promise<void>;
}

/** A file that is written or removed from this side of the container, rather than by a program in it. */
export interface ContainerWrite {
	path: string;
	/** Undefined when the file, or the folder, is removed. */
	content: string | Uint8Array | undefined;
	/** Settles once the container has done it, or could not. */
	done: Promise<unknown>;
}

/** A container whose changes can be heard of. */
export interface ObservableContainer extends Container {
	/** Calls back with the path of whatever changes below the project's root: a file, or a folder that came or went. Several changes may be one call. */
	watch(listener: (path: string) => void): () => void;
	/** Calls back as each write from this side begins. */
	onWrite(listener: (write: ContainerWrite) => void): () => void;
}

/** Gone since the folder was read, or a link to nothing, to a folder, to itself. */
const UNREADABLE = new Set(['ENOENT', 'EISDIR', 'ELOOP']);

/** All files below `path`, by walking; the common way to implement {@link Container.export}. */
export async function exportFiles(
	container: Pick<Container, 'readdir' | 'readBytes'>,
	path: string
): Promise<Map<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	const walk = async (folder: string): Promise<void> => {
		for (const entry of await container.readdir(folder || '.')) {
			const name = folder ? `${folder}/${entry.name}` : entry.name;
			if (!entry.isDirectory) {
				const bytes = await container.readBytes(name).catch((error: unknown) => {
					if (!UNREADABLE.has(codeOf(error))) throw error;
				});
				if (bytes) files.set(name, bytes);
			} else if (!isExcludedFolder(entry.name)) await walk(name);
		}
	};
	await walk(path === '.' ? '' : path);
	return files;
}

/** Runs a program to its end and gives its exit code and the last `keepChars` of its output. An abort kills it. */
export async function runToEnd(
	container: Container,
	command: string,
	args: string[],
	options: SpawnOptions & { signal?: AbortSignal; timeoutMs?: number; keepChars?: number; onOutput?: (text: string) => void } = {}
): Promise<{ exitCode: number; output: string; isTimedOut: boolean }> {
	options.signal?.throwIfAborted();
	const process = await container.spawn(command, args, options);
	const keep = options.keepChars ?? 200_000;
	let output = '';
	let isTimedOut = false;
	const kill = () => process.kill();
	options.signal?.addEventListener('abort', kill, { once: true });
	const timer = options.timeoutMs
		? setTimeout(() => {
				isTimedOut = true;
				process.kill();
			}, options.timeoutMs)
		: undefined;
	const drained = process.output
		.pipeTo(
			new WritableStream({
				write(text) {
					output = (output + text).slice(-keep);
					options.onOutput?.(text);
				}
			})
		)
		.catch(() => undefined);
	try {
		const exitCode = await process.exit;
		await Promise.race([drained, new Promise((done) => setTimeout(done, 500))]);
		options.signal?.throwIfAborted();
		return { exitCode, output: stripAnsi(output), isTimedOut };
	} finally {
		clearTimeout(timer);
		options.signal?.removeEventListener('abort', kill);
	}
}

const ESCAPES = ansiRegex();

/** Text without terminal escapes. */
export function stripAnsi(text: string): string {
	return text.replace(ESCAPES, '');
}
