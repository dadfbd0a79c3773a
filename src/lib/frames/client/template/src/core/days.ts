import { isoDay } from './format';

/** Days of the calendar as `YYYY-MM-DD`: they sort as text, and no clock change moves them. */

const atNoon = (day: string) => new Date(`${day}T12:00:00`);

export const today = (): string => isoDay(new Date());

export function addDays(day: string, count: number): string {
	const date = atNoon(day);
	date.setDate(date.getDate() + count);
	return isoDay(date);
}

/** How many days from one day to another: 1 to the next day, below 0 to one before. */
export const daysUntil = (from: string, to: string): number =>
	Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => atNoon(day).getDay();

/** Whether a text is a day that there is: not the 30th of February. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(atNoon(text)) === text;

/** All days of the weeks that a month touches, from Monday on. @param month `YYYY-MM` */
export function monthDays(month: string): string[] {
	const first = `${month}-01`;
	const start = addDays(first, -((weekdayOf(first) + 6) % 7));
	const days: string[] = [];
	for (let day = start; days.length < 28 || days.length % 7 || day.startsWith(month); day = addDays(day, 1)) days.push(day);
	return days;
}

/** @param month `YYYY-MM`; @param count -1 for the month before */
export function addMonths(month: string, count: number): string {
	const date = atNoon(`${month}-01`);
	date.setMonth(date.getMonth() + count);
	return isoDay(date).slice(0, 7);
}
