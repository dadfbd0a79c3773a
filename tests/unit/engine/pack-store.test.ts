import { expect, test } from 'vitest';
import { MemoryStore, PackStore } from '../../../workers/engine/pack-store';
import { MemoryFile } from './memory-file';

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

test('bytes that no line names are dropped, and so is an entry that the pack has lost', async () => {
	const [pack, index] = [new MemoryFile(), new MemoryFile()];
	const store = new PackStore(pack, index);
	store.put('a', Uint8Array.of(1, 2));
	store.put('b', Uint8Array.of(3, 4));
	await store.flush();
	pack.write(Uint8Array.of(9), { at: 4 });
	expect([new PackStore(pack, index).has('b'), pack.getSize()]).toEqual([true, 4]);
	pack.truncate(3);
	const torn = new PackStore(pack, index);
	expect([torn.get('a'), torn.has('b'), pack.getSize()]).toEqual([Uint8Array.of(1, 2), false, 2]);
	torn.put('c', Uint8Array.of(5, 6));
	await torn.flush();
	expect([...entries(new PackStore(pack, index))]).toEqual([
		['a', [1, 2]],
		['c', [5, 6]]
	]);
});

test('a spoiled index is forgotten, not fatal', async () => {
	const [pack, index] = [new MemoryFile(), new MemoryFile()];
	index.write(new TextEncoder().encode('["a",0,1]\nnonsense\n'), { at: 0 });
	pack.write(Uint8Array.of(1), { at: 0 });
	const store = new PackStore(pack, index);
	expect([store.has('a'), index.getSize(), pack.getSize()]).toEqual([false, 0, 0]);
});

test('a pack over its bound starts anew with what the session used', async () => {
	const [pack, index] = [new MemoryFile(), new MemoryFile()];
	const first = new PackStore(pack, index, 8);
	for (const key of ['a', 'b', 'c']) first.put(key, Uint8Array.of(key.charCodeAt(0), 0));
	await first.flush();
	const second = new PackStore(pack, index, 8);
	expect(second.get('b')).toEqual(Uint8Array.of(98, 0));
	second.put('d', Uint8Array.of(1, 2, 3, 4));
	await second.flush();
	expect([...entries(second)]).toEqual([
		['b', [98, 0]],
		['d', [1, 2, 3, 4]]
	]);
	expect([...entries(new PackStore(pack, index, 8))]).toEqual([...entries(second)]);
	second.put('e', new Uint8Array(9));
	await second.flush();
	expect([second.has('e'), pack.getSize() <= 8]).toEqual([false, true]);
});

test('a store in memory takes no more than its bound', () => {
	const store = new MemoryStore(3);
	store.put('a', Uint8Array.of(1, 2));
	store.put('b', Uint8Array.of(1, 2));
	expect([store.has('a'), store.has('b')]).toEqual([true, false]);
});

function* entries(store: PackStore): Generator<[string, number[]]> {
	for (const key of ['a', 'b', 'c', 'd', 'e']) {
		const bytes = store.get(key);
		if (bytes) yield [key, [...bytes]];
	}
}
