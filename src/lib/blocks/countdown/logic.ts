import type { CountdownParameters, CountdownUnit, CountdownUntil } from './parameters';

const SIZES_MS: Record<CountdownUnit, number> = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 };
const HOUR_MS = SIZES_MS.hours;

export type Countdown = { state: 'over' } | { state: 'counts'; moment: Date; parts: { unit: CountdownUnit; value: number }[] };

/** What a countdown shows at a moment. */
export function countdownAt({ until, units, lastsHours = 0 }: Omit<CountdownParameters, 'name' | 'over'>, now: Date): Countdown {
	const last = momentOf(until, now, 'last');
	const lastsMs = until.kind === 'once' ? Infinity : lastsHours * HOUR_MS;
	if (last && now.getTime() - last.getTime() < lastsMs) return { state: 'over' };
	const moment = momentOf(until, now, 'next');
	return moment ? { state: 'counts', moment, parts: partsOf(now, moment, units) } : { state: 'over' };
}

/** The next time that it comes, or the last time that it came. */
function momentOf(until: CountdownUntil, now: Date, which: 'next' | 'last'): Date | undefined {
	return candidates(until, now)
		.filter((moment) => (which === 'next' ? moment > now : moment <= now))
		.sort((a, b) => (which === 'next' ? a.getTime() - b.getTime() : b.getTime() - a.getTime()))[0];
}

function candidates(until: CountdownUntil, now: Date): Date[] {
	if (until.kind === 'once') return [new Date(until.at.length === 10 ? `${until.at}T00:00` : until.at)];
	const [hour = 0, minute = 0] = (until.time ?? '00:00').split(':').map(Number);
	if (until.kind === 'yearly')
		return [-1, 0, 1].map((more) => new Date(now.getFullYear() + more, until.month - 1, until.day, hour, minute));
	const toDay = until.weekday - now.getDay();
	return [-7, 0, 7].map((more) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + toDay + more, hour, minute));
}

/** Days of the calendar, however long each is; of days alone, as the calendar counts them. */
export function partsOf(now: Date, moment: Date, units: readonly CountdownUnit[]): { unit: CountdownUnit; value: number }[] {
	let from = now;
	return units.map((unit) => {
		if (unit === 'days') {
			let days = calendarDays(now, moment);
			if (units.length > 1 && addDays(now, days) > moment) days--;
			from = addDays(now, days);
			return { unit, value: days };
		}
		const value = Math.floor((moment.getTime() - from.getTime()) / SIZES_MS[unit]);
		from = new Date(from.getTime() + value * SIZES_MS[unit]);
		return { unit, value };
	});
}

const midnight = (moment: Date) => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
const calendarDays = (from: Date, to: Date) => Math.round((midnight(to) - midnight(from)) / SIZES_MS.days);

function addDays(moment: Date, days: number): Date {
	const later = new Date(moment);
	later.setDate(later.getDate() + days);
	return later;
}
