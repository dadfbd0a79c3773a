import { DENTRY_WORDS } from './layout/dentry';
import { INODE_WORDS } from './layout/inode';
import { DENTRIES_WORD, INODES_WORD, TABLE_WORDS } from './layout/regions';

/** The shared heap as the file system reads it: mapped once per instance, and shared by its parts. */
export class Heap {
	readonly words: Int32Array;
	readonly floats: Float64Array;
	/** All bytes; grows with the heap. */
	readonly bytes: Uint8Array;
	/** How often a lock-free read was repeated, and a lock was not free. */
	readonly counters = { retries: 0, lockWaits: 0 };

	constructor(readonly buffer: SharedArrayBuffer) {
		this.words = new Int32Array(buffer, 0, TABLE_WORDS);
		this.floats = new Float64Array(buffer, 0, TABLE_WORDS >> 1);
		this.bytes = new Uint8Array(buffer);
	}

	/** A word as it is now; 0 outside the tables, which a lock-free reader may run into. */
	load(word: number): number {
		return this.words[word] ?? 0;
	}
}

/** First word of an inode. */
export function inodeWordOf(inode: number): number {
	return INODES_WORD + inode * INODE_WORDS;
}

/** First word of a directory entry. */
export function dentryWordOf(dentry: number): number {
	return DENTRIES_WORD + dentry * DENTRY_WORDS;
}
