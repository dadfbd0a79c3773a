import { ELOOP, O_ACCMODE, O_DIRECTORY, O_WRONLY } from '../../fs/errno';
import type { FileSystem } from '../../fs/file-system';
import type { OpenDescriptor, Runtime } from '../../process/runtime';
import type { Descriptors } from '../fs/fs-descriptors';
import { FILE_TYPE, RIGHT, rightsOf, WASI, WasiError, wasiErrno } from './wasi-abi';

const FIRST_PREOPEN = 3;
const MAX_LINKS = 32;

/** A preopened directory: its absolute path for the program, and here. Both without a trailing slash. */
export interface Root {
	readonly path: string;
	readonly hostPath: string;
}

const NO_ROOT: Root = { path: '', hostPath: '' };

/** A descriptor of a WASI program and the one of the process behind it. */
export interface WasiDescriptor {
	readonly host: number;
	readonly type: number;
	rights: bigint;
	inheriting: bigint;
	flags: number;
	/** Directories: the absolute path as the program knows it, and the preopened one that paths may not leave. */
	readonly path: string;
	readonly root: Root;
	/** Preopened directories: their name as given. */
	readonly name?: string;
	/** Entries as they were when the program began to read them. */
	entries?: [name: string, type: number][];
}

/** The descriptors of one WASI instance: 0 to 2, the preopened directories from 3 on, then what the program opens. */
export class WasiDescriptors {
	readonly #table = new Map<number, WasiDescriptor>();
	readonly #runtime: Runtime;
	readonly #descriptors: Descriptors;

	/** @throws UVWASI_ENOENT when a preopened directory is not there */
	constructor(runtime: Runtime, descriptors: Descriptors, options: { preopens: readonly string[]; stdio: readonly number[] }) {
		this.#runtime = runtime;
		this.#descriptors = descriptors;
		options.stdio.forEach((host, fd) => {
			const type = this.typeOf(host);
			this.#table.set(fd, { host, type, ...granted(type, runtime.fds.get(host)), flags: 0, path: '', root: NO_ROOT });
		});
		for (let index = 0; index < options.preopens.length; index += 2) {
			const [name = '', folder = ''] = options.preopens.slice(index, index + 2);
			const host = this.#openPreopen(folder);
			const { base: rights, inheriting } = rightsOf(FILE_TYPE.DIRECTORY);
			const root: Root = { path: normalized('/', name), hostPath: normalized(runtime.cwd(), folder) };
			const type = FILE_TYPE.DIRECTORY;
			this.#table.set(FIRST_PREOPEN + index / 2, { host, type, rights, inheriting, flags: 0, path: root.path, root, name });
		}
	}

	get fs(): FileSystem {
		return this.#runtime.fs;
	}

	/** @throws BADF | NOTCAPABLE when one of the rights is missing */
	get(fd: number, rights = 0n): WasiDescriptor {
		const found = this.#table.get(fd);
		if (!found) throw new WasiError(WASI.BADF);
		if ((found.rights & rights) !== rights) throw new WasiError(WASI.NOTCAPABLE);
		return found;
	}

	/** As `get`, for a regular file. @throws what `other` says for anything else */
	file(fd: number, rights: bigint, other: number): Extract<OpenDescriptor, { kind: 'file' }> {
		const open = this.#runtime.fds.get(this.get(fd, rights).host);
		if (open?.kind !== 'file') throw new WasiError(other);
		return open;
	}

	add(entry: WasiDescriptor): number {
		let fd = 0;
		while (this.#table.has(fd)) fd++;
		this.#table.set(fd, entry);
		return fd;
	}

	close(fd: number): void {
		const entry = this.get(fd);
		this.#table.delete(fd);
		// The process's own streams outlive the program.
		if (entry.host > 2) this.#descriptors.close(entry.host);
	}

	renumber(from: number, to: number): void {
		const entry = this.get(from);
		this.get(to);
		if (from === to) return;
		this.close(to);
		this.#table.delete(from);
		this.#table.set(to, entry);
	}

	/** WASI's file type of a descriptor of the process. */
	typeOf(host: number): number {
		const open = this.#runtime.fds.get(host);
		if (open?.kind === 'file') return this.#runtime.fs.isDir(open.inode) ? FILE_TYPE.DIRECTORY : FILE_TYPE.REGULAR_FILE;
		return open?.kind === 'ring' ? FILE_TYPE.SOCKET_STREAM : FILE_TYPE.CHARACTER_DEVICE;
	}

	/**
	 * The absolute path here of what a program means by a path below one of its directories. `..` and the targets of links are
	 * taken as the program sees its tree, as uvwasi does.
	 * @throws NOTCAPABLE when it leads out of the preopened directory
	 */
	resolve(fd: number, path: string, options: { rights: bigint; inheriting?: bigint; isFollowing?: boolean }): string {
		const directory = this.get(fd, options.rights);
		if (((options.inheriting ?? 0n) & ~directory.inheriting) !== 0n) throw new WasiError(WASI.NOTCAPABLE);
		if (directory.type !== FILE_TYPE.DIRECTORY) throw new WasiError(WASI.NOTDIR);
		const { fs } = this.#runtime;
		let known = normalized(directory.path, path);
		for (let links = 0; links < MAX_LINKS; links++) {
			const host = hostPathOf(known, directory.root);
			const inode = options.isFollowing ? fs.walk(host, false) : 0;
			const target = inode > 0 ? fs.readlink(inode) : 0;
			if (typeof target === 'number') return path.endsWith('/') ? `${host}/` : host;
			known = normalized(known.slice(0, known.lastIndexOf('/')), target);
		}
		throw new WasiError(wasiErrno(ELOOP));
	}

	#openPreopen(folder: string): number {
		try {
			return this.#descriptors.open(folder, O_DIRECTORY, 0);
		} catch (error) {
			const code = `UVWASI_${(error as NodeJS.ErrnoException).code ?? 'EIO'}`;
			throw Object.assign(new Error(`${code}, uvwasi_init`), { code });
		}
	}

	/** Passes a result on. @throws the negative errno that it is */
	check(result: number): number {
		if (result < 0) throw new WasiError(wasiErrno(result));
		return result;
	}
}

/** An absolute path without `.`, `..` and a trailing slash (the root is empty); relative ones start at `base`. */
function normalized(base: string, path: string): string {
	const parts: string[] = [];
	for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return parts.map((part) => `/${part}`).join('');
}

function hostPathOf(path: string, root: Root): string {
	if (path !== root.path && !path.startsWith(`${root.path}/`)) throw new WasiError(WASI.NOTCAPABLE);
	return root.hostPath + path.slice(root.path.length) || '/';
}

/** Rights of an inherited descriptor. */
function granted(type: number, open: OpenDescriptor | undefined): { rights: bigint; inheriting: bigint } {
	const { base, inheriting } = rightsOf(type);
	if (open?.kind !== 'file') return { rights: base, inheriting };
	const access = open.flags & O_ACCMODE;
	const withheld = access === O_WRONLY ? RIGHT.FD_READ : access === 0 ? RIGHT.FD_WRITE : 0n;
	return { rights: base & ~withheld, inheriting };
}
