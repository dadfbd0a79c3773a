import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { appNow } from './app';
import type { CollectionPlan } from './block';
import { isShutOut, refusalOf, RefusedError } from './rules';
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
	/** @throws RefusedError when the collection's rules refuse it */
	create(value: T): Promise<Stored<T>>;
	/** @throws RefusedError */
	update(id: string, change: Partial<T>): Promise<void>;
	remove(id: string): Promise<void>;
	/** The newest record with exactly these values, of those that `findBy` lets everybody find. */
	find(values: Partial<T>): Promise<Stored<T> | undefined>;
}

/** @param name kebab-case, one per kind of record in the app; @param seed example records where no block plans them, the same array each time */
export function useCollection<T extends object>(name: string, seed: readonly T[] = NONE): Collection<T> {
	const text = useSyncExternalStore(hearStored, () => readStored(name));
	const records = useMemo(() => recordsOf<T>(name, text, seed), [name, text, seed]);
	const now = useCallback(() => recordsOf<T>(name, readStored(name), seed), [name, seed]);
	const write = useCallback((next: readonly Stored<T>[]) => writeStored(name, JSON.stringify(next)), [name]);
	return useMemo(() => {
		const { rules = {} } = planOf(name);
		const refuse = (value: object) => {
			const refusal = refusalOf(rules, now(), value);
			if (refusal) throw new RefusedError(refusal);
			const { of } = rules.refusedBy ?? {};
			if (of && isShutOut(rules, recordsOf(of, readStored(of), NONE), value)) throw new RefusedError('shut-out');
		};
		return {
			records,
			state: 'ready',
			async create(value) {
				refuse(value);
				const record = { ...value, id: crypto.randomUUID(), createdAt: new Date().toISOString(), isMine: true };
				write([...now(), record]);
				return record;
			},
			async update(id, change) {
				const changed = now().map((record) => (record.id === id ? { ...record, ...change } : record));
				changed.filter((record) => record.id === id).forEach(refuse);
				write(changed);
			},
			async remove(id) {
				write(now().filter((record) => record.id !== id));
			},
			async find(values) {
				const fits = (record: Stored<T>) => Object.entries(values).every(([key, value]) => record[key as keyof T] === value);
				return now().findLast(fits);
			}
		};
	}, [name, records, now, write]);
}

const NONE: readonly never[] = [];
/** Example records are as old as the app's first day. */
const SEEDED_AT = '2026-01-01T09:00:00.000Z';

/** What the app's blocks say of a collection, taken together. */
export function planOf(name: string): CollectionPlan {
	const plans = appNow().pages.flatMap(({ blocks }) => blocks.flatMap(({ collections }) => collections[name] ?? []));
	return {
		seed: plans.find(({ seed }) => seed)?.seed ?? NONE,
		rules: Object.assign({}, ...plans.map(({ rules }) => rules))
	};
}

function recordsOf<T extends object>(name: string, text: string | null, given: readonly T[]): readonly Stored<T>[] {
	try {
		if (text !== null) return JSON.parse(text) as Stored<T>[];
	} catch {
		// Not ours: as if nothing was kept.
	}
	const seed = given.length ? given : ((planOf(name).seed ?? NONE) as readonly T[]);
	return seed.map((value, index) => ({ ...value, id: `example-${index + 1}`, createdAt: SEEDED_AT, isMine: false }));
}
