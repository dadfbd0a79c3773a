/** A file system in memory with the calls of `node:fs/promises` that git needs. Paths are absolute; nothing but files and folders. */
export class MemoryFiles {
	readonly #files = new Map<string, Uint8Array>();
	readonly #folders = new Set<string>(['/']);

	/** The files below a folder, by path from there. */
	below(folder: string): Map<string, Uint8Array> {
		const start = `${folder}/`;
		const inside = [...this.#files].filter(([path]) => path.startsWith(start));
		return new Map(inside.map(([path, content]) => [path.slice(start.length), content]));
	}

	/** @throws ENOENT, EISDIR */
	async readFile(path: string, options?: string | { encoding?: string }): Promise<Uint8Array | string> {
		const content = this.#files.get(path);
		if (!content) throw this.#folders.has(path) ? failure('EISDIR', path) : failure('ENOENT', path);
		const encoding = typeof options === 'string' ? options : options?.encoding;
		return encoding ? new TextDecoder().decode(content) : content;
	}
	/** Makes the folders above it. Bytes are copied. */
	async writeFile(path: string, content: Uint8Array | string): Promise<void> {
		this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content));
		this.#makeFolder(parentOf(path));
	}
	/** @throws ENOENT */
	async unlink(path: string): Promise<void> {
		if (!this.#files.delete(path)) throw failure('ENOENT', path);
	}
	/** @throws ENOENT, ENOTDIR */
	async readdir(path: string): Promise<string[]> {
		if (!this.#folders.has(path)) throw failure(this.#files.has(path) ? 'ENOTDIR' : 'ENOENT', path);
		const all = [...this.#files.keys(), ...this.#folders];
		return all
			.filter((entry) => entry !== '/' && parentOf(entry) === path)
			.map((entry) => entry.slice(entry.lastIndexOf('/') + 1));
	}
	/** Makes the folders above it. @throws EEXIST */
	async mkdir(path: string): Promise<void> {
		if (this.#folders.has(path) || this.#files.has(path)) throw failure('EEXIST', path);
		this.#makeFolder(path);
	}
	async rmdir(path: string): Promise<void> {
		this.#folders.delete(path);
	}
	/** @throws ENOENT */
	async stat(path: string): Promise<Stat> {
		const content = this.#files.get(path);
		if (!content && !this.#folders.has(path)) throw failure('ENOENT', path);
		return new Stat(content?.length);
	}
	lstat(path: string): Promise<Stat> {
		return this.stat(path);
	}
	/** @throws EINVAL: nothing here is a link. */
	async readlink(path: string): Promise<never> {
		throw failure('EINVAL', path);
	}
	/** @throws ENOSYS */
	async symlink(_target: string, path: string): Promise<never> {
		throw failure('ENOSYS', path);
	}

	#makeFolder(path: string): void {
		for (let folder = path; !this.#folders.has(folder); folder = parentOf(folder)) this.#folders.add(folder);
	}
}

/** What a file is, without owner and times: git then looks at the content, whatever the disk says that it is unpacked to. */
class Stat {
	readonly size: number;
	readonly mode: number;
	readonly ino = 0;
	readonly dev = 0;
	readonly uid = 0;
	readonly gid = 0;
	readonly mtimeMs = 0;
	readonly ctimeMs = 0;

	/** @param sizeBytes undefined for a folder */
	constructor(private readonly sizeBytes: number | undefined) {
		this.size = sizeBytes ?? 0;
		this.mode = sizeBytes === undefined ? 0o40755 : 0o100644;
	}
	isFile(): boolean {
		return this.sizeBytes !== undefined;
	}
	isDirectory(): boolean {
		return this.sizeBytes === undefined;
	}
	isSymbolicLink(): boolean {
		return false;
	}
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

function failure(code: string, path: string): Error & { code: string } {
	return Object.assign(new Error(`${code}: '${path}'`), { code });
}
