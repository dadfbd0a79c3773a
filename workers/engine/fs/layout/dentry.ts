/** Entry 0 means none. */
export const DENTRY_COUNT = 524288;
/** 8 words of links and up to 255 bytes of name. */
export const DENTRY_WORDS = 72;
export const HASH_COUNT = 262144;
export const NAME_MAX_BYTES = 255;

/** Words of a directory entry. */
export const DENTRY = {
	/** Inode of the directory. */
	PARENT: 0,
	INODE: 1,
	HASH: 2,
	/** Bytes of the name; -1 in a free entry. */
	LENGTH: 3,
	/** Next entry with this hash; of a free entry: the next free one. */
	HASH_NEXT: 4,
	/** Neighbours in the directory. */
	NEXT: 5,
	PREVIOUS: 6,
	NAME: 8
} as const;
