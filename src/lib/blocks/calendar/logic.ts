import type { CalendarEvent } from './parameters';

/** In the order of time; those without one first on their day. */
export const inOrder = <E extends CalendarEvent>(events: readonly E[]): E[] =>
	[...events].sort(
		(a, b) => a.date.localeCompare(b.date) || (a.from ?? '').localeCompare(b.from ?? '') || a.title.localeCompare(b.title)
	);

/** By month, as [`YYYY-MM`, events], from a day on. */
export function byMonth<E extends CalendarEvent>(events: readonly E[], from: string): [string, E[]][] {
	const months = new Map<string, E[]>();
	for (const event of inOrder(events).filter(({ date }) => date >= from)) {
		const month = event.date.slice(0, 7);
		months.set(month, [...(months.get(month) ?? []), event]);
	}
	return [...months];
}

/** '19:30–21:00', '19:30' or ''. */
export const hoursOf = ({ from = '', to = '' }: CalendarEvent): string => (from && to ? `${from}–${to}` : from);

/** The month to begin with: that of the next event, or of the last one that was. @param today `YYYY-MM-DD` */
export function firstMonth(events: readonly CalendarEvent[], today: string): string {
	const ordered = inOrder(events);
	const next = ordered.find(({ date }) => date >= today) ?? ordered.at(-1);
	return (next?.date ?? today).slice(0, 7);
}
