import type { RecoveryReport } from './file-system';
import { inodeWordOf, type Heap } from './heap';
import type { Journal } from './journal';
import { INODE } from './layout/inode';
import { slotWordOf } from './layout/regions';
import { SLOT } from './layout/slot';
import type { Locks } from './locks';
import type { OpenFiles } from './open-files';

interface Parts {
	heap: Heap;
	locks: Locks;
	journal: Journal;
	open: OpenFiles;
}

/** Completes the death of a process: undoes its mutation, releases its locks, closes its files. */
export function recover({ heap, locks, journal, open }: Parts, pid: number, slot: number): RecoveryReport {
	const undone = journal.recover(pid);
	const inode = releaseInode(heap, locks, pid, slot);
	return {
		...(undone >= 0 ? { undone } : {}),
		...(inode ? { inode } : {}),
		closedDescriptors: open.closeAllOf(slot)
	};
}

/** The inode that the process was writing, or 0. */
function releaseInode(heap: Heap, locks: Locks, pid: number, slot: number): number {
	const heldWord = slotWordOf(slot) + SLOT.HELD_INODE;
	const held = heap.load(heldWord);
	if (!held) return 0;
	heap.words[heldWord] = 0;
	const word = inodeWordOf(held);
	if (!locks.isHeldBy(word + INODE.LOCK, pid)) return 0;
	const sequence = heap.load(word + INODE.SEQUENCE);
	if (sequence & 1) Atomics.store(heap.words, word + INODE.SEQUENCE, sequence + 1);
	locks.release(word + INODE.LOCK);
	return held;
}
