import { beforeAll, expect, test } from 'vitest';
import { Ring } from '../../../../workers/engine/fs/ring';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { KernelHeap } from '../../../../workers/engine/kernel/kernel-heap';
import { RingTable } from '../../../../workers/engine/kernel/rings';
import { Terminal } from '../../../../workers/engine/kernel/terminals';

const decoder = new TextDecoder();
let heap: KernelHeap;
beforeAll(() => void (heap = new KernelHeap(SharedFileSystem.format(8).heap)));

/** A terminal with one program on it, whose reads answer what is typed, or `null` at end of file. */
function open() {
	const rings = new RingTable(heap);
	const terminal = new Terminal(
		1,
		heap,
		rings,
		80,
		24,
		() => {},
		() => {}
	);
	rings.retain(terminal.inputRing, 'read');
	const ring = new Ring(heap.buffer, terminal.inputRing);
	const read = async () => {
		await expect.poll(() => ring.isReadable(), { interval: 1 }).toBe(true);
		const bytes = ring.getSync();
		return bytes && decoder.decode(bytes);
	};
	return { terminal, ring, read, rings };
}

test('Ctrl-C drops what is printed but not shown, and a raw terminal keeps it', () => {
	const { terminal } = open();
	const output = new Ring(heap.buffer, terminal.outputRing);
	let flushes = 0;
	terminal.onFlush = () => void flushes++;
	output.put(new Uint8Array(1000), 0);
	terminal.setRaw(true);
	terminal.type('\x03');
	expect([output.avail(), flushes]).toEqual([1000, 0]);
	terminal.setRaw(false);
	terminal.type('\x03');
	expect([output.avail(), flushes]).toEqual([0, 1]);
});

test('Ctrl-D on an empty line ends one read, and the next one goes on', async () => {
	const { terminal, read, ring } = open();
	terminal.type('a\r\x04b\r');
	expect([await read(), await read(), await read()]).toEqual(['a\n', null, 'b\n']);
	expect([ring.eof(), ring.isReadable()]).toEqual([false, false]);
});

test('each Ctrl-D is an end of its own', async () => {
	const { terminal, read } = open();
	terminal.type('\x04\x04c\r');
	expect([await read(), await read(), await read()]).toEqual([null, null, 'c\n']);
});

test('Ctrl-D on a begun line hands it over without a newline', async () => {
	const { terminal, read } = open();
	terminal.type('ab\x04');
	expect(await read()).toBe('ab');
	terminal.type('c\r');
	expect(await read()).toBe('c\n');
});

test('an end that nobody read is none for who reads keys, and Ctrl-C drops it', async () => {
	const { terminal, read, ring } = open();
	terminal.type('\x04');
	await expect.poll(() => ring.isReadable()).toBe(true);
	terminal.setRaw(true);
	terminal.type('k');
	expect(await read()).toBe('k');
	terminal.setRaw(false);
	terminal.type('\x04');
	await expect.poll(() => ring.isReadable()).toBe(true);
	terminal.type('\x03d\r');
	expect(await read()).toBe('d\n');
});

test('a terminal that closes with an unread end releases its ring', async () => {
	const { terminal, ring, rings } = open();
	terminal.type('\x04e\r');
	terminal.close();
	rings.release(terminal.inputRing, 'read');
	await expect.poll(() => ring.eof()).toBe(true);
});
