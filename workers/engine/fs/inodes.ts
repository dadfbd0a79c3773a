import { BlockHeap } from './blocks';
import { EFBIG, ENOSPC, S_IFDIR, S_IFMT } from './errno';
import { layout } from './layout';

/** Beyond it a file cannot be freed within one journal. */
const MAX_EXTENTS = 2000;
const MAX_BLOCKS = Math.floor(0x7fffffff / layout.BS);
const MAX_PREALLOCATED_BLOCKS = 4096;

/** Indices of an inode's four times. */
export const MTIME = 0;
export const CTIME = 1;
export const ATIME = 2;
export const BIRTHTIME = 3;

/** Inodes and the extents that hold their data. Mutators run inside `mutate`. */
export class InodeTable extends BlockHeap {
	mode(inode: number): number {
		return this.load(this.inodeWord(inode) + layout.I_MODE);
	}

	size(inode: number): number {
		return this.load(this.inodeWord(inode) + layout.I_SIZE);
	}

	isDir(inode: number): boolean {
		return (this.mode(inode) & S_IFMT) === S_IFDIR;
	}

	/** Sets one of an inode's times (see MTIME...), in ms since the epoch. */
	setTime(inode: number, index: number, timeMs: number): void {
		this.floats[((this.inodeWord(inode) + layout.I_TIMES) >> 1) + index] = timeMs;
	}

	time(inode: number, index: number): number {
		return this.floats[((this.inodeWord(inode) + layout.I_TIMES) >> 1) + index] ?? 0;
	}

	protected newInode(mode: number): number {
		const inode = this.#takeSlot();
		if (inode < 0) return inode;
		const word = this.inodeWord(inode);
		this.store(word + layout.I_MODE, mode);
		this.store(word + layout.I_NLINK, 1);
		for (const field of [
			layout.I_NOPEN,
			layout.I_SIZE,
			layout.I_NEXT,
			layout.I_CAP,
			layout.I_PARENT,
			layout.I_FIRST,
			layout.I_COUNT,
			layout.I_MORE
		]) {
			this.store(word + field, 0);
		}
		// An extension record may have lain here: its extents must not look like a lock or an odd sequence.
		this.words[word + layout.I_LOCK] = 0;
		if (this.load(word) & 1) this.words[word] = this.load(word) + 1;
		const now = Date.now();
		for (let index = MTIME; index <= BIRTHTIME; index++) this.setTime(inode, index, now);
		this.store(layout.NINODES, this.load(layout.NINODES) + 1);
		return inode;
	}

	protected freeInode(inode: number): void {
		const word = this.inodeWord(inode);
		Atomics.add(this.words, word, 2); // Lock-free readers of the old content notice.
		this.freeExtents(inode);
		this.store(word + layout.I_MODE, 0);
		this.#giveSlot(inode);
		this.store(layout.NINODES, this.load(layout.NINODES) - 1);
	}

	/** One open descriptor less; the last one of an unlinked file frees it. */
	protected dropReference(inode: number): number {
		const word = this.inodeWord(inode);
		this.store(word + layout.I_NOPEN, this.load(word + layout.I_NOPEN) - 1);
		this.freeIfUnused(inode);
		return 0;
	}

	protected dropLink(inode: number): void {
		const word = this.inodeWord(inode);
		this.store(word + layout.I_NLINK, this.isDir(inode) ? 0 : this.load(word + layout.I_NLINK) - 1);
		this.setTime(inode, CTIME, Date.now());
		this.freeIfUnused(inode);
	}

	protected freeExtents(inode: number): void {
		const word = this.inodeWord(inode);
		for (const extent of this.extentWords(inode)) this.markBlocks(this.load(extent), this.load(extent + 1), false);
		for (let record = this.load(word + layout.I_MORE); record !== 0;) {
			const next = this.load(this.inodeWord(record) + layout.X_NEXT);
			this.#giveSlot(record);
			record = next;
		}
		this.store(word + layout.I_MORE, 0);
		this.store(word + layout.I_NEXT, 0);
		this.store(word + layout.I_CAP, 0);
	}

