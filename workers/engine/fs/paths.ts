import { ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, S_IFDIR, S_IFLNK, S_IFMT } from './errno';
import { FileData } from './file-data';
import { CTIME, MTIME } from './inodes';
import { layout } from './layout';

const SLASH = 47;
const DOT = 46;
const MAX_LINKS = 40;
const MAX_CHAIN = 5000;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const HASH_WORD = layout.HASH >> 2;
const ROOT = 1;

/** A directory on the way is missing, as opposed to the last name: nothing can be created there. */
export const PARENT_MISSING = -1002;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a path led to, besides its inode. Valid until the next walk. */
export interface LastName {
	/** Range of the name in the path buffer; empty when the path ended in `.`, `..` or `/`. */
	start: number;
	end: number;
	hash: number;
	directory: number;
	/** Its entry, or 0. */
	dentry: number;
	hasTrailingSlash: boolean;
}

/** Names: directory entries, their hash, and the walk along a path. */
export class PathTable extends FileData {
	protected readonly last: LastName = { start: 0, end: 0, hash: 0, directory: ROOT, dentry: 0, hasTrailingSlash: false };
	#path = new Uint8Array(4096);

	/** Inode of an absolute path, or a negative errno. `isFollowing`: whether a link at the end is followed. */
	walk(path: string, isFollowing = true): number {
		return this.consistent(() => publicErrno(this.walkPath(path, isFollowing)));
	}

	/** As `walk`, inside a mutation or a consistent read; leaves `last` behind. */
	protected walkPath(path: string, isFollowing: boolean): number {
		return this.#walkBytes(this.#setPath(path), isFollowing, 0, ROOT);
	}

	/** The last name of the walk, as text. */
	protected lastName(): string {
		return decoder.decode(this.#path.slice(this.last.start, this.last.end));
	}

	protected hasLastName(): boolean {
		return this.last.end > this.last.start;
	}

	/** Adds the last name of the walk to its directory. Only inside `mutate`. */
	protected addEntry(inode: number): number {
		const { directory, hash, start, end } = this.last;
		const dentry = this.#takeEntry();
		if (dentry < 0) return dentry;
		const word = this.dentryWord(dentry);
		const directoryWord = this.inodeWord(directory);
		const bucket = HASH_WORD + (hash & (layout.NHASH - 1));
		const first = this.load(directoryWord + layout.I_FIRST);
		this.bytes.set(this.#path.subarray(start, end), (word + layout.D_NAME) << 2);
		this.store(word + layout.D_PARENT, directory);
		this.store(word + layout.D_INO, inode);
		this.store(word + layout.D_HASH, hash);
		this.store(word + layout.D_LEN, end - start);
		this.store(word + layout.D_HNEXT, this.load(bucket));
		this.store(word + layout.D_NEXT, first);
		this.store(word + layout.D_PREV, 0);
		this.store(bucket, dentry);
		if (first) this.store(this.dentryWord(first) + layout.D_PREV, dentry);
		this.store(directoryWord + layout.I_FIRST, dentry);
		this.store(directoryWord + layout.I_COUNT, this.load(directoryWord + layout.I_COUNT) + 1);
		this.store(this.inodeWord(inode) + layout.I_PARENT, directory);
		this.#touchDirectory(directory);
		return dentry;
	}

	/** Takes an entry out of its directory. Only inside `mutate`. */
	protected removeEntry(dentry: number): void {
		const word = this.dentryWord(dentry);
		const directory = this.load(word + layout.D_PARENT);
		const directoryWord = this.inodeWord(directory);
		this.#unhash(dentry);
		const previous = this.load(word + layout.D_PREV);
		const next = this.load(word + layout.D_NEXT);
		this.store(previous ? this.dentryWord(previous) + layout.D_NEXT : directoryWord + layout.I_FIRST, next);
		if (next) this.store(this.dentryWord(next) + layout.D_PREV, previous);
		this.store(directoryWord + layout.I_COUNT, this.load(directoryWord + layout.I_COUNT) - 1);
		this.store(word + layout.D_PARENT, 0);
		this.store(word + layout.D_LEN, -1);
		this.store(word + layout.D_HNEXT, this.load(layout.DFREE));
		this.store(layout.DFREE, dentry);
		this.#touchDirectory(directory);
	}

	protected entryName(dentry: number): string {
		const word = this.dentryWord(dentry);
		const length = this.load(word + layout.D_LEN);
		if (length < 0 || length > layout.NAMEMAX) return '';
		const at = (word + layout.D_NAME) << 2;
		let text = '';
		for (let index = 0; index < length; index++) {
			const code = this.bytes[at + index] ?? 0;
			if (code > 127) return decoder.decode(this.bytes.slice(at, at + length));
			text += String.fromCharCode(code);
		}
		return text;
	}

	#takeEntry(): number {
		const free = this.load(layout.DFREE);
		if (free) {
			this.store(layout.DFREE, this.load(this.dentryWord(free) + layout.D_HNEXT));
			return free;
		}
		const fresh = this.load(layout.DHIGH);
		if (fresh >= layout.NDEN) return ENOSPC;
		this.store(layout.DHIGH, fresh + 1);
		return fresh;
	}

	#unhash(dentry: number): void {
		const word = this.dentryWord(dentry);
		const next = this.load(word + layout.D_HNEXT);
		let link = HASH_WORD + (this.load(word + layout.D_HASH) & (layout.NHASH - 1));
		while (this.load(link) !== dentry) link = this.dentryWord(this.load(link)) + layout.D_HNEXT;
		this.store(link, next);
	}

