/**
 * Where everything lies in the shared heap: one growable SharedArrayBuffer that the kernel and all processes map.
 *
 * Regions in order: superblock, undo journal, process slots, inodes, directory entries, name hash, block bitmap, ring headers, rings,
 * data blocks (the part that grows). What lies in each is in the file of its name; names of fields are Int32 word indices.
 *
 * The tables are as large as a big project may ever need: what has not been touched takes address space, but no memory.
 */
import { DENTRY_COUNT, DENTRY_WORDS, HASH_COUNT } from './dentry';
import { INODE_COUNT, INODE_WORDS } from './inode';
import { RING_BYTES, RING_COUNT, RING_HEADER_BYTES } from './ring';
import { SLOT_BYTES, SLOT_COUNT } from './slot';

export const KB = 1024;
export const MB = KB * KB;
/** Bytes per data block. */
export const BLOCK_BYTES = 1024;
const MAX_DATA_BYTES = 960 * MB;

const JOURNAL = 4096;
const SLOTS = JOURNAL + 64 * KB;
const INODES = SLOTS + SLOT_COUNT * SLOT_BYTES;
const DENTRIES = INODES + INODE_COUNT * INODE_WORDS * 4;
const HASH = DENTRIES + DENTRY_COUNT * DENTRY_WORDS * 4;
const BITMAP = HASH + HASH_COUNT * 4;
const RING_HEADERS = BITMAP + MAX_DATA_BYTES / BLOCK_BYTES / 8;
const RINGS = RING_HEADERS + RING_COUNT * RING_HEADER_BYTES;
const BLOCKS = RINGS + RING_COUNT * RING_BYTES;

/** Byte offset of each region. */
export const REGION = { SLOTS, RINGS, BLOCKS } as const;

/** Index of the first word of the regions that are read by words. */
export const JOURNAL_WORD = JOURNAL >> 2;
export const INODES_WORD = INODES >> 2;
export const DENTRIES_WORD = DENTRIES >> 2;
export const HASH_WORD = HASH >> 2;
export const BITMAP_WORD = BITMAP >> 2;

/** Words of the tables: of everything but the data blocks. */
export const TABLE_WORDS = BLOCKS >> 2;

/** First and largest size of the heap, in bytes. */
export const FIRST_HEAP_BYTES = BLOCKS + 64 * MB;
export const MAX_HEAP_BYTES = BLOCKS + MAX_DATA_BYTES;

/** First word of a process slot. */
export function slotWordOf(slot: number): number {
	return (SLOTS + slot * SLOT_BYTES) >> 2;
}

/** First word of a ring's header. */
export function ringWordOf(ring: number): number {
	return (RING_HEADERS + ring * RING_HEADER_BYTES) >> 2;
}
