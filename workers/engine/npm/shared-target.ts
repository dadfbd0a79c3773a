/** Installs into the engine's shared file system, whose methods answer a negative errno. */
import { DIRENT, type FileSystem } from '../fs/file-system';
import type { InstallTarget } from './target';

export class SharedTarget implements InstallTarget {
	#madeFolders = new Set<string>();

	constructor(readonly fs: FileSystem) {}

	writeFile(path: string, bytes: Uint8Array, mode: number): void {
		this.mkdirp(path.slice(0, path.lastIndexOf('/')));
		// An old file keeps its mode when it is written over, so it goes first.
		this.fs.unlink(path);
		check(this.fs.writeFile(path, bytes, mode), 'write', path);
	}

	symlink(target: string, path: string): void {
		check(this.fs.symlink(target, path), 'link', path);
	}

	mkdirp(path: string): void {
		if (path === '' || this.#madeFolders.has(path)) return;
		check(this.fs.mkdirp(path)[0], 'make', path);
		this.#madeFolders.add(path);
	}

	readFile(path: string): Uint8Array | null {
		const bytes = this.fs.readFile(path);
		return typeof bytes === 'number' ? null : bytes;
	}

	remove(path: string): void {
		this.#madeFolders.clear();
		const inode = this.fs.walk(path, false);
		if (inode < 0) return;
		const entries = this.fs.readdir(inode);
		if (typeof entries === 'number') return void check(this.fs.unlink(path), 'remove', path);
		for (let index = 0; index < entries.length; index += 2) {
			const child = `${path}/${entries[index]}`;
			if (entries[index + 1] === DIRENT.DIRECTORY) this.remove(child);
			else check(this.fs.unlink(child), 'remove', child);
		}
		check(this.fs.rmdir(path), 'remove', path);
	}

	folders(path: string): string[] {
		const inode = this.fs.walk(path);
		const entries = inode < 0 ? inode : this.fs.readdir(inode);
		if (typeof entries === 'number') return [];
		return entries.filter((_, index) => entries[index + 1] === DIRENT.DIRECTORY && index % 2 === 0) as string[];
	}

	exists(path: string): boolean {
		return this.fs.walk(path) >= 0;
	}
}

function check(result: number, verb: string, path: string): void {
	if (result < 0)
		throw Object.assign(new Error(`Cannot ${verb} '${path}' (errno ${result}).`), { code: 'EIO', errno: result, path });
}
