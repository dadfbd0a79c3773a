import { proxy } from 'comlink';
import { EEXIST, EINVAL, EISDIR, ENOENT } from '../../fs/errno';
import type { FileSystem } from '../../fs/file-system';
import type { WatchEvent, WatcherTable } from '../watchers';
import { checked, errnoError } from './errors';
import { entries } from './file-tree';
import { inWorkingDirectory, join } from './paths';

const TYPE_DIRECTORY = 2;

type Encoding = string | null | undefined;

/** `fs` of the client: Node's promises API on the working directory. */
export class FileSystemApi {
	#lastWatch = 0;

	constructor(
		private readonly fs: FileSystem,
		private readonly watchers: WatcherTable,
		private readonly workdir: string
	) {}

	readFile(path: string, encoding?: Encoding | { encoding?: Encoding }): Uint8Array | string {
		const bytes = this.fs.readFile(this.#absolute(path));
		if (typeof bytes === 'number') throw errnoError(bytes, 'open', path);
		const name = typeof encoding === 'object' ? encoding?.encoding : encoding;
		return name ? decode(bytes, name) : bytes;
	}

	writeFile(path: string, data: Uint8Array | string, options?: Encoding | { encoding?: Encoding }): void {
		const encoding = typeof options === 'object' ? options?.encoding : options;
		const bytes = typeof data === 'string' ? encode(data, encoding ?? 'utf8') : data;
		checked(this.fs.writeFile(this.#absolute(path), bytes), 'open', path);
	}

	readdir(path: string, options?: Encoding | { encoding?: Encoding; withFileTypes?: boolean }): unknown[] {
		const list = entries(this.fs, this.#absolute(path));
		const { encoding, withFileTypes = false } =
			typeof options === 'object' && options ? options : { encoding: options as Encoding };
		if (withFileTypes) return list.map(([name, type]) => ({ name, 'Symbol(type)': type === TYPE_DIRECTORY ? 2 : 1 }));
		return encoding === 'buffer' ? list.map(([name]) => new TextEncoder().encode(name)) : list.map(([name]) => name);
	}

	mkdir(path: string, options?: { recursive?: boolean }): string | undefined {
		const absolute = this.#absolute(path);
		if (!options?.recursive) {
			checked(this.fs.mkdir(absolute), 'mkdir', path);
			return undefined;
		}
		const inode = this.fs.walk(absolute);
		if (inode > 0 && this.fs.isDir(inode)) return undefined;
		const [errno, first] = this.fs.mkdirp(absolute);
		checked(errno, 'mkdir', path);
		return first;
	}

	rename(from: string, to: string): void {
		checked(this.fs.rename(this.#absolute(from), this.#absolute(to)), 'rename', from);
	}

	rm(path: string, options?: { recursive?: boolean; force?: boolean }): void {
		const absolute = this.#absolute(path);
		if (absolute === this.workdir) throw errnoError(EINVAL, 'rm', path);
		const inode = this.fs.walk(absolute, false);
		if (inode === ENOENT && options?.force) return;
		checked(inode, 'rm', path);
		if (this.fs.isDir(inode) && !options?.recursive) throw errnoError(EISDIR, 'rm', path);
		removeTree(this.fs, absolute);
	}

	watch(
		path: string,
		options: { recursive?: boolean } | string | null | undefined,
		listener: (event: WatchEvent, name: string) => void
	): object {
		const inode = checked(this.fs.walk(this.#absolute(path)), 'watch', path);
		const id = ++this.#lastWatch;
		const isRecursive = typeof options === 'object' && options?.recursive === true;
		this.watchers.add({ owner: this, id, inode, isRecursive, deliver: (event, name) => listener(event, name) });
		return proxy({ close: () => this.watchers.remove(this, id) });
	}

	#absolute(path: string): string {
		return inWorkingDirectory(this.workdir, path);
	}
}

function removeTree(fs: FileSystem, path: string): void {
	const inode = checked(fs.walk(path, false), 'rm', path);
	if (!fs.isDir(inode)) {
		checked(fs.unlink(path), 'unlink', path);
		return;
	}
	for (const [name] of entries(fs, path)) removeTree(fs, join(path, name));
	const result = fs.rmdir(path);
	if (result !== EEXIST) checked(result, 'rmdir', path);
}

function decode(bytes: Uint8Array, encoding: string): string {
	switch (encoding.toLowerCase()) {
		case 'base64':
			return btoa(decode(bytes, 'latin1'));
		case 'hex':
			return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
		case 'latin1':
		case 'binary':
		case 'ascii': {
			let text = '';
			for (let start = 0; start < bytes.length; start += 8192)
				text += String.fromCharCode(...bytes.subarray(start, start + 8192));
			return text;
		}
		case 'utf16le':
		case 'ucs2':
			return new TextDecoder('utf-16le').decode(bytes);
		default:
			return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	}
}

function encode(text: string, encoding: string): Uint8Array {
	switch (encoding.toLowerCase()) {
		case 'base64':
			return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
		case 'latin1':
		case 'binary':
		case 'ascii':
			return Uint8Array.from(text, (char) => char.charCodeAt(0));
		default:
			return new TextEncoder().encode(text);
	}
}
