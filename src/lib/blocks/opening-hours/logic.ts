import type { OpeningRow } from './parameters';

/** `HH:MM` of a moment, in the person's own time. */
const timeOf = (moment: Date) => `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;

const dayBefore = (weekday: number) => (weekday + 6) % 7;

/** Until when it is open at a moment, as `HH:MM`; undefined when it is closed. */
export function openUntil(rows: readonly OpeningRow[], moment: Date): string | undefined {
	const time = timeOf(moment);
	const today = moment.getDay();
	for (const { weekdays, from, to } of rows) {
		if (!from || !to) continue;
		const isOverNight = to <= from;
		const isOpen = isOverNight
			? (weekdays.includes(today) && time >= from) || (weekdays.includes(dayBefore(today)) && time < to)
			: weekdays.includes(today) && time >= from && time < to;
		if (isOpen) return to;
	}
	return undefined;
}

/** When it opens next: days from today, and the time; undefined when it never does. */
export function nextOpening(rows: readonly OpeningRow[], moment: Date): { inDays: number; from: string } | undefined {
	for (let inDays = 0; inDays <= 7; inDays++) {
		const weekday = (moment.getDay() + inDays) % 7;
		const times = rows.flatMap(({ weekdays, from, to }) => (from && to && weekdays.includes(weekday) ? [from] : []));
		const [from] = times.filter((time) => inDays > 0 || time > timeOf(moment)).sort();
		if (from) return { inDays, from };
	}
	return undefined;
}