	/** Words of the `[firstBlock, blockCount]` pairs of an inode, in order. Bounded even while it changes underneath. */
	protected *extentWords(inode: number): Generator<number, void> {
		const word = this.inodeWord(inode);
		const count = Math.min(this.load(word + layout.I_NEXT), MAX_EXTENTS);
		let extent = word + layout.I_EXT;
		let left: number = layout.NEXTENT;
		let link = word + layout.I_MORE;
		for (let index = 0; index < count; index++) {
			if (left === 0) {
				const record = this.load(link);
				if (record <= 0 || record >= layout.NINO) return;
				extent = this.inodeWord(record) + layout.X_EXT;
				link = this.inodeWord(record) + layout.X_NEXT;
				left = layout.X_COUNT;
			}
			yield extent;
			extent += 2;
			left--;
		}
	}

	/** Makes room for `end` bytes: 0, or a negative errno and nothing changed. Takes the metadata lock. */
	protected ensureCapacity(inode: number, end: number): number {
		const capacity = this.load(this.inodeWord(inode) + layout.I_CAP);
		const needed = Math.ceil(end / layout.BS) - capacity;
		if (needed <= 0) return 0;
		if (capacity + needed > MAX_BLOCKS) return EFBIG;
		return this.mutate(() => {
			const generous = capacity ? Math.max(needed, Math.min(capacity, MAX_PREALLOCATED_BLOCKS)) : needed;
			let left = needed;
			let piece = generous;
			while (left > 0) {
				const start = this.allocateRun(piece);
				if (start < 0) {
					// No run is that long: first without the reserve, then in ever smaller pieces.
					if (piece === 1) return ENOSPC;
					piece = piece > left ? left : piece >> 1;
					continue;
				}
				const failure = this.#appendExtent(inode, start, piece);
				if (failure < 0) return failure;
				left -= piece;
				piece = Math.min(piece, Math.max(left, 1));
			}
			return 0;
		});
	}

	#appendExtent(inode: number, start: number, blocks: number): number {
		const word = this.inodeWord(inode);
		const count = this.load(word + layout.I_NEXT);
		this.store(word + layout.I_CAP, this.load(word + layout.I_CAP) + blocks);
		let last = 0;
		for (const extent of this.extentWords(inode)) last = extent;
		if (last && this.load(last) + this.load(last + 1) === start) {
			this.store(last + 1, this.load(last + 1) + blocks);
			return 0;
		}
		if (count >= MAX_EXTENTS) return EFBIG;
		const extent =
			count < layout.NEXTENT ? word + layout.I_EXT + 2 * count : this.#extensionWord(inode, count - layout.NEXTENT, last);
		if (extent < 0) return extent;
		this.store(extent, start);
		this.store(extent + 1, blocks);
		this.store(word + layout.I_NEXT, count + 1);
		return 0;
	}

	/** Word for the extent with this index in the extension records, after the one at `last`; adds a record when the last is full. */
	#extensionWord(inode: number, index: number, last: number): number {
		if (index % layout.X_COUNT !== 0) return last + 2;
		const record = this.#takeSlot();
		if (record < 0) return record;
		const word = this.inodeWord(record);
		this.store(word + layout.I_MODE, 0);
		this.store(word + layout.X_NEXT, 0);
		const link =
			index === 0 ? this.inodeWord(inode) + layout.I_MORE : last - (layout.X_EXT + 2 * (layout.X_COUNT - 1)) + layout.X_NEXT;
		this.store(link, record);
		return word + layout.X_EXT;
	}

	private freeIfUnused(inode: number): void {
		const word = this.inodeWord(inode);
		if (this.load(word + layout.I_NLINK) <= 0 && this.load(word + layout.I_NOPEN) <= 0) this.freeInode(inode);
	}

	#takeSlot(): number {
		const free = this.load(layout.IFREE);
		if (free) {
			this.store(layout.IFREE, this.load(this.inodeWord(free) + layout.I_PARENT));
			return free;
		}
		const fresh = this.load(layout.IHIGH);
		if (fresh >= layout.NINO) return ENOSPC;
		this.store(layout.IHIGH, fresh + 1);
		return fresh;
	}

	#giveSlot(inode: number): void {
		this.store(this.inodeWord(inode) + layout.I_PARENT, this.load(layout.IFREE));
		this.store(layout.IFREE, inode);
	}
}