	#touchDirectory(directory: number): void {
		const now = Date.now();
		this.setTime(directory, MTIME, now);
		this.setTime(directory, CTIME, now);
	}

	/** Puts a path into the buffer as UTF-8; answers its length in bytes. */
	#setPath(path: string): number {
		if (path.length * 3 > this.#path.length) this.#path = new Uint8Array(path.length * 3 + 64);
		for (let index = 0; index < path.length; index++) {
			const code = path.charCodeAt(index);
			if (code > 127) return encoder.encodeInto(path, this.#path).written;
			this.#path[index] = code;
		}
		return path.length;
	}

	#walkBytes(length: number, isFollowing: boolean, depth: number, startDirectory: number): number {
		const path = this.#path;
		const { last } = this;
		let current = path[0] === SLASH ? ROOT : startDirectory;
		last.directory = current;
		last.hasTrailingSlash = length > 0 && path[length - 1] === SLASH;
		this.#clearLast();
		for (let index = 0; ;) {
			while (index < length && path[index] === SLASH) index++;
			if (index >= length) break;
			const start = index;
			let hash = FNV_OFFSET;
			for (; index < length && path[index] !== SLASH; index++) hash = Math.imul(hash ^ (path[index] ?? 0), FNV_PRIME);
			if ((this.mode(current) & S_IFMT) !== S_IFDIR) return ENOTDIR;
			const nameLength = index - start;
			if (nameLength === 1 && path[start] === DOT) {
				this.#clearLast();
				continue;
			}
			if (nameLength === 2 && path[start] === DOT && path[start + 1] === DOT) {
				current = this.load(this.inodeWord(current) + layout.I_PARENT) || ROOT;
				this.#clearLast();
				continue;
			}
			if (nameLength > layout.NAMEMAX) return ENAMETOOLONG;
			last.start = start;
			last.end = index;
			last.hash = Math.imul(hash ^ current, FNV_PRIME) | 0;
			last.directory = current;
			last.dentry = this.#lookup();
			const isLast = this.#isRestEmpty(index, length);
			if (last.dentry === 0) return isLast ? ENOENT : PARENT_MISSING;
			const child = this.load(this.dentryWord(last.dentry) + layout.D_INO);
			const isLink = (this.mode(child) & S_IFMT) === S_IFLNK;
			if (isLink && (isFollowing || !isLast || last.hasTrailingSlash)) {
				if (depth >= MAX_LINKS) return ELOOP;
				return this.#walkBytes(this.#splice(this.contentOf(child), index, length), isFollowing, depth + 1, current);
			}
			current = child;
		}
		if (last.hasTrailingSlash && (this.mode(current) & S_IFMT) !== S_IFDIR) return ENOTDIR;
		return current;
	}

	/** Puts a link's target in place of what was walked; answers the new length. */
	#splice(target: Uint8Array, index: number, length: number): number {
		const rest = this.#path.slice(index, length);
		const total = target.length + rest.length;
		const path = new Uint8Array(Math.max(4096, total + 64));
		path.set(target);
		path.set(rest, target.length);
		this.#path = path;
		return total;
	}

	#isRestEmpty(index: number, length: number): boolean {
		while (index < length && this.#path[index] === SLASH) index++;
		return index >= length;
	}

	#clearLast(): void {
		this.last.start = this.last.end = this.last.dentry = 0;
	}

	#lookup(): number {
		const { bytes, last } = this;
		const path = this.#path;
		const length = last.end - last.start;
		let dentry = this.load(HASH_WORD + (last.hash & (layout.NHASH - 1)));
		for (let guard = 0; dentry > 0 && dentry < layout.NDEN && guard < MAX_CHAIN; guard++) {
			const word = this.dentryWord(dentry);
			if (
				this.load(word + layout.D_HASH) === last.hash &&
				this.load(word + layout.D_PARENT) === last.directory &&
				this.load(word + layout.D_LEN) === length
			) {
				const at = (word + layout.D_NAME) << 2;
				let index = 0;
				while (index < length && bytes[at + index] === path[last.start + index]) index++;
				if (index === length) return dentry;
			}
			dentry = this.load(word + layout.D_HNEXT);
		}
		return 0;
	}
}

/** What the outside sees: a missing parent is ENOENT. */
export function publicErrno(result: number): number {
	return result === PARENT_MISSING ? ENOENT : result;
}
