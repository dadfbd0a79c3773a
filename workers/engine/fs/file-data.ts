import type { Changes } from './changes';
import { EINVAL, EISDIR } from './errno';
import type { Extents } from './extents';
import { inodeWordOf, type Heap } from './heap';
import type { Inodes } from './inodes';
import type { Journal } from './journal';
import { INODE, TIME } from './layout/inode';
import { BLOCK_BYTES, REGION } from './layout/regions';
import type { Locks } from './locks';

const READ_ATTEMPTS = 60;
/** Below this a byte loop beats `subarray` and `set`. */
const SMALL_COPY = 64;

interface Parts {
	heap: Heap;
	locks: Locks;
	journal: Journal;
	extents: Extents;
	inodes: Inodes;
	changes: Changes;
}

/** Reading and writing the bytes of files by inode. Writers hold the inode's lock; readers none. */
export class FileData {
	/** Position after the last `write` of this process: where an append ended. */
	lastEnd = 0;
	readonly #heap: Heap;
	readonly #words: Int32Array;
	readonly #locks: Locks;
	readonly #journal: Journal;
	readonly #extents: Extents;
	readonly #inodes: Inodes;
	readonly #changes: Changes;

	constructor({ heap, locks, journal, extents, inodes, changes }: Parts) {
		this.#heap = heap;
		this.#words = heap.words;
		this.#locks = locks;
		this.#journal = journal;
		this.#extents = extents;
		this.#inodes = inodes;
		this.#changes = changes;
	}

	/** Copies up to `length` bytes at `position` into `out` at `offset`; returns the number of bytes. */
	read(inode: number, out: Uint8Array, offset: number, length: number, position: number): number {
		const word = inodeWordOf(inode);
		const read = (): number => {
			const count = Math.max(0, Math.min(length, this.#inodes.size(inode) - position));
			if (count) this.copyOut(inode, out, offset, position, count);
			return count;
		};
		for (let attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
			const sequence = Atomics.load(this.#words, word);
			if ((sequence & 1) === 0) {
				const count = read();
				if (Atomics.load(this.#words, word) === sequence) return count;
			}
			this.#heap.counters.retries++;
		}
		this.#locks.lockInode(inode);
		try {
			return read();
		} finally {
			this.#locks.unlockInode(inode);
		}
	}

	/** Writes all bytes at `position` (or at the end); the length, or a negative errno. */
	write(inode: number, bytes: Uint8Array, position: number, isAppend = false): number {
		return this.#change(inode, () => {
			const size = this.#inodes.size(inode);
			const start = isAppend ? size : position;
			const end = start + bytes.length;
			this.lastEnd = end;
			const failure = this.#extents.ensureCapacity(inode, end);
			if (failure < 0) return failure;
			if (start > size) this.#fillZero(inode, size, start);
			this.#copyIn(inode, bytes, start);
			if (end > size) this.#words[inodeWordOf(inode) + INODE.SIZE] = end;
			return bytes.length;
		});
	}

	/** Replaces the whole content. Readers see the old or the new one; without space the old one stays. */
	replaceContent(inode: number, bytes: Uint8Array): number {
		return this.#change(inode, () => {
			const failure = this.#extents.ensureCapacity(inode, bytes.length);
			if (failure < 0) return failure;
			this.#copyIn(inode, bytes, 0);
			this.#words[inodeWordOf(inode) + INODE.SIZE] = bytes.length;
			return bytes.length;
		});
	}

	/** Cuts or extends (with zeros) to `length` bytes: 0 or a negative errno. */
	truncate(inode: number, length: number): number {
		if (this.#inodes.isDir(inode)) return EISDIR;
		if (length < 0) return EINVAL;
		return this.#change(inode, () => {
			const size = this.#inodes.size(inode);
			if (length > size) {
				const failure = this.#extents.ensureCapacity(inode, length);
				if (failure < 0) return failure;
				this.#fillZero(inode, size, length);
			}
			// The size first: a death in between must not leave a size without blocks.
			this.#words[inodeWordOf(inode) + INODE.SIZE] = length;
			if (length === 0 && size > 0) {
				this.#journal.mutate(() => {
					this.#extents.free(inode);
					return 0;
				});
			}
			return 0;
		});
	}

	/** All bytes of an inode as they are now, without a retry: for link targets, and under the lock. */
	contentOf(inode: number): Uint8Array<ArrayBuffer> {
		const out = new Uint8Array(Math.max(0, this.#inodes.size(inode)));
		this.copyOut(inode, out, 0, 0, out.length);
		return out;
	}

	copyOut(inode: number, out: Uint8Array, offset: number, position: number, length: number): void {
		for (const piece of this.#pieces(inode, position, length)) {
			const { at, count } = piece;
			if (count < SMALL_COPY) for (let index = 0; index < count; index++) out[offset + index] = this.#heap.bytes[at + index] ?? 0;
			else out.set(this.#heap.bytes.subarray(at, at + count), offset);
			offset += count;
		}
	}

	#copyIn(inode: number, bytes: Uint8Array, position: number): void {
		let offset = 0;
		for (const { at, count } of this.#pieces(inode, position, bytes.length)) {
			this.#heap.bytes.set(count === bytes.length ? bytes : bytes.subarray(offset, offset + count), at);
			offset += count;
		}
	}

	#fillZero(inode: number, from: number, to: number): void {
		for (const { at, count } of this.#pieces(inode, from, to - from)) this.#heap.bytes.fill(0, at, at + count);
	}

	/** The parts of the heap that hold a range of a file. */
	*#pieces(inode: number, position: number, length: number): Generator<{ at: number; count: number }, void> {
		let base = 0;
		for (const extent of this.#extents.wordsOf(inode)) {
			if (length <= 0) return;
			const extentBytes = this.#heap.load(extent + 1) * BLOCK_BYTES;
			if (position < base + extentBytes) {
				const offset = position - base;
				const at = REGION.BLOCKS + this.#heap.load(extent) * BLOCK_BYTES + offset;
				const count = Math.min(length, extentBytes - offset);
				if (count <= 0 || at < 0 || at + count > this.#heap.bytes.length) return; // Torn read: the sequence word will tell.
				yield { at, count };
				position += count;
				length -= count;
			}
			base += extentBytes;
		}
	}

	/** Runs a change of the content under the inode's lock, with the sequence odd, and tells the watchers. */
	#change(inode: number, change: () => number): number {
		const word = inodeWordOf(inode);
		this.#locks.lockInode(inode);
		Atomics.store(this.#words, word, this.#heap.load(word) + 1);
		let result: number;
		try {
			result = change();
			if (result >= 0) {
				const now = Date.now();
				this.#inodes.setTime(inode, TIME.MODIFIED, now);
				this.#inodes.setTime(inode, TIME.CHANGED, now);
			}
		} finally {
			Atomics.store(this.#words, word, this.#heap.load(word) + 1);
			this.#locks.unlockInode(inode);
		}
		if (result >= 0) this.#changes.contentOf(inode);
		return result;
	}
}
