import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Heap, inodeWordOf } from '../../../../workers/engine/fs/heap';
import { Journal } from '../../../../workers/engine/fs/journal';
import { INODE } from '../../../../workers/engine/fs/layout/inode';
import { SUPERBLOCK } from '../../../../workers/engine/fs/layout/superblock';
import { Locks } from '../../../../workers/engine/fs/locks';
import { Ring } from '../../../../workers/engine/fs/ring';
import { addRingEnd, clearRing } from '../../../../workers/engine/fs/ring-header';
import { message, names, newFileSystem, read, threadOn, write } from './file-system-fixture';

test('two threads that create, rename and remove at once leave sound tables', async () => {
	const fs = newFileSystem();
	const source = `
		const bytes = new Uint8Array(3000).fill(slot);
		for (let step = 0; step < 1500; step++) {
			const failure = fs.writeFile('/tmp/' + slot + '-' + step, bytes);
			if (failure < 0) throw new Error('write ' + failure);
			fs.writeFile('/tmp/shared', bytes);
			const shared = fs.readFile('/tmp/shared');
			if (typeof shared !== 'number' && shared.length === 3000 && shared.some((value) => value !== shared[0])) throw new Error('torn read');
			if (step % 3 === 0) fs.rename('/tmp/' + slot + '-' + step, '/tmp/moved');
			else if (step % 3 === 1) fs.unlink('/tmp/' + slot + '-' + step);
		}
		parentPort.postMessage('done');`;
	const threads = await Promise.all([threadOn(fs.heap, 1, source), threadOn(fs.heap, 2, source)]);
	expect(await Promise.all(threads.map(message))).toEqual(['done', 'done']);
	expect(fs.fsck().problems).toEqual([]);
	expect(names(fs, '/tmp')).toHaveLength(1002);
});

test('appends of two threads never overlap', async () => {
	const fs = newFileSystem();
	write(fs, '/tmp/log', '');
	const source = `
		const inode = fs.open('/tmp/log', 1 | 1024, 0, 3);
		const line = new TextEncoder().encode('line of ' + slot + '\\n');
		for (let step = 0; step < 2000; step++) fs.pwrite(inode, line, 0, true);
		fs.close(inode, 3);
		parentPort.postMessage('done');`;
	await Promise.all([1, 2].map(async (slot) => message(await threadOn(fs.heap, slot, source))));
	const lines = String(read(fs, '/tmp/log')).trimEnd().split('\n');
	expect(lines).toHaveLength(4000);
	expect(new Set(lines)).toEqual(new Set(['line of 1', 'line of 2']));
});

test('a thread killed in the middle of mutations is recovered: tables sound, locks free, descriptors closed', async () => {
	const fs = newFileSystem();
	for (let round = 0; round < 8; round++) {
		const thread = await threadOn(
			fs.heap,
			3,
			`
			parentPort.postMessage('started');
			const bytes = new Uint8Array(20000);
			fs.open('/tmp/open', 64 | 2, 0o644, 7);
			for (let step = 0; ; step++) {
				const path = '/tmp/' + (step % 50);
				fs.writeFile(path, bytes.subarray(0, (step * 977) % 20000));
				if (step % 3 === 0) fs.rename(path, path + 'r');
				if (step % 5 === 0) fs.unlink(path + 'r');
				fs.mkdir('/tmp/dir' + (step % 20));
				fs.rmdir('/tmp/dir' + ((step + 7) % 20));
			}`
		);
		await message(thread);
		const heap = new Heap(fs.heap);
		const progress = heap.load(SUPERBLOCK.SEQUENCE);
		while (heap.load(SUPERBLOCK.SEQUENCE) - progress < 200 * (round + 1)) await new Promise((resolve) => setImmediate(resolve));
		const exit = once(thread, 'exit');
		await thread.terminate();
		await exit;
		const report = fs.recover(103, 3);
		expect(report.closedDescriptors).toBeGreaterThanOrEqual(1);
		expect(fs.fsck().problems).toEqual([]);
	}
});

test('a process that dies inside a mutation leaves nothing of it', () => {
	const fs = newFileSystem();
	write(fs, '/tmp/a', 'before');
	// As a death leaves it: the lock held, the sequence odd, the undo journal filled.
	const heap = new Heap(fs.heap);
	heap.words[SUPERBLOCK.LOCK] = 150;
	heap.words[SUPERBLOCK.SEQUENCE] = heap.load(SUPERBLOCK.SEQUENCE) + 1;
	new Journal(heap, new Locks(heap, 150, 4)).store(inodeWordOf(1) + INODE.ENTRY_COUNT, 77);
	expect(fs.recover(150, 4)).toEqual({ undone: 1, closedDescriptors: 0 });
	expect(fs.fsck().problems).toEqual([]);
	expect(read(fs, '/tmp/a')).toBe('before');
});

test('a ring carries bytes between threads in order, to its end', async () => {
	const fs = newFileSystem();
	const { words } = new Heap(fs.heap);
	clearRing(words, 5);
	addRingEnd(words, 5, 'write');
	addRingEnd(words, 5, 'read');
	const thread = await threadOn(
		fs.heap,
		5,
		`
		const ring = new Ring(heap, 5);
		for (let sent = 0; sent < 3000; sent++) ring.putSync(new Uint8Array(1000).fill(sent));
		dropRingEnd(new Int32Array(heap), 5, 'write');
		parentPort.postMessage('sent');`
	);
	const sent = message(thread);
	const ring = new Ring(fs.heap, 5);
	let received = 0;
	let wrong = 0;
	for (let bytes = ring.getSync(); bytes; bytes = ring.getSync()) {
		for (const value of bytes) if (value !== (Math.floor(received++ / 1000) & 255)) wrong++;
	}
	expect({ received, wrong }).toEqual({ received: 3_000_000, wrong: 0 });
	expect(await sent).toBe('sent');
});

test('writing into a ring without readers answers EPIPE', () => {
	const fs = newFileSystem();
	clearRing(new Heap(fs.heap).words, 6);
	expect(new Ring(fs.heap, 6).putSync(new Uint8Array(1))).toBe(-32);
});
