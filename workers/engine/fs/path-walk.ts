import type { Dentries, NameRange } from './dentries';
import { ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, S_IFDIR, S_IFLNK, S_IFMT } from './errno';
import type { FileData } from './file-data';
import type { Inodes } from './inodes';
import { NAME_MAX_BYTES } from './layout/dentry';
import { ROOT_INODE } from './layout/inode';

const SLASH = 47;
const DOT = 46;
const MAX_LINKS = 40;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const FIRST_BUFFER_BYTES = 4096;

/** A directory on the way is missing, as opposed to the last name: nothing can be created there. */
const PARENT_MISSING = -1002;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a path led to, besides its inode. Its range is in the walk's buffer; empty when the path ended in `.`, `..` or `/`. */
interface LastName extends NameRange {
	/** Its entry, or 0. */
	dentry: number;
	hasTrailingSlash: boolean;
}

interface Parts {
	inodes: Inodes;
	dentries: Dentries;
	data: FileData;
}

/** The walk along a path, name by name, through links. Inside a mutation or a consistent read. */
export class PathWalk {
	/** Of the last walk; valid until the next one. */
	readonly last: LastName = { start: 0, end: 0, hash: 0, directory: ROOT_INODE, dentry: 0, hasTrailingSlash: false };
	readonly #inodes: Inodes;
	readonly #dentries: Dentries;
	readonly #data: FileData;
	#path = new Uint8Array(FIRST_BUFFER_BYTES);

	constructor({ inodes, dentries, data }: Parts) {
		this.#inodes = inodes;
		this.#dentries = dentries;
		this.#data = data;
	}

	/** The inode, or a negative errno as {@link publicErrno} takes it; ENOENT only where the last name alone is missing. */
	to(path: string, isFollowing: boolean): number {
		return this.#walk(this.#setPath(path), isFollowing, 0, ROOT_INODE);
	}

	hasLastName(): boolean {
		return this.last.end > this.last.start;
	}

	lastName(): string {
		return decoder.decode(this.#path.slice(this.last.start, this.last.end));
	}

	/** Gives an inode the last name: the entry, or -ENOSPC. Only inside `mutate`. */
	addLastName(inode: number): number {
		return this.#dentries.add(this.#path, this.last, inode);
	}

	/** Puts a path into the buffer as UTF-8; returns its length in bytes. */
	#setPath(path: string): number {
		if (path.length * 3 > this.#path.length) this.#path = new Uint8Array(path.length * 3 + 64);
		const buffer = this.#path;
		for (let index = 0; index < path.length; index++) {
			const code = path.charCodeAt(index);
			if (code > 127) return encoder.encodeInto(path, buffer).written;
			buffer[index] = code;
		}
		return path.length;
	}

	#walk(length: number, isFollowing: boolean, depth: number, startDirectory: number): number {
		const path = this.#path;
		const { last } = this;
		let current = path[0] === SLASH ? ROOT_INODE : startDirectory;
		last.directory = current;
		last.hasTrailingSlash = length > 0 && path[length - 1] === SLASH;
		this.#clearLast();
		for (let index = 0; ;) {
			while (index < length && path[index] === SLASH) index++;
			if (index >= length) break;
			const start = index;
			let hash = FNV_OFFSET;
			for (; index < length && path[index] !== SLASH; index++) hash = Math.imul(hash ^ (path[index] ?? 0), FNV_PRIME);
			if (!this.#inodes.isDir(current)) return ENOTDIR;
			const nameLength = index - start;
			if (nameLength === 1 && path[start] === DOT) {
				this.#clearLast();
				continue;
			}
			if (nameLength === 2 && path[start] === DOT && path[start + 1] === DOT) {
				current = this.#inodes.parent(current) || ROOT_INODE;
				this.#clearLast();
				continue;
			}
			if (nameLength > NAME_MAX_BYTES) return ENAMETOOLONG;
			last.start = start;
			last.end = index;
			last.hash = Math.imul(hash ^ current, FNV_PRIME) | 0;
			last.directory = current;
			last.dentry = this.#dentries.find(path, last);
			const isLast = this.#isRestEmpty(index, length);
			if (last.dentry === 0) return isLast ? ENOENT : PARENT_MISSING;
			const child = this.#dentries.inode(last.dentry);
			const isLink = (this.#inodes.mode(child) & S_IFMT) === S_IFLNK;
			if (isLink && (isFollowing || !isLast || last.hasTrailingSlash)) {
				if (depth >= MAX_LINKS) return ELOOP;
				return this.#walk(this.#splice(this.#data.contentOf(child), index, length), isFollowing, depth + 1, current);
			}
			current = child;
		}
		if (last.hasTrailingSlash && (this.#inodes.mode(current) & S_IFMT) !== S_IFDIR) return ENOTDIR;
		return current;
	}

	/** Puts a link's target in place of what was walked; returns the new length. */
	#splice(target: Uint8Array, index: number, length: number): number {
		const rest = this.#path.slice(index, length);
		const total = target.length + rest.length;
		const path = new Uint8Array(Math.max(FIRST_BUFFER_BYTES, total + 64));
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
}

/** What the outside sees: a missing parent is ENOENT. */
export function publicErrno(result: number): number {
	return result === PARENT_MISSING ? ENOENT : result;
}
