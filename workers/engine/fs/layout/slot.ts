const KB = 1024;
export const SLOT_COUNT = 128;
export const SLOT_BYTES = 512 * KB;
/** Words of a slot before its tables. */
const HEADER_WORDS = 64;
/** Ring ends that a process can own: two per socket, and one or two per pipe. */
export const RING_END_COUNT = 4096;
/** Descriptors that a process can have: as many as `ulimit -n` of a server. */
export const DESCRIPTOR_COUNT = 65536;

/** Words of a process's slot, relative to its first one. */
export const SLOT = {
	/** Of the syscall: see `SYSCALL_STATE`. */
	STATE: 0,
	/** Bytes of the call, then of its answer. */
	LENGTH: 2,
	/** Inode whose lock the process holds or is about to take. */
	HELD_INODE: 8,
	/** Bit per signal that the process handles itself. */
	SIGNALS: 10,
	PID: 11,
	/** Counted up for whatever `spawnSync` waits on. */
	EVENT: 12,
	COLUMNS: 13,
	ROWS: 14,
	/** Not zero: the process is being ended and must not touch the heap any more. */
	FENCE: 16,
	/** Inode of the file that is open only within one call. */
	TEMPORARY_FILE: 17,
	/** One more than the highest descriptor that was ever open. */
	DESCRIPTOR_HIGH: 18,
	/** How the child of a `spawnSync` ended: not zero once it has, its exit code and its signal. */
	EXIT_DONE: 20,
	EXIT_CODE: 21,
	EXIT_SIGNAL: 22,
	/** Ring ends that the process owns: `((ring << 1) | isWrite) + 1`. */
	RING_ENDS: HEADER_WORDS,
	/** Inode per open descriptor. */
	DESCRIPTORS: HEADER_WORDS + RING_END_COUNT
} as const;

/** Byte offset in the slot of the syscall's payload, and its size. */
export const PAYLOAD_OFFSET = (SLOT.DESCRIPTORS + DESCRIPTOR_COUNT) * 4;
export const PAYLOAD_BYTES = SLOT_BYTES - PAYLOAD_OFFSET;

export const SYSCALL_STATE = { IDLE: 0, ASKED: 1, ANSWERED: 2 } as const;

/** In place of a descriptor's number: a file that is open only within one call. */
export const TEMPORARY_DESCRIPTOR = -1;
