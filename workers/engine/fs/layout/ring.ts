/** Two per socket between two processes, one per pipe. Ring 0 means none. */
export const RING_COUNT = 4096;
export const RING_HEADER_BYTES = 64;
export const RING_BYTES = 64 * 1024;

/** Words of a ring's header. */
export const RING = {
	/** Both only grow, modulo 2^32. */
	READ_POSITION: 0,
	WRITE_POSITION: 1,
	WRITERS: 2,
	READERS: 3,
	/** Word that readers wait on: the ring's own counter, or a shared one. */
	READ_EVENT: 4,
	/** Not zero: the next read that finds the ring empty returns end of file, once (Ctrl-D on a terminal). */
	END_MARK: 5,
	READ_COUNTER: 6,
	WRITE_COUNTER: 7
} as const;
