import type { ChecklistParameters } from './parameters';

/** What is kept: own entries by group, those taken out, and what was ticked on which day ('' where days do not count). */
export interface Kept {
	added: { group: string; text: string }[];
	removed: string[];
	ticked: Record<string, string[]>;
	/** Days on which all was ticked. */
	full: string[];
}

export const NOTHING: Kept = { added: [], removed: [], ticked: {}, full: [] };

export interface Entry {
	/** Group and text: the same text may be in two groups. */
	key: string;
	text: string;
}

export function groupsOf({ groups }: ChecklistParameters, { added, removed }: Kept): { name: string; entries: Entry[] }[] {
	return groups.map(({ name, items }) => {
		const own = added.filter(({ group }) => group === name).map(({ text }) => text);
		const entries = [...new Set([...items, ...own])].map((text) => ({ key: `${name}/${text}`, text }));
		return { name, entries: entries.filter(({ key }) => !removed.includes(key)) };
	});
}

/** What is kept after a tick, and whether the day is full then. @param all keys of all entries; @param day '' where days do not count */
export function toggled(kept: Kept, key: string, { day, all }: { day: string; all: readonly string[] }): Kept {
	const now = kept.ticked[day] ?? [];
	const next = now.includes(key) ? now.filter((one) => one !== key) : [...now, key];
	// Of other days only those that were full are of use later.
	const ticked = day ? { [day]: next } : { ...kept.ticked, '': next };
	const isFull = all.length > 0 && all.every((one) => next.includes(one));
	const full = kept.full.filter((one) => one !== day);
	return { ...kept, ticked, full: day && isFull ? [...full, day] : full };
}

/** Days in a row up to today that were full; today counts once it is. @param dayBefore the day before a day */
export function streakOf(full: readonly string[], today: string, dayBefore: (day: string) => string): number {
	let count = 0;
	for (let day = full.includes(today) ? today : dayBefore(today); full.includes(day); day = dayBefore(day)) count++;
	return count;
}
