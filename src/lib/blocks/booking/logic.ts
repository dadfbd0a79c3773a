import type { BookingParameters, BookingResource, BookingUnit } from './parameters';

/** One booking. `from` and `to` are days, or days with a time as '2031-05-04T10:00'; `to` is not included. */
export interface Booking {
	resource: string;
	/** Name of the resource. */
	title: string;
	from: string;
	to: string;
	unit: BookingUnit['kind'];
	/** '' until it is given; then 'given' and 'returned', where the owner marks that. */
	state: string;
	/** How many may be at the same time; 0 for one alone. */
	places: number;
	/** Cents. */
	price: number;
	/** What was asked, and of which kind. */
	details: { label: string; value: string }[];
}

export interface Span {
	from: string;
	to: string;
}

export type Problem = 'order' | 'too-long' | 'past' | 'closed' | 'taken';

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Times at which something can begin, in a day; with `hasEnd`, that at which the day ends too. */
export function timesOf(unit: BookingUnit, hasEnd = false): string[] {
	if (unit.kind !== 'hours' && unit.kind !== 'slots') return [];
	const step = unit.kind === 'hours' ? 60 : unit.minutes;
	const [first, last] = [minutesOf(unit.from), minutesOf(unit.to)];
	const count = Math.floor((last - first) / step);
	return Array.from({ length: count + (hasEnd ? 1 : 0) }, (_, index) => timeOf(first + index * step));
}

/** The time that something takes that begins then. */
export function slotSpan(day: string, time: string, minutes: number): Span {
	return { from: `${day}T${time}`, to: `${day}T${timeOf(minutesOf(time) + minutes)}` };
}

export const isOpen = (unit: BookingUnit, weekday: number): boolean =>
	unit.kind === 'days' || unit.kind === 'nights' || !unit.weekdays || unit.weekdays.includes(weekday);

/** The first day on which something can still begin. @param now 'YYYY-MM-DDTHH:MM' */
export function firstDay(unit: BookingUnit, now: string): string {
	const last = timesOf(unit).at(-1) ?? '23:59';
	const today = now.slice(0, 10);
	for (let ahead = 0; ahead < 7; ahead++) {
		const day = new Date(Date.parse(`${today}T00:00:00Z`) + ahead * DAY_MS).toISOString().slice(0, 10);
		if (isOpen(unit, weekdayOf(day)) && `${day}T${last}` >= now) return day;
	}
	return today;
}

/** Bookings of a resource that take any of that time. */
export const takersOf = (bookings: readonly Booking[], resource: string, { from, to }: Span): Booking[] =>
	bookings.filter((one) => one.resource === resource && one.from < one.to && one.from < to && from < one.to);

/** How many more may book that time. */
export const placesLeft = (parameters: BookingParameters, bookings: readonly Booking[], resource: string, span: Span): number =>
	Math.max(0, (parameters.places ?? 1) - takersOf(bookings, resource, span).length);

/** How many hours, days or nights a time is. */
export function unitsOf({ from, to }: Span): number {
	if (from.includes('T')) return (minutesOf(to.slice(11)) - minutesOf(from.slice(11))) / 60;
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
const DAY_MS = 86_400_000;

interface Asked {
	resource: string;
	span: Span;
	/** As `from` is written: a day, or a day with a time. */
	now: string;
}

/** Why a time cannot be booked; undefined when it can. */
export function problemOf(parameters: BookingParameters, bookings: readonly Booking[], asked: Asked): Problem | undefined {
	const { unit, most } = parameters;
	const { resource, span, now } = asked;
	if (span.from >= span.to) return 'order';
	if (span.from < now.slice(0, span.from.length)) return 'past';
	if (!isOpen(unit, weekdayOf(span.from)) || !isWithinHours(unit, span)) return 'closed';
	if (most !== undefined && unitsOf(span) > most) return 'too-long';
	return placesLeft(parameters, bookings, resource, span) === 0 ? 'taken' : undefined;
}

const weekdayOf = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`).getUTCDay();
const isWithinHours = (unit: BookingUnit, { from, to }: Span) =>
	unit.kind === 'days' || unit.kind === 'nights' || (from.slice(11) >= unit.from && to.slice(11) <= unit.to);

/** Cents of a booking. @param service by name, where there are services */
export function priceOf({ price, services, unit }: BookingParameters, span: Span, service = ''): number {
	if (services) return Math.round((services.find(({ name }) => name === service)?.price ?? 0) * 100);
	if (!price || span.from >= span.to) return 0;
	const per = price.per * 100;
	const more = 1 + (price.weekendPercent ?? 0) / 100;
	if (span.from.includes('T')) return Math.round(unitsOf(span) * per * (WEEKEND.includes(weekdayOf(span.from)) ? more : 1));
	const weekend = unit.kind === 'nights' ? WEEKEND_NIGHTS : WEEKEND;
	let sum = 0;
	for (let day = Date.parse(`${span.from}T00:00:00Z`); day < Date.parse(`${span.to}T00:00:00Z`); day += DAY_MS)
		sum += per * (weekend.includes(new Date(day).getUTCDay()) ? more : 1);
	return Math.round(sum);
}
const WEEKEND = [6, 0];
const WEEKEND_NIGHTS = [5, 6];

/** The day until which a resource is away now; undefined while it is here. @param today `YYYY-MM-DD` */
export function awayUntil(bookings: readonly Booking[], resource: string, today: string): string | undefined {
	const taken = bookings.filter((one) => one.resource === resource && one.from.slice(0, 10) <= today && one.state !== 'returned');
	// What was given and not brought back yet is away, even if it should be here.
	const now = taken.filter((one) => one.to > today || one.state === 'given').map(({ to }) => to);
	return now.sort().at(-1);
}

/** Whether it is too late to cancel. @param now 'YYYY-MM-DDTHH:MM' */
export function isTooLate({ from }: Span, hours: number, now: string): boolean {
	const start = Date.parse(`${from.includes('T') ? from : `${from}T00:00`}:00Z`);
	return start - Date.parse(`${now}:00Z`) < hours * 3_600_000;
}

export const slugOfResource = ({ slug, name }: BookingResource): string =>
	slug ??
	name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
