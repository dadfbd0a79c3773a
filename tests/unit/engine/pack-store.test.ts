import { expect, test } from 'vitest';
import { PackStore, type PackFile } from '../../../workers/engine/pack-store';

class MemoryFile implements PackFile {
	bytes = new Uint8Array(0);
	read(buffer: Uint8Array, { at }: { at: number }) {
		const part = this.bytes.subarray(at, at + buffer.length);
		buffer.set(part);
		return part.length;
	}
	write(buffer: Uint8Array, { at }: { at: number }) {
		const grown = new Uint8Array(Math.max(this.bytes.length, at + buffer.length));
		grown.set(this.bytes);
		grown.set(buffer, at);
		this.bytes = grown;
		return buffer.length;
	}
	truncate(size: number) {
		this.bytes = this.bytes.slice(0, size);
	}
	getSize() {
		return this.bytes.length;
	}
	flush() {}
	close() {}
}

test('a torn last index line is dropped and the store goes on after it', async () => {
	const [pack, index] = [new MemoryFile(), new MemoryFile()];
	const first = new PackStore(pack, index);
	first.put('sha512-a', Uint8Array.of(1, 2));
	await first.flush();
	index.write(new TextEncoder().encode('["sha512-b",2'), { at: index.getSize() });
	const second = new PackStore(pack, index);
	second.put('sha512-c', Uint8Array.of(3));
	await second.flush();
	const third = new PackStore(pack, index);
	expect([third.get('sha512-a'), third.get('sha512-b'), third.get('sha512-c')]).toEqual([
		Uint8Array.of(1, 2),
		null,
		Uint8Array.of(3)
	]);
});

test('a tar is there at once and written when the store is flushed, as far as the disk has room', async () => {
	const [pack, index] = [new MemoryFile(), new MemoryFile()];
	const store = new PackStore(pack, index);
	store.put('sha512-a', Uint8Array.of(1));
	expect([store.has('sha512-a'), store.get('sha512-a'), pack.getSize()]).toEqual([true, Uint8Array.of(1), 0]);
	await store.flush();
	pack.write = () => {
		throw new Error('full');
	};
	store.put('sha512-b', Uint8Array.of(2));
	await expect(store.flush()).rejects.toThrow('full');
	expect([store.get('sha512-a'), store.has('sha512-b')]).toEqual([Uint8Array.of(1), false]);
	expect(new PackStore(pack, index).get('sha512-a')).toEqual(Uint8Array.of(1));
});
