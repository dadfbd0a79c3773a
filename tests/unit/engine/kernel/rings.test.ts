import { expect, test } from 'vitest';
import { RING_COUNT } from '../../../../workers/engine/fs/layout/ring';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { KernelHeap } from '../../../../workers/engine/kernel/kernel-heap';
import { RingTable } from '../../../../workers/engine/kernel/rings';

test('thousands of pipes can be open at once, and one more is refused by name', () => {
	const rings = new RingTable(new KernelHeap(SharedFileSystem.format(8).heap));
	const opened = new Set<number>();
	for (let count = 1; count < RING_COUNT; count++) {
		const ring = rings.allocate();
		rings.retain(ring, 'read');
		opened.add(ring);
	}
	expect(opened.size).toBe(RING_COUNT - 1);
	expect(() => rings.allocate()).toThrow('ENFILE');
	rings.release(7, 'read');
	expect(rings.allocate()).toBe(7);
});
