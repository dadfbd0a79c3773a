import { EINVAL, EISDIR } from './errno';
import { CTIME, InodeTable, MTIME } from './inodes';
import { layout } from './layout';

const READ_ATTEMPTS = 60;
/** Below this a byte loop beats `subarray` and `set`. */
const SMALL_COPY = 64;

/** Reading and writing the bytes of files by inode. Writers hold the inode's lock; readers none. */
export class FileData extends InodeTable {
	/** Told after a change while somebody watches (see `countWatches`): 'change' names the inode; 'rename' the directory and the entry. */
	onchange: ((event: 'rename' | 'change', inode: number, directory: number, name: string) => void) | undefined;
	/** Position after the last `pwrite` of this process: where an append ended. */
	lastEnd = 0;

	/** Copies up to `length` bytes at `position` into `out` at `offset`; answers the number of bytes. */
	pread(inode: number, out: Uint8Array, offset: number, length: number, position: number): number {
		const word = this.inodeWord(inode);
		const read = (): number => {
			const count = Math.max(0, Math.min(length, this.size(inode) - position));
			if (count) this.copyOut(inode, out, offset, position, count);
			return count;
		};
		for (let attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
			const sequence = Atomics.load(this.words, word);
			if ((sequence & 1) === 0) {
				const count = read();
				if (Atomics.load(this.words, word) === sequence) return count;
			}
			this.counters.retries++;
		}
		this.lockInode(inode);
		try {
			return read();
		} finally {
			this.unlockInode(inode);
		}
	}

	/** Writes all bytes at `position` (or at the end); the length, or a negative errno. */
	pwrite(inode: number, bytes: Uint8Array, position: number, isAppend = false): number {
		const result = this.#change(inode, () => {
			const size = this.size(inode);
			const start = isAppend ? size : position;
			const end = start + bytes.length;
			this.lastEnd = end;
			const failure = this.ensureCapacity(inode, end);
			if (failure < 0) return failure;
			if (start > size) this.#fillZero(inode, size, start);
			this.#copyIn(inode, bytes, start);
			if (end > size) this.words[this.inodeWord(inode) + layout.I_SIZE] = end;
			return bytes.length;
		});
		return result;
	}

	/** Replaces the whole content. Readers see the old or the new one; without space the old one stays. */
	replaceContent(inode: number, bytes: Uint8Array): number {
		return this.#change(inode, () => {
			const failure = this.ensureCapacity(inode, bytes.length);
			if (failure < 0) return failure;
			this.#copyIn(inode, bytes, 0);
			this.words[this.inodeWord(inode) + layout.I_SIZE] = bytes.length;
			return bytes.length;
		});
	}

	/** Cuts or extends (with zeros) to `length` bytes: 0 or a negative errno. */
	truncate(inode: number, length: number): number {
		if (this.isDir(inode)) return EISDIR;
		if (length < 0) return EINVAL;
		return this.#change(inode, () => {
			const size = this.size(inode);
			if (length > size) {
				const failure = this.ensureCapacity(inode, length);
				if (failure < 0) return failure;
				this.#fillZero(inode, size, length);
			}
			// The size first: a death in between must not leave a size without blocks.
			this.words[this.inodeWord(inode) + layout.I_SIZE] = length;
			if (length === 0 && size > 0) {
				this.mutate(() => {
					this.freeExtents(inode);
					return 0;
				});
			}
			return 0;
		});
	}

	/** All bytes of an inode as they are now, without retry: for short things like link targets. */
	protected contentOf(inode: number): Uint8Array<ArrayBuffer> {
		const out = new Uint8Array(Math.max(0, this.size(inode)));
		this.copyOut(inode, out, 0, 0, out.length);
		return out;
	}

	protected copyOut(inode: number, out: Uint8Array, offset: number, position: number, length: number): void {
		for (const piece of this.#pieces(inode, position, length)) {
			const { at, count } = piece;
			if (count < SMALL_COPY) for (let index = 0; index < count; index++) out[offset + index] = this.bytes[at + index] ?? 0;
			else out.set(this.bytes.subarray(at, at + count), offset);
			offset += count;
		}
	}

	#copyIn(inode: number, bytes: Uint8Array, position: number): void {
		let offset = 0;
		for (const { at, count } of this.#pieces(inode, position, bytes.length)) {
			this.bytes.set(count === bytes.length ? bytes : bytes.subarray(offset, offset + count), at);
			offset += count;
		}
	}

	#fillZero(inode: number, from: number, to: number): void {
		for (const { at, count } of this.#pieces(inode, from, to - from)) this.bytes.fill(0, at, at + count);
	}

	/** The parts of the heap that hold a range of a file. */
	*#pieces(inode: number, position: number, length: number): Generator<{ at: number; count: number }, void> {
		let base = 0;
		for (const extent of this.extentWords(inode)) {
			if (length <= 0) return;
			const extentBytes = this.load(extent + 1) * layout.BS;
			if (position < base + extentBytes) {
				const offset = position - base;
				const at = layout.DATA + this.load(extent) * layout.BS + offset;
				const count = Math.min(length, extentBytes - offset);
				if (count <= 0 || at < 0 || at + count > this.bytes.length) return; // Torn read: the sequence word will tell.
				yield { at, count };
				position += count;
				length -= count;
			}
			base += extentBytes;
		}
	}

	/** Runs a change of the content under the inode's lock, with the sequence odd, and tells the watchers. */
	#change(inode: number, change: () => number): number {
		const word = this.inodeWord(inode);
		this.lockInode(inode);
		Atomics.store(this.words, word, this.load(word) + 1);
		let result: number;
		try {
			result = change();
			if (result >= 0) {
				const now = Date.now();
				this.setTime(inode, MTIME, now);
				this.setTime(inode, CTIME, now);
			}
		} finally {
			Atomics.store(this.words, word, this.load(word) + 1);
			this.unlockInode(inode);
		}
		if (result >= 0 && this.load(layout.WATCH)) this.onchange?.('change', inode, 0, '');
		return result;
	}

	/** So many more (or fewer) watches than before, of any process: while there are some, every instance reports its changes. */
	countWatches(more: number): void {
		Atomics.add(this.words, layout.WATCH, more);
	}
}
