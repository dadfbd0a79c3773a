import { once } from 'node:events';
import { expect, test } from 'vitest';
import { layout, ringWordOf } from '../../../../workers/engine/fs/layout';
import { Ring } from '../../../../workers/engine/fs/ring';
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
		const progress = fs.words[layout.SEQ] ?? 0;
		while ((fs.words[layout.SEQ] ?? 0) - progress < 200 * (round + 1)) await new Promise((resolve) => setImmediate(resolve));
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
	fs.words[layout.LOCK] = 150;
	fs.words[layout.SEQ] = (fs.words[layout.SEQ] ?? 0) + 1;
	fs.store(fs.inodeWord(1) + layout.I_COUNT, 77);
	expect(fs.recover(150, 4)).toEqual({ undone: 1, closedDescriptors: 0 });
	expect(fs.fsck().problems).toEqual([]);
	expect(read(fs, '/tmp/a')).toBe('before');
});

test('a ring carries bytes between threads in order, to its end', async () => {
	const fs = newFileSystem();
	Ring.init(fs.words, 5);
	const header = ringWordOf(5);
	fs.words[header + layout.R_WRITERS] = 1;
	fs.words[header + layout.R_READERS] = 1;
	const thread = await threadOn(
		fs.heap,
		5,
		`
		const ring = new Ring(heap, 5);
		for (let sent = 0; sent < 3000; sent++) ring.putSync(new Uint8Array(1000).fill(sent));
		Atomics.store(fs.words, ${header} + layout.R_WRITERS, 0);
		Atomics.add(fs.words, ring.readEventWord(), 1);
		Atomics.notify(fs.words, ring.readEventWord());
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
	Ring.init(fs.words, 6);
	expect(new Ring(fs.heap, 6).putSync(new Uint8Array(1))).toBe(-32);
});
