import fs from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:os';
import type { FileVerbs } from './file-verbs';

/** `FileVerbs` over Node's own fs below a real folder; absolute paths and link targets start there. */
export function nativeFileSystem(root: string): FileVerbs {
	const real = (path: string) => root + path;
	const attempt = (task: () => unknown): number => {
		try {
			task();
			return 0;
		} catch (error) {
			return -(constants.errno[(error as NodeJS.ErrnoException).code as keyof typeof constants.errno] ?? 0);
		}
	};
	const result = <Value>(task: () => Value): Value | number => {
		let value: Value | undefined;
		const errno = attempt(() => (value = task()));
		return errno === 0 ? (value as Value) : errno;
	};
	return {
		open: (path, flags, mode = 0o666) => attempt(() => fs.closeSync(fs.openSync(real(path), flags, mode))),
		write: (path, text) => attempt(() => fs.writeFileSync(real(path), text)),
		read: (path) => result(() => fs.readFileSync(real(path), 'utf8')),
		append: (path, text) => attempt(() => fs.appendFileSync(real(path), text)),
		truncate: (path, length) => attempt(() => fs.truncateSync(real(path), length)),
		mkdir: (path) => attempt(() => fs.mkdirSync(real(path))),
		mkdirp: (path) => attempt(() => fs.mkdirSync(real(path), { recursive: true })),
		rmdir: (path) => attempt(() => fs.rmdirSync(real(path))),
		unlink: (path) => attempt(() => fs.unlinkSync(real(path))),
		link: (existing, path) => attempt(() => fs.linkSync(real(existing), real(path))),
		symlink: (target, path) => attempt(() => fs.symlinkSync(target.startsWith('/') ? real(target) : target, real(path))),
		readlink: (path) => result(() => fs.readlinkSync(real(path)).replace(root, '')),
		rename: (from, to) => attempt(() => fs.renameSync(real(from), real(to))),
		readdir: (path) => result(() => fs.readdirSync(real(path)).sort()),
		chmod: (path, mode) => attempt(() => fs.chmodSync(real(path), mode)),
		stat: (path) => result(() => shown(fs.statSync(real(path)))),
		lstat: (path) => result(() => shown(fs.lstatSync(real(path))))
	};
}

/** A folder of its own below `parent`. */
export function nativeFolder(parent: string): string {
	return fs.realpathSync(fs.mkdtempSync(join(parent, 'contract-')));
}

function shown({ mode, size, nlink }: fs.Stats): { mode: number; size: number; nlink: number } {
	const isDirectory = (mode & fs.constants.S_IFMT) === fs.constants.S_IFDIR;
	return isDirectory ? { mode, size: 0, nlink: 0 } : { mode, size, nlink };
}
