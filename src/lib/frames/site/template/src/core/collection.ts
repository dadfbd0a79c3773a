import { useMemo, useSyncExternalStore } from 'react';
import { ApiError, call } from './api';
import { planOf, useCollection as useDeviceCollection, type Collection, type Stored } from './device-collection';
import { announce, onChange } from './live';
import { RefusedError, type Refusal } from './rules';

export { planOf };
export type { Collection, Stored };

/** Records of one kind, on the server: everybody sees what the collection's rules let them see, as soon as it changes. */
interface Shared {
	records: readonly Stored<object>[];
	state: 'loading' | 'ready' | 'failed';
}

/** A collection that no block plans is this device's own. In tests all of them are: the server has tests of its own. */
const isShared = (name: string) => import.meta.env.MODE !== 'test' && isPlanned(name);
const isPlanned = (name: string) => Boolean(planOf(name).seed?.length || Object.keys(planOf(name).rules ?? {}).length);

/** @param name kebab-case, one per kind of record in the app; @param seed example records where no block plans them, the same array each time */
export function useCollection<T extends object>(name: string, seed?: readonly T[]): Collection<T> {
	const device = useDeviceCollection<T>(name, seed);
	const store = storeOf(name);
	const { records, state } = useSyncExternalStore(store.watch, store.now);
	return useMemo(() => {
		if (!isShared(name)) return device;
		const at = `/api/records/${name}`;
		const changing = <R>(work: Promise<R>) => work.finally(() => announce(name)).catch(refused);
		return {
			records: records as readonly Stored<T>[],
			state,
			create: (value) => changing(call<Stored<T>>('POST', at, value)),
			update: async (id, change) => void (await changing(call('PATCH', `${at}/${id}`, change))),
			remove: async (id) => void (await changing(call('DELETE', `${at}/${id}`))),
			find: (values) => call<Stored<T> | null>('POST', `${at}/find`, values).then((record) => record ?? undefined)
		};
	}, [name, device, records, state]);
}

/** What the rules refuse is said in their own words. */
function refused(error: unknown): never {
	const refusals: Record<string, Refusal> = {
		overlap: 'overlap',
		full: 'full',
		'not-unique': 'not-unique',
		'shut-out': 'shut-out',
		forbidden: 'not-allowed'
	};
	const refusal = error instanceof ApiError ? refusals[error.code] : undefined;
	throw refusal ? new RefusedError(refusal) : error;
}

const stores = new Map<string, { watch(hear: () => void): () => void; now(): Shared }>();

function storeOf(name: string) {
	const known = stores.get(name);
	if (known) return known;
	let shared: Shared = { records: [], state: 'loading' };
	const watchers = new Set<() => void>();
	const set = (next: Shared) => {
		shared = next;
		watchers.forEach((hear) => hear());
	};
	const load = () =>
		void call<readonly Stored<object>[]>('GET', `/api/records/${name}`).then(
			(records) => set({ records, state: 'ready' }),
			() => set({ ...shared, state: shared.state === 'ready' ? 'ready' : 'failed' })
		);
	let stop: (() => void)[] = [];
	const store = {
		watch(hear: () => void) {
			watchers.add(hear);
			if (watchers.size === 1 && isShared(name)) {
				stop = [onChange(name, load), onChange('session', load)];
				load();
			}
			return () => {
				watchers.delete(hear);
				if (!watchers.size) stop.splice(0).forEach((end) => end());
			};
		},
		now: () => shared
	};
	stores.set(name, store);
	return store;
}
