import { O_CREAT, O_WRONLY, S_IFDIR, S_IFMT } from '../../../../workers/engine/fs/errno';
import type { FileSystem } from '../../../../workers/engine/fs/file-system';
import { TEMPORARY_DESCRIPTOR } from '../../../../workers/engine/fs/layout/slot';

/** What the contract asks of a file system, by path: 0 or a value, or a negative errno. */
export interface FileVerbs {
	open(path: string, flags: number, mode?: number): number;
	write(path: string, text: string): number;
	read(path: string): string | number;
	append(path: string, text: string): number;
	truncate(path: string, length: number): number;
	mkdir(path: string): number;
	mkdirp(path: string): number;
	rmdir(path: string): number;
	unlink(path: string): number;
	link(existing: string, path: string): number;
	symlink(target: string, path: string): number;
	readlink(path: string): string | number;
	rename(from: string, to: string): number;
	/** Sorted. */
	readdir(path: string): string[] | number;
	chmod(path: string, mode: number): number;
	/** Of a directory only the mode is compared: its size and its links are each file system's own. */
	stat(path: string): { mode: number; size: number; nlink: number } | number;
	lstat(path: string): { mode: number; size: number; nlink: number } | number;
}

/** `FileVerbs` over the engine's file system, as its bindings use it. */
export function engineFileSystem(fs: FileSystem): FileVerbs {
	const status = (result: number) => Math.min(result, 0);
	const on = <Value>(path: string, use: (inode: number) => Value, isFollowing = true): Value | number => {
		const inode = fs.walk(path, isFollowing);
		return inode < 0 ? inode : use(inode);
	};
	const write = (path: string, text: string, isAppend: boolean): number => {
		if (!isAppend) return status(fs.writeFile(path, new TextEncoder().encode(text)));
		const inode = fs.open(path, O_CREAT | O_WRONLY, 0o666, TEMPORARY_DESCRIPTOR);
		if (inode < 0) return inode;
		const written = fs.pwrite(inode, new TextEncoder().encode(text), 0, true);
		fs.close(inode, TEMPORARY_DESCRIPTOR);
		return status(written);
	};
	const stat = (inode: number) => {
		const { mode, size, nlink } = fs.stat(inode);
		return (mode & S_IFMT) === S_IFDIR ? { mode, size: 0, nlink: 0 } : { mode, size, nlink };
	};
	return {
		open: (path, flags, mode = 0o666) => {
			const inode = fs.open(path, flags, mode, TEMPORARY_DESCRIPTOR);
			if (inode > 0) fs.close(inode, TEMPORARY_DESCRIPTOR);
			return status(inode);
		},
		write: (path, text) => write(path, text, false),
		append: (path, text) => write(path, text, true),
		read: (path) => {
			const bytes = fs.readFile(path);
			return typeof bytes === 'number' ? bytes : new TextDecoder().decode(bytes);
		},
		truncate: (path, length) => on(path, (inode) => fs.truncate(inode, length)),
		mkdir: (path) => status(fs.mkdir(path)),
		mkdirp: (path) => fs.mkdirp(path)[0],
		rmdir: (path) => fs.rmdir(path),
		unlink: (path) => fs.unlink(path),
		link: (existing, path) => fs.link(existing, path),
		symlink: (target, path) => status(fs.symlink(target, path)),
		readlink: (path) => on(path, (inode) => fs.readlink(inode), false),
		rename: (from, to) => fs.rename(from, to),
		readdir: (path) =>
			on(path, (inode) => {
				const entries = fs.readdir(inode);
				return typeof entries === 'number' ? entries : entries.filter((entry) => typeof entry === 'string').sort();
			}),
		chmod: (path, mode) => on(path, (inode) => (fs.chmod(inode, mode), 0)),
		stat: (path) => on(path, stat),
		lstat: (path) => on(path, stat, false)
	};
}
