import type { Heap } from './heap';
import { SUPERBLOCK } from './layout/superblock';

/** 'change' names the inode; 'rename' the directory and the entry. What does not apply is 0 or empty. */
export type ChangeListener = (event: 'rename' | 'change', inode: number, directory: number, name: string) => void;

/** Reports this instance's changes while anybody watches, in whatever process. */
export class Changes {
	listener: ChangeListener | undefined;
	readonly #heap: Heap;

	constructor(heap: Heap) {
		this.#heap = heap;
	}

	get isWatched(): boolean {
		return this.#heap.load(SUPERBLOCK.WATCHES) !== 0;
	}

	/** So many more (or fewer) watches than before. */
	count(more: number): void {
		Atomics.add(this.#heap.words, SUPERBLOCK.WATCHES, more);
	}

	contentOf(inode: number): void {
		if (this.isWatched) this.listener?.('change', inode, 0, '');
	}

	/** `name` is made only while somebody watches: call this behind `isWatched`. */
	entryOf(directory: number, name: string): void {
		this.listener?.('rename', 0, directory, name);
	}
}
