import { beforeEach, expect, it } from 'vitest';
import { UnsavedJournal } from '../../../src/lib/app/project/unsaved-journal';

class MemoryStorage {
	items = new Map<string, string>();
	get length() {
		return this.items.size;
	}
	key = (index: number) => [...this.items.keys()][index] ?? null;
	getItem = (key: string) => this.items.get(key) ?? null;
	setItem = (key: string, value: string) => void this.items.set(key, value);
	removeItem = (key: string) => void this.items.delete(key);
}
let storage: MemoryStorage;
beforeEach(() => (storage = new MemoryStorage()));
const texts = (project = 'p') => new UnsavedJournal(project, storage).entries().map(({ path, text }) => [path, text]);

it('keeps an edit from the moment it is put until the project has it', () => {
	const journal = new UnsavedJournal('p', storage);
	journal.put('src/a.ts', 'one', 3);
	journal.put('src/b:c.ts', 'two', 4);
	expect(texts()).toEqual([
		['src/a.ts', 'one'],
		['src/b:c.ts', 'two']
	]);
	journal.settle('src/a.ts', 'one', 5);
	expect(texts()).toEqual([['src/b:c.ts', 'two']]);
});
it('keeps the newer edit when an older one has arrived', () => {
	const journal = new UnsavedJournal('p', storage);
	journal.put('a.ts', 'one', 3);
	journal.put('a.ts', 'two', 3);
	journal.settle('a.ts', 'one', 4);
	expect(journal.entries()).toEqual([{ path: 'a.ts', text: 'two', afterSeq: 4 }]);
});
it('keeps an edit of which it is not known after what it was made, as the oldest', () => {
	storage.setItem('tabsmith:unsaved:p:a.ts', JSON.stringify({ text: 'one', timeMs: 1 }));
	expect(new UnsavedJournal('p', storage).entries()).toEqual([{ path: 'a.ts', text: 'one', afterSeq: 0 }]);
});
it('knows its own project only, and forgets it when told', () => {
	new UnsavedJournal('p', storage).put('a.ts', 'p', 1);
	new UnsavedJournal('q', storage).put('a.ts', 'q', 1);
	new UnsavedJournal('p', storage).clear();
	expect([texts('p'), texts('q')]).toEqual([[], [['a.ts', 'q']]]);
});
it('does without a storage that is full, absent or holds nonsense', () => {
	storage.setItem('tabsmith:unsaved:p:a.ts', 'nonsense');
	storage.setItem('tabsmith:unsaved:p:b.ts', '{"text":7}');
	expect(texts()).toEqual([]);
	storage.setItem = () => {
		throw new DOMException('full', 'QuotaExceededError');
	};
	new UnsavedJournal('p', storage).put('a.ts', 'x', 1);
	expect(new UnsavedJournal('p', undefined).entries()).toEqual([]);
});
