import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { hearStored, readStored, writeStored } from './stored';

/** Records of one kind, the same for a page whether they are kept on the device or on a server. */

export type Stored<T> = T & {
	id: string;
	/** ISO instant. */
	createdAt: string;
	/** Made by who looks at it. */
	isMine: boolean;
};

export interface Collection<T> {
	/** Oldest first. */
	records: readonly Stored<T>[];
	state: 'loading' | 'ready' | 'failed';
	create(value: T): Promise<Stored<T>>;
	update(id: string, change: Partial<T>): Promise<void>;
	remove(id: string): Promise<void>;
}

/** @param name kebab-case, one per kind of record in the app; @param seed example records, the same array each time */
export function useCollection<T extends object>(name: string, seed: readonly T[] = NONE): Collection<T> {
	const text = useSyncExternalStore(hearStored, () => readStored(name));
	const records = useMemo(() => recordsOf<T>(text, seed), [text, seed]);
	const now = useCallback(() => recordsOf<T>(readStored(name), seed), [name, seed]);
	const write = useCallback((next: readonly Stored<T>[]) => writeStored(name, JSON.stringify(next)), [name]);
	return useMemo(
		() => ({
			records,
			state: 'ready',
			async create(value) {
				const record = { ...value, id: crypto.randomUUID(), createdAt: new Date().toISOString(), isMine: true };
				write([...now(), record]);
				return record;
			},
			async update(id, change) {
				write(now().map((record) => (record.id === id ? { ...record, ...change } : record)));
			},
			async remove(id) {
				write(now().filter((record) => record.id !== id));
			}
		}),
		[records, now, write]
	);
}

const NONE: readonly never[] = [];
/** Example records are as old as the app's first day. */
const SEEDED_AT = '2026-01-01T09:00:00.000Z';

function recordsOf<T extends object>(text: string | null, seed: readonly T[]): readonly Stored<T>[] {
	try {
		if (text !== null) return JSON.parse(text) as Stored<T>[];
	} catch {
		// Not ours: as if nothing was kept.
	}
	return seed.map((value, index) => ({ ...value, id: `example-${index + 1}`, createdAt: SEEDED_AT, isMine: false }));
}
