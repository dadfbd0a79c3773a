import { RING, RING_HEADER_BYTES } from './layout/ring';
import { ringWordOf } from './layout/regions';

export type RingEnd = 'read' | 'write';

/** Clears the header of a ring that nobody uses. Its readers wait on its own counter. */
export function clearRing(words: Int32Array, ring: number): void {
	const header = ringWordOf(ring);
	words.fill(0, header, header + RING_HEADER_BYTES / 4);
	words[header + RING.READ_EVENT] = header + RING.READ_COUNTER;
}

/** Whether any end is left. */
export function isRingOpen(words: Int32Array, ring: number): boolean {
	const header = ringWordOf(ring);
	return Atomics.load(words, header + RING.WRITERS) > 0 || Atomics.load(words, header + RING.READERS) > 0;
}

export function addRingEnd(words: Int32Array, ring: number, end: RingEnd): void {
	Atomics.add(words, ringWordOf(ring) + (end === 'write' ? RING.WRITERS : RING.READERS), 1);
}

/** The last end of its kind wakes the other side, which then sees end of file or EPIPE. */
export function dropRingEnd(words: Int32Array, ring: number, end: RingEnd): void {
	const header = ringWordOf(ring);
	if (Atomics.sub(words, header + (end === 'write' ? RING.WRITERS : RING.READERS), 1) !== 1) return;
	if (end === 'write') wake(words, words[header + RING.READ_EVENT] ?? 0);
	else wake(words, header + RING.WRITE_COUNTER);
}

/** The next read that finds the ring empty returns end of file, once. */
export function markRingEnd(words: Int32Array, ring: number): void {
	const header = ringWordOf(ring);
	Atomics.store(words, header + RING.END_MARK, 1);
	wake(words, words[header + RING.READ_EVENT] ?? 0);
}

export function hasRingEndMark(words: Int32Array, ring: number): boolean {
	return Atomics.load(words, ringWordOf(ring) + RING.END_MARK) !== 0;
}

/** Takes back a mark that no reader has reached. */
export function clearRingEndMark(words: Int32Array, ring: number): void {
	const header = ringWordOf(ring);
	if (Atomics.exchange(words, header + RING.END_MARK, 0)) wake(words, header + RING.WRITE_COUNTER);
}

/** Counts an event word up and wakes who waits on it. */
export function wake(words: Int32Array, word: number): void {
	Atomics.add(words, word, 1);
	Atomics.notify(words, word);
}
