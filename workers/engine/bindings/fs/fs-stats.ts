import type { FileSystem } from '../../fs/file-system';
import { DEVICE_MODE } from './fs-paths';

/** Numbers per stat, as `getStatsFromBinding` reads them. */
const FIELD_COUNT = 18;
const USER_ID = 1000;
const SECTOR_BYTES = 512;
const NS_PER_MS = 1e6;
/** Type of the file system. @source statfs(2) */
const TMPFS_MAGIC = 0x01021994;

export type StatArray = Float64Array | BigInt64Array;

/** dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, then (seconds, nanoseconds) of atime, mtime, ctime, birthtime. */
export function statArray(fs: FileSystem, inode: number, isBigint: boolean): StatArray {
	const stat = fs.stat(inode);
	const out = new Float64Array(FIELD_COUNT);
	out.set([1, stat.mode, stat.nlink, USER_ID, USER_ID, 0, 4096, stat.ino, stat.size, Math.ceil(stat.size / SECTOR_BYTES)]);
	let index = 10;
	for (const timeMs of [stat.atimeMs, stat.mtimeMs, stat.ctimeMs, stat.birthtimeMs]) {
		const seconds = Math.floor(timeMs / 1000);
		out[index++] = seconds;
		out[index++] = Math.round((timeMs - seconds * 1000) * NS_PER_MS);
	}
	return isBigint ? toBigint(out) : out;
}

/** Stat of a device, pipe or terminal. */
export function deviceStatArray(isBigint: boolean, mode = DEVICE_MODE): StatArray {
	const out = new Float64Array(FIELD_COUNT);
	out.set([1, mode, 1, USER_ID, USER_ID, 0, 4096]);
	return isBigint ? toBigint(out) : out;
}

/** type, bsize, frsize, blocks, bfree, bavail, files, ffree. */
export function statFsArray(fs: FileSystem, isBigint: boolean): StatArray {
	const { blockBytes, blocks, freeBlocks, inodes, freeInodes } = fs.usage();
	const out = new Float64Array([TMPFS_MAGIC, blockBytes, blockBytes, blocks, freeBlocks, freeBlocks, inodes, freeInodes]);
	return isBigint ? toBigint(out) : out;
}

function toBigint(values: Float64Array): BigInt64Array {
	return BigInt64Array.from(values, (value) => BigInt(Math.trunc(value)));
}
