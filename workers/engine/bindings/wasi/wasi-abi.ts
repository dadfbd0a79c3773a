/** Numbers of `wasi_snapshot_preview1`. @source https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md */
export const WASI = {
	SUCCESS: 0,
	BADF: 8,
	INVAL: 28,
	IO: 29,
	ISDIR: 31,
	NOSYS: 52,
	NOTDIR: 54,
	NOTSOCK: 57,
	NOTSUP: 58,
	SPIPE: 70,
	NOTCAPABLE: 76
} as const;

/** WASI's error number by Linux's. */
const ERRNO_OF_LINUX: Record<number, number> = {
	1: 63,
	2: 44,
	5: WASI.IO,
	6: 60,
	9: WASI.BADF,
	11: 6,
	12: 48,
	13: 2,
	16: 10,
	17: 20,
	18: 75,
	20: WASI.NOTDIR,
	21: WASI.ISDIR,
	22: WASI.INVAL,
	24: 33,
	27: 22,
	28: 51,
	29: WASI.SPIPE,
	32: 64,
	36: 37,
	39: 55,
	40: 32
};

export const FILE_TYPE = { UNKNOWN: 0, CHARACTER_DEVICE: 2, DIRECTORY: 3, REGULAR_FILE: 4, SOCKET_STREAM: 6, LINK: 7 } as const;

const right = (bit: number) => 1n << BigInt(bit);
export const RIGHT = {
	FD_DATASYNC: right(0),
	FD_READ: right(1),
	FD_SEEK: right(2),
	FDSTAT_SET_FLAGS: right(3),
	FD_SYNC: right(4),
	FD_TELL: right(5),
	FD_WRITE: right(6),
	FD_ADVISE: right(7),
	FD_ALLOCATE: right(8),
	PATH_CREATE_DIRECTORY: right(9),
	PATH_CREATE_FILE: right(10),
	PATH_LINK_SOURCE: right(11),
	PATH_LINK_TARGET: right(12),
	PATH_OPEN: right(13),
	FD_READDIR: right(14),
	PATH_READLINK: right(15),
	PATH_RENAME_SOURCE: right(16),
	PATH_RENAME_TARGET: right(17),
	PATH_FILESTAT_GET: right(18),
	PATH_FILESTAT_SET_SIZE: right(19),
	PATH_FILESTAT_SET_TIMES: right(20),
	FD_FILESTAT_GET: right(21),
	FD_FILESTAT_SET_SIZE: right(22),
	FD_FILESTAT_SET_TIMES: right(23),
	PATH_SYMLINK: right(24),
	PATH_REMOVE_DIRECTORY: right(25),
	PATH_UNLINK_FILE: right(26),
	POLL_FD_READWRITE: right(27)
} as const;

const ALL_RIGHTS = (1n << 30n) - 1n;
const FILE_RIGHTS =
	RIGHT.FD_DATASYNC |
	RIGHT.FD_READ |
	RIGHT.FD_SEEK |
	RIGHT.FDSTAT_SET_FLAGS |
	RIGHT.FD_SYNC |
	RIGHT.FD_TELL |
	RIGHT.FD_WRITE |
	RIGHT.FD_ADVISE |
	RIGHT.FD_ALLOCATE |
	RIGHT.FD_FILESTAT_GET |
	RIGHT.FD_FILESTAT_SET_SIZE |
	RIGHT.FD_FILESTAT_SET_TIMES |
	RIGHT.POLL_FD_READWRITE;
const DIRECTORY_RIGHTS =
	RIGHT.FDSTAT_SET_FLAGS |
	RIGHT.FD_SYNC |
	RIGHT.FD_ADVISE |
	RIGHT.PATH_CREATE_DIRECTORY |
	RIGHT.PATH_CREATE_FILE |
	RIGHT.PATH_LINK_SOURCE |
	RIGHT.PATH_LINK_TARGET |
	RIGHT.PATH_OPEN |
	RIGHT.FD_READDIR |
	RIGHT.PATH_READLINK |
	RIGHT.PATH_RENAME_SOURCE |
	RIGHT.PATH_RENAME_TARGET |
	RIGHT.PATH_FILESTAT_GET |
	RIGHT.PATH_FILESTAT_SET_SIZE |
	RIGHT.PATH_FILESTAT_SET_TIMES |
	RIGHT.FD_FILESTAT_GET |
	RIGHT.FD_FILESTAT_SET_TIMES |
	RIGHT.PATH_SYMLINK |
	RIGHT.PATH_REMOVE_DIRECTORY |
	RIGHT.PATH_UNLINK_FILE |
	RIGHT.POLL_FD_READWRITE;
const TERMINAL_RIGHTS = RIGHT.FD_READ | RIGHT.FDSTAT_SET_FLAGS | RIGHT.FD_WRITE | RIGHT.FD_FILESTAT_GET | RIGHT.POLL_FD_READWRITE;

/** The most that a descriptor of this type may do, and what descriptors opened through it may: as uvwasi grants them. */
export function rightsOf(type: number): { base: bigint; inheriting: bigint } {
	switch (type) {
		case FILE_TYPE.REGULAR_FILE:
			return { base: FILE_RIGHTS, inheriting: 0n };
		case FILE_TYPE.DIRECTORY:
			return { base: DIRECTORY_RIGHTS, inheriting: DIRECTORY_RIGHTS | FILE_RIGHTS };
		case FILE_TYPE.CHARACTER_DEVICE:
			return { base: TERMINAL_RIGHTS, inheriting: 0n };
		default:
			return { base: ALL_RIGHTS, inheriting: ALL_RIGHTS };
	}
}

/** WASI's error number of what the engine answers: a negative Linux number. */
export function wasiErrno(errno: number): number {
	return ERRNO_OF_LINUX[-errno] ?? WASI.IO;
}

/** A failed call: unwinds to the function that wasm called, which answers the number. */
export class WasiError extends Error {
	constructor(readonly errno: number) {
		super(`WASI error ${errno}`);
	}
}
