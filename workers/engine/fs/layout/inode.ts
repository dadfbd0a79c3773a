export const INODE_COUNT = 524288;
export const INODE_WORDS = 32;
/** Inode 0 means none. */
export const ROOT_INODE = 1;

/** Words of an inode. */
export const INODE = {
	/** Odd while the content is being changed. */
	SEQUENCE: 0,
	/** Pid of the holder, or 0. */
	LOCK: 1,
	MODE: 2,
	LINKS: 3,
	OPEN_COUNT: 4,
	SIZE: 5,
	EXTENT_COUNT: 6,
	/** Blocks that the extents hold. */
	CAPACITY: 7,
	/** Four Float64, ms since the epoch: see `TIME`. */
	TIMES: 8,
	/** Directory in which it was named last; of a free slot: the next free one. */
	PARENT: 16,
	/** Of a directory: its first entry, and the number of entries. */
	FIRST_ENTRY: 17,
	ENTRY_COUNT: 18,
	/** First extension record, when the extents do not fit here. */
	EXTENSION: 19,
	EXTENTS: 20
} as const;

/** Extents in the inode itself: pairs of `[first block, block count]`. */
export const INODE_EXTENTS = 6;

/** Words of an extension record: a slot of the inode table that only holds extents. */
export const EXTENSION = { NEXT: 3, EXTENTS: 4 } as const;
export const EXTENSION_EXTENTS = 14;

/** Index of each of an inode's four times. */
export const TIME = { MODIFIED: 0, CHANGED: 1, ACCESSED: 2, BORN: 3 } as const;
export type TimeIndex = (typeof TIME)[keyof typeof TIME];
