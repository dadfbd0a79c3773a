import { beforeEach, describe, expect, it } from 'vitest';
import { HandEdits } from '../../../src/lib/app/project/hand-edits';
import { UnsavedJournal } from '../../../src/lib/app/project/unsaved-journal';
import type { RunEvent } from '../../../src/lib/domain/events';

class MemoryStorage {
	readonly #items = new Map<string, string>();
	get length() {
		return this.#items.size;
	}
	key = (index: number) => [...this.#items.keys()][index] ?? null;
	getItem = (key: string) => this.#items.get(key) ?? null;
	setItem = (key: string, value: string) => void this.#items.set(key, value);
	removeItem = (key: string) => void this.#items.delete(key);
}

let files: Map<string, string>;
let engine: Map<string, string>;
let events: RunEvent[];
let journal: UnsavedJournal;
beforeEach(() => {
	[files, engine, events] = [new Map(), new Map(), []];
	journal = new UnsavedJournal('p', new MemoryStorage());
});

function open({ isDown = false } = {}) {
	return new HandEdits({
		journal,
		running: async () => {
			if (isDown) throw new Error('no conductor');
			return {
				editFile: async (path, text) => void files.set(path, text),
				takeChanges: async (changes) => changes.forEach(({ path }) => files.delete(path))
			};
		},
		container: () => Promise.resolve({ writeFile: async (path, text) => void engine.set(path, text) }),
		readNow: async (path) => files.get(path),
		events: () => events
	});
}

describe('what a person writes', () => {
	it('reaches the project and the engine in the order of writing, and leaves the journal', async () => {
		const edits = open();
		await Promise.all([edits.save('a.ts', '1'), edits.save('a.ts', '2')]);
		expect([files.get('a.ts'), engine.get('a.ts'), journal.entries()]).toEqual(['2', '2', []]);
	});
	it('is in the journal before anything is waited for', () => {
		void open({ isDown: true })
			.save('a.ts', '1')
			.catch(() => undefined);
		expect(journal.entries()).toMatchObject([{ path: 'a.ts', text: '1' }]);
	});
	it('is taken from the journal by the next start', async () => {
		journal.put('a.ts', 'typed', 1);
		await open().takeUnsaved();
		expect([files.get('a.ts'), journal.entries()]).toEqual(['typed', []]);
	});
	it('does not take the place of what was written later', async () => {
		journal.put('a.ts', 'typed', 1);
		files.set('a.ts', 'newer');
		events = [{ seq: 2, payload: { path: 'a.ts' } } as RunEvent];
		await open().takeUnsaved();
		expect(files.get('a.ts')).toBe('newer');
	});
	it('is refused a path that no project can have', async () => {
		await expect(open().save('../a.ts', '1')).rejects.toMatchObject({ code: 'PATH_REFUSED' });
	});
});
