/**
 * Where everything lies in the shared heap: one growable SharedArrayBuffer that the kernel and all processes map.
 *
 * Regions, in order (byte offsets): superblock, undo journal, process slots, inodes, directory entries, name hash, block bitmap,
 * ring headers, rings, data blocks (the part that grows). Names without a region are Int32 word indices.
 *
 * The tables are as large as a big project may ever need: what has not been touched takes address space, but no memory.
 */
const KB = 1024;
const MB = KB * KB;
const SLOT_COUNT = 128;
const SLOT_BYTES = 512 * KB;
/** Words of a slot before its tables. */
const SLOT_HEADER_WORDS = 64;
/** Two per socket, and one or two per pipe. */
const END_COUNT = 4096;
/** As many as `ulimit -n` of a server. */
const DESCRIPTOR_COUNT = 65536;
const S_END = SLOT_HEADER_WORDS;
const S_FD = S_END + END_COUNT;
const S_BUF = (S_FD + DESCRIPTOR_COUNT) * 4;
const INODE_COUNT = 524288;
const INODE_WORDS = 32;
const DENTRY_COUNT = 524288;
/** 8 words of links and up to 255 bytes of name. */
const DENTRY_WORDS = 72;
const HASH_COUNT = 262144;
/** Two per socket between two processes, one per pipe. */
const RING_COUNT = 4096;
const RING_HEADER_BYTES = 64;
const RING_BYTES = 64 * KB;
const BLOCK_BYTES = KB;
const MAX_DATA = 960 * MB;

const JOURNAL = 4096;
const PROC = JOURNAL + 64 * KB;
const INO = PROC + SLOT_COUNT * SLOT_BYTES;
const DEN = INO + INODE_COUNT * INODE_WORDS * 4;
const HASH = DEN + DENTRY_COUNT * DENTRY_WORDS * 4;
const BITMAP = HASH + HASH_COUNT * 4;
const RH = BITMAP + MAX_DATA / BLOCK_BYTES / 8;
const RD = RH + RING_COUNT * RING_HEADER_BYTES;
const DATA = RD + RING_COUNT * RING_BYTES;

export const layout = {
	KB,
	MB,
	NSLOT: SLOT_COUNT,
	SLOT_BYTES,
	NINO: INODE_COUNT,
	INODE_WORDS,
	NDEN: DENTRY_COUNT,
	DENTRY_WORDS,
	NHASH: HASH_COUNT,
	NRING: RING_COUNT,
	RING_HEADER_BYTES,
	/** Bytes per data block. */
	BS: BLOCK_BYTES,

	JOURNAL,
	PROC,
	INO,
	DEN,
	HASH,
	BITMAP,
	RH,
	RD,
	DATA,
	/** Largest and first size of the heap, in bytes. */
	MAX: DATA + MAX_DATA,
	FIRST: DATA + 64 * MB,

	// Superblock words.
	MAGIC: 0,
	/** Sequence of the metadata: odd while a mutation is under way. */
	SEQ: 1,
	/** Metadata lock: pid of the holder, or 0. */
	LOCK: 2,
	IFREE: 3,
	IHIGH: 4,
	DFREE: 5,
	DHIGH: 6,
	/** Where the search for free blocks starts. */
	HINT: 7,
	NFREE: 8,
	NBLOCKS: 9,
	/** Number of watchers: changes are reported only while it is above zero. */
	WATCH: 11,
	/** Doorbell of the kernel: counts syscalls; the bit map says whose. */
	BELL: 12,
	/** Entries in the undo journal. */
	JN: 13,
	NINODES: 14,
	BELLMAP: 16,

	// Slot words, relative to the slot's first word.
	S_STATE: 0,
	S_OP: 1,
	S_LEN: 2,
	S_RES: 3,
	/** Inode whose lock the process holds or is about to take. */
	S_HELD: 8,
	S_CODE: 9,
	S_SIGS: 10,
	S_PID: 11,
	S_EVT: 12,
	S_COLS: 13,
	S_ROWS: 14,
	S_RAW: 15,
	/** Not zero: the process is being ended and must not touch the heap any more. */
	S_FENCE: 16,
	/** Inode of the file that is open only within one call. */
	S_FD_TEMPORARY: 17,
	/** One more than the highest descriptor that was ever open. */
	S_FD_HIGH: 18,
	/** Ring ends that the process owns: `((ring << 1) | isWrite) + 1`. */
	S_END,
	NEND: END_COUNT,
	/** Inode per open descriptor. */
	S_FD,
	NFD: DESCRIPTOR_COUNT,
	/** Byte offset in the slot of the syscall payload, and its size. */
	S_BUF,
	BUFLEN: SLOT_BYTES - S_BUF,

	// Inode words.
	I_SEQ: 0,
	I_LOCK: 1,
	I_MODE: 2,
	I_NLINK: 3,
	I_NOPEN: 4,
	I_SIZE: 5,
	/** Number of extents, and blocks that they hold. */
	I_NEXT: 6,
	I_CAP: 7,
	/** Four Float64, ms since the epoch: modified, changed, accessed, born. */
	I_TIMES: 8,
	I_PARENT: 16,
	/** First directory entry, and the number of entries. */
	I_FIRST: 17,
	I_COUNT: 18,
	/** First extension record, when the extents do not fit here. */
	I_MORE: 19,
	I_EXT: 20,
	NEXTENT: 6,
	// Extension records are slots of the inode table that only hold extents.
	X_NEXT: 3,
	X_EXT: 4,
	X_COUNT: 14,

	// Directory entry words.
	D_PARENT: 0,
	D_INO: 1,
	D_HASH: 2,
	D_LEN: 3,
	D_HNEXT: 4,
	D_NEXT: 5,
	D_PREV: 6,
	D_NAME: 8,
	NAMEMAX: 255,

	// Ring words.
	R_RPOS: 0,
	R_WPOS: 1,
	R_WRITERS: 2,
	R_READERS: 3,
	/** Word that readers wait on: the ring's own counter, or a shared one. */
	R_EVTR: 4,
	/** Not zero: the next read that finds the ring empty answers end of file, once (Ctrl-D on a terminal). */
	R_MARK: 5,
	R_CNTR: 6,
	R_CNTW: 7,
	RCAP: RING_BYTES
} as const;

/** In place of a descriptor's number: a file that is open only within one call. */
export const TEMPORARY_DESCRIPTOR = -1;

/** First word of a process slot. */
export function slotWordOf(slot: number): number {
	return (PROC + slot * SLOT_BYTES) >> 2;
}

/** First word of a ring's header. */
export function ringWordOf(ring: number): number {
	return (RH + ring * RING_HEADER_BYTES) >> 2;
}
