import { layout } from './layout';
import type { Namespace } from './namespace';

const ROOT = 1;
const HASH_WORD = layout.HASH >> 2;
const BITMAP_WORD = layout.BITMAP >> 2;
const MAX_CHAIN = 100_000;
const MAX_PROBLEMS = 20;

export interface FsckReport {
	isClean: boolean;
	/** The first problems found, in words. */
	problems: string[];
	inodes: number;
	entries: number;
	usedBlocks: number;
	freeBlocks: number;
}

/** One pass over all reachable directories, their files and their blocks. Open descriptors count as a problem. */
export class FileSystemCheck {
	readonly #fs: Namespace;
	readonly #extentsOf: (inode: number) => number[];
	readonly #problems: string[] = [];
	readonly #links = new Map<number, number>();
	readonly #blocks: Uint8Array;
	#usedBlocks = 0;
	#entries = 0;

	constructor(fs: Namespace, extentsOf: (inode: number) => number[]) {
		this.#fs = fs;
		this.#extentsOf = extentsOf;
		this.#blocks = new Uint8Array(fs.load(layout.NBLOCKS));
	}

	run(): FsckReport {
		const fs = this.#fs;
		this.#checkDirectory(ROOT);
		const inodes = new Set([ROOT, ...this.#links.keys()]);
		for (const inode of inodes) this.#checkInode(inode);
		this.#checkBitmap();
		const freeBlocks = this.#blocks.length - this.#usedBlocks;
		this.#expect(fs.load(layout.NFREE), freeBlocks, 'free blocks');
		this.#expect(fs.load(layout.NINODES), inodes.size, 'inodes');
		this.#expect(fs.load(layout.SEQ) & 1, 0, 'metadata sequence is odd');
		this.#expect(fs.load(layout.LOCK), 0, 'metadata lock');
		return {
			isClean: this.#problems.length === 0,
			problems: this.#problems,
			inodes: inodes.size,
			entries: this.#entries,
			usedBlocks: this.#usedBlocks,
			freeBlocks
		};
	}

	#checkDirectory(directory: number): void {
		const fs = this.#fs;
		let count = 0;
		let previous = 0;
		for (let dentry = fs.load(fs.inodeWord(directory) + layout.I_FIRST); dentry; count++) {
			const word = fs.dentryWord(dentry);
			this.#entries++;
			this.#expect(fs.load(word + layout.D_PARENT), directory, `parent of entry ${dentry}`);
			this.#expect(fs.load(word + layout.D_PREV), previous, `previous of entry ${dentry}`);
			if (!this.#isHashed(dentry)) this.#report(`entry ${dentry} is not in its hash bucket`);
			const inode = fs.load(word + layout.D_INO);
			this.#links.set(inode, (this.#links.get(inode) ?? 0) + 1);
			if (fs.isDir(inode)) {
				this.#expect(fs.load(fs.inodeWord(inode) + layout.I_PARENT), directory, `parent of directory ${inode}`);
				this.#checkDirectory(inode);
			}
			previous = dentry;
			dentry = fs.load(word + layout.D_NEXT);
		}
		this.#expect(fs.load(fs.inodeWord(directory) + layout.I_COUNT), count, `entry count of directory ${directory}`);
	}

	#isHashed(dentry: number): boolean {
		const fs = this.#fs;
		const hash = fs.load(fs.dentryWord(dentry) + layout.D_HASH);
		let candidate = fs.load(HASH_WORD + (hash & (layout.NHASH - 1)));
		for (let guard = 0; candidate && guard < MAX_CHAIN; guard++) {
			if (candidate === dentry) return true;
			candidate = fs.load(fs.dentryWord(candidate) + layout.D_HNEXT);
		}
		return false;
	}

	#checkInode(inode: number): void {
		const fs = this.#fs;
		const word = fs.inodeWord(inode);
		if (!fs.isDir(inode)) this.#expect(fs.load(word + layout.I_NLINK), this.#links.get(inode) ?? 0, `links of inode ${inode}`);
		this.#expect(fs.load(word) & 1, 0, `sequence of inode ${inode} is odd`);
		this.#expect(fs.load(word + layout.I_LOCK), 0, `lock of inode ${inode}`);
		this.#expect(fs.load(word + layout.I_NOPEN), 0, `open descriptors of inode ${inode}`);
		let capacity = 0;
		const extents = this.#extentsOf(inode);
		this.#expect(extents.length, fs.load(word + layout.I_NEXT), `extents of inode ${inode}`);
		for (const extent of extents) {
			const start = fs.load(extent);
			const count = fs.load(extent + 1);
			capacity += count;
			for (let block = start; block < start + count; block++) {
				if (this.#blocks[block]) this.#report(`block ${block} is used twice`);
				this.#blocks[block] = 1;
				this.#usedBlocks++;
			}
		}
		this.#expect(fs.load(word + layout.I_CAP), capacity, `capacity of inode ${inode}`);
		if (fs.size(inode) > capacity * layout.BS) this.#report(`inode ${inode} is larger than its blocks`);
	}

	#checkBitmap(): void {
		for (const [block, used] of this.#blocks.entries()) {
			const marked = (this.#fs.load(BITMAP_WORD + (block >> 5)) >>> (block & 31)) & 1;
			if (marked !== used) this.#report(`block ${block} is marked ${marked} but used ${used}`);
			if (this.#problems.length >= MAX_PROBLEMS) return;
		}
	}

	#expect(actual: number, expected: number, what: string): void {
		if (actual !== expected) this.#report(`${what}: ${actual}, expected ${expected}`);
	}

	#report(problem: string): void {
		if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
	}
}
