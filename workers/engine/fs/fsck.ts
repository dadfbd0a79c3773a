import type { Extents } from './extents';
import type { FsckReport } from './file-system';
import { dentryWordOf, inodeWordOf, type Heap } from './heap';
import type { Inodes } from './inodes';
import { DENTRY, HASH_COUNT } from './layout/dentry';
import { INODE, ROOT_INODE } from './layout/inode';
import { BITMAP_WORD, BLOCK_BYTES, HASH_WORD } from './layout/regions';
import { SUPERBLOCK } from './layout/superblock';

const MAX_CHAIN = 100_000;
const MAX_PROBLEMS = 20;

/** One pass over all reachable directories, their files and their blocks. Open descriptors count as a problem. */
export class FileSystemCheck {
	readonly #heap: Heap;
	readonly #inodes: Inodes;
	readonly #extents: Extents;
	readonly #problems: string[] = [];
	readonly #links = new Map<number, number>();
	readonly #blocks: Uint8Array;
	#usedBlocks = 0;
	#entries = 0;

	constructor(heap: Heap, inodes: Inodes, extents: Extents) {
		this.#heap = heap;
		this.#inodes = inodes;
		this.#extents = extents;
		this.#blocks = new Uint8Array(heap.load(SUPERBLOCK.BLOCKS));
	}

	run(): FsckReport {
		const heap = this.#heap;
		this.#checkDirectory(ROOT_INODE);
		const inodes = new Set([ROOT_INODE, ...this.#links.keys()]);
		for (const inode of inodes) this.#checkInode(inode);
		this.#checkBitmap();
		const freeBlocks = this.#blocks.length - this.#usedBlocks;
		this.#expect(heap.load(SUPERBLOCK.FREE_BLOCKS), freeBlocks, 'free blocks');
		this.#expect(heap.load(SUPERBLOCK.INODES), inodes.size, 'inodes');
		this.#expect(heap.load(SUPERBLOCK.SEQUENCE) & 1, 0, 'metadata sequence is odd');
		this.#expect(heap.load(SUPERBLOCK.LOCK), 0, 'metadata lock');
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
		const heap = this.#heap;
		let count = 0;
		let previous = 0;
		for (let dentry = heap.load(inodeWordOf(directory) + INODE.FIRST_ENTRY); dentry; count++) {
			const word = dentryWordOf(dentry);
			this.#entries++;
			this.#expect(heap.load(word + DENTRY.PARENT), directory, `parent of entry ${dentry}`);
			this.#expect(heap.load(word + DENTRY.PREVIOUS), previous, `previous of entry ${dentry}`);
			if (!this.#isHashed(dentry)) this.#report(`entry ${dentry} is not in its hash bucket`);
			const inode = heap.load(word + DENTRY.INODE);
			this.#links.set(inode, (this.#links.get(inode) ?? 0) + 1);
			if (this.#inodes.isDir(inode)) {
				this.#expect(heap.load(inodeWordOf(inode) + INODE.PARENT), directory, `parent of directory ${inode}`);
				this.#checkDirectory(inode);
			}
			previous = dentry;
			dentry = heap.load(word + DENTRY.NEXT);
		}
		this.#expect(heap.load(inodeWordOf(directory) + INODE.ENTRY_COUNT), count, `entry count of directory ${directory}`);
	}

	#isHashed(dentry: number): boolean {
		const heap = this.#heap;
		const hash = heap.load(dentryWordOf(dentry) + DENTRY.HASH);
		let candidate = heap.load(HASH_WORD + (hash & (HASH_COUNT - 1)));
		for (let guard = 0; candidate && guard < MAX_CHAIN; guard++) {
			if (candidate === dentry) return true;
			candidate = heap.load(dentryWordOf(candidate) + DENTRY.HASH_NEXT);
		}
		return false;
	}

	#checkInode(inode: number): void {
		const heap = this.#heap;
		const word = inodeWordOf(inode);
		if (!this.#inodes.isDir(inode))
			this.#expect(heap.load(word + INODE.LINKS), this.#links.get(inode) ?? 0, `links of inode ${inode}`);
		this.#expect(heap.load(word) & 1, 0, `sequence of inode ${inode} is odd`);
		this.#expect(heap.load(word + INODE.LOCK), 0, `lock of inode ${inode}`);
		this.#expect(heap.load(word + INODE.OPEN_COUNT), 0, `open descriptors of inode ${inode}`);
		let capacity = 0;
		const extents = [...this.#extents.wordsOf(inode)];
		this.#expect(extents.length, heap.load(word + INODE.EXTENT_COUNT), `extents of inode ${inode}`);
		for (const extent of extents) {
			const start = heap.load(extent);
			const count = heap.load(extent + 1);
			capacity += count;
			for (let block = start; block < start + count; block++) {
				if (this.#blocks[block]) this.#report(`block ${block} is used twice`);
				this.#blocks[block] = 1;
				this.#usedBlocks++;
			}
		}
		this.#expect(heap.load(word + INODE.CAPACITY), capacity, `capacity of inode ${inode}`);
		if (this.#inodes.size(inode) > capacity * BLOCK_BYTES) this.#report(`inode ${inode} is larger than its blocks`);
	}

	#checkBitmap(): void {
		for (const [block, used] of this.#blocks.entries()) {
			const marked = (this.#heap.load(BITMAP_WORD + (block >> 5)) >>> (block & 31)) & 1;
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
