/** What has to change in node_modules. */
import type { LockedPackage } from './lockfile';

export interface Plan {
	/** Entries to fetch and unpack. */
	pending: [string, LockedPackage][];
	/** Locations to delete first. */
	removed: string[];
	added: number;
	changed: number;
	dropped: number;
}

/** @param before by location, as is `after` */
export function planChanges(before: Record<string, LockedPackage>, after: Map<string, LockedPackage>): Plan {
	const isSame = (a: LockedPackage | undefined, b: LockedPackage | undefined): boolean =>
		a !== undefined &&
		b !== undefined &&
		a.version === b.version &&
		a.integrity === b.integrity &&
		a.link === b.link &&
		(!a.link || a.resolved === b.resolved);
	const gone = Object.keys(before).filter((location) => !isSame(before[location], after.get(location)));
	const isUnder = (location: string): boolean => gone.some((parent) => location.startsWith(`${parent}/`));
	const pending = [...after].filter(([location, entry]) => !isSame(before[location], entry) || isUnder(location));
	return {
		pending,
		removed: gone,
		added: pending.filter(([location]) => !before[location]).length,
		changed: gone.filter((location) => after.has(location)).length,
		dropped: gone.filter((location) => !after.has(location)).length
	};
}
