import { ELOOP, S_IFCHR, S_IFLNK, S_IFMT } from '../../fs/errno';
import type { FileSystem } from '../../fs/file-system';
import type { Runtime } from '../../process/runtime';

const MAX_LINKS = 40;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A path argument as Node's lib passes it. */
export type PathArgument = string | Uint8Array;

/** What stands behind a path of /dev or /proc: nothing, or a descriptor that the process already has. */
export type Device = { kind: 'null' } | { kind: 'tty' } | { kind: 'descriptor'; fd: number };

const STANDARD: Record<string, number> = { stdin: 0, stdout: 1, stderr: 2 };

/** Translates path arguments and finds their inodes; failures throw as Node prints them. */
export class PathArguments {
	readonly #runtime: Runtime;

	constructor(runtime: Runtime) {
		this.#runtime = runtime;
	}

	/** As the program wrote it: for error messages and link targets. */
	text(path: PathArgument): string {
		return typeof path === 'string' ? path : decoder.decode(path.slice());
	}

	absolute(path: PathArgument): string {
		const text = this.text(path);
		return text.startsWith('/') ? text : `${this.#runtime.cwd()}/${text}`;
	}

	/** Inode of a path; throws otherwise. */
	find(path: PathArgument, syscall: string, isFollowing = true): number {
		return this.check(this.#runtime.fs.walk(this.absolute(path), isFollowing), syscall, this.text(path));
	}

	/** Passes a result on, or throws the negative errno that it is. */
	check<T>(result: T | number, syscall: string, path?: string, dest?: string): T {
		if (typeof result === 'number' && result < 0) throw this.#runtime.uvException(result, syscall, path, dest);
		return result as T;
	}

	/** A name or path in the encoding that the caller asked for. */
	encoded(text: string, encoding: unknown): unknown {
		if (encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'utf-8') return text;
		const buffer = this.#runtime.Buffer.from(text);
		return encoding === 'buffer' ? buffer : buffer.toString(encoding as BufferEncoding);
	}
}

/** The device behind an absolute path, if any. */
export function deviceOf(path: string): Device | undefined {
	if (!path.startsWith('/dev/') && !path.startsWith('/proc/self/fd/')) return undefined;
	if (path === '/dev/null') return { kind: 'null' };
	if (path === '/dev/tty') return { kind: 'tty' };
	const name = path.slice(path.lastIndexOf('/') + 1);
	const fd = path === `/dev/${name}` ? STANDARD[name] : Number(name);
	return fd === undefined || !Number.isInteger(fd) ? undefined : { kind: 'descriptor', fd };
}

export const DEVICE_MODE = S_IFCHR | 0o666;

/** Absolute path without links, `.` and `..`; or a negative errno. */
export function realPath(fs: FileSystem, path: string): string | number {
	let rest = path.split('/');
	let resolved: string[] = [];
	for (let links = 0; rest.length > 0;) {
		const [part = '', ...after] = rest;
		rest = after;
		if (part === '' || part === '.') continue;
		if (part === '..') {
			resolved.pop();
			continue;
		}
		const inode = fs.walk(`/${[...resolved, part].join('/')}`, false);
		if (inode < 0) return inode;
		if ((fs.mode(inode) & S_IFMT) !== S_IFLNK) {
			resolved.push(part);
			continue;
		}
		if (++links > MAX_LINKS) return ELOOP;
		const target = fs.readlink(inode);
		if (typeof target === 'number') return target;
		if (target.startsWith('/')) resolved = [];
		rest = [...target.split('/'), ...rest];
	}
	return `/${resolved.join('/')}`;
}
