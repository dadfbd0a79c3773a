/** Words of the superblock, at the start of the heap. */
export const SUPERBLOCK = {
	MAGIC: 0,
	/** Sequence of the metadata: odd while a mutation is under way. */
	SEQUENCE: 1,
	/** Metadata lock: pid of the holder, or 0. */
	LOCK: 2,
	/** First of the free inode slots, and one more than the highest that was ever used. */
	FREE_INODE: 3,
	INODE_HIGH: 4,
	FREE_DENTRY: 5,
	DENTRY_HIGH: 6,
	/** Where the search for free blocks starts. */
	BLOCK_HINT: 7,
	FREE_BLOCKS: 8,
	BLOCKS: 9,
	/** Number of watchers: changes are reported only while it is above zero. */
	WATCHES: 11,
	/** Doorbell of the kernel: counts syscalls; the bit map says whose. */
	DOORBELL: 12,
	/** Entries in the undo journal. */
	JOURNAL_LENGTH: 13,
	INODES: 14,
	/** One bit per slot. */
	DOORBELL_MAP: 16
} as const;

export const SUPERBLOCK_MAGIC = 0x53465331;
