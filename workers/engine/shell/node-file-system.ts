import { constants, promises as fs } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FileContent, FsStat, IFileSystem } from 'just-bash/browser';

const TOOL_STAT: FsStat = {
	isFile: true,
	isDirectory: false,
	isSymbolicLink: false,
	mode: 0o100755,
	size: 0,
	mtime: new Date(0)
};

/** The tools' file system contract on Node's own `fs`. Paths are absolute; errors are Node's. */
export class NodeFileSystem implements IFileSystem {
	/** @param tools names that stand as programs in /usr/bin and /bin even where no such file is */
	constructor(private readonly tools: ReadonlySet<string>) {}

	#isTool(path: string): boolean {
		const name = /^\/(?:usr\/)?bin\/([^/]+)$/.exec(path)?.[1];
		return name !== undefined && this.tools.has(name);
	}

	async readFile(path: string, options?: unknown): Promise<string> {
		return (await fs.readFile(path)).toString(encodingOf(options));
	}
	async readFileBuffer(path: string): Promise<Uint8Array> {
		return fs.readFile(path);
	}
	async writeFile(path: string, content: FileContent, options?: unknown): Promise<void> {
		await fs.writeFile(path, bytesOf(content, options));
	}
	async appendFile(path: string, content: FileContent, options?: unknown): Promise<void> {
		await fs.appendFile(path, bytesOf(content, options));
	}
	async exists(path: string): Promise<boolean> {
		if (this.#isTool(path)) return true;
		return fs.access(path, constants.F_OK).then(
			() => true,
			() => false
		);
	}
	async stat(path: string): Promise<FsStat> {
		if (this.#isTool(path)) return TOOL_STAT;
		return statOf(await fs.stat(path));
	}
	async lstat(path: string): Promise<FsStat> {
		if (this.#isTool(path)) return TOOL_STAT;
		return statOf(await fs.lstat(path));
	}
	async mkdir(path: string, options?: { recursive?: boolean }): Promise<void> {
		await fs.mkdir(path, options);
	}
	readdir(path: string): Promise<string[]> {
		return fs.readdir(path);
	}
	async readdirWithFileTypes(path: string) {
		const entries = await fs.readdir(path, { withFileTypes: true });
		return entries.map((entry) => ({
			name: entry.name,
			isFile: entry.isFile(),
			isDirectory: entry.isDirectory(),
			isSymbolicLink: entry.isSymbolicLink()
		}));
	}
	async rm(path: string, options?: { recursive?: boolean; force?: boolean }): Promise<void> {
		await fs.rm(path, options);
	}
	async cp(source: string, target: string, options?: { recursive?: boolean }): Promise<void> {
		await fs.mkdir(dirname(target), { recursive: true });
		await fs.cp(source, target, { recursive: options?.recursive ?? false });
	}
	async mv(source: string, target: string): Promise<void> {
		await fs.rename(source, target);
	}
	resolvePath(base: string, path: string): string {
		return resolve(base, path);
	}
	/** The whole tree is never listed: globs go through `readdir`. */
	getAllPaths(): string[] {
		return [];
	}
	async chmod(path: string, mode: number): Promise<void> {
		await fs.chmod(path, mode);
	}
	async symlink(target: string, path: string): Promise<void> {
		await fs.symlink(target, path);
	}
	async link(existing: string, path: string): Promise<void> {
		await fs.link(existing, path);
	}
	readlink(path: string): Promise<string> {
		return fs.readlink(path);
	}
	realpath(path: string): Promise<string> {
		return fs.realpath(path);
	}
	async utimes(path: string, accessed: Date, modified: Date): Promise<void> {
		await fs.utimes(path, accessed, modified);
	}
}

function encodingOf(options: unknown): BufferEncoding {
	const encoding = typeof options === 'string' ? options : (options as { encoding?: string } | undefined)?.encoding;
	return encoding === 'binary' ? 'latin1' : ((encoding ?? 'utf8') as BufferEncoding);
}

const bytesOf = (content: FileContent, options: unknown): Uint8Array =>
	typeof content === 'string' ? Buffer.from(content, encodingOf(options)) : content;

function statOf(stat: Awaited<ReturnType<typeof fs.stat>>): FsStat {
	return {
		isFile: stat.isFile(),
		isDirectory: stat.isDirectory(),
		isSymbolicLink: stat.isSymbolicLink(),
		mode: Number(stat.mode),
		size: Number(stat.size),
		mtime: stat.mtime,
		dev: stat.dev,
		ino: stat.ino
	};
}
