import type { ReactNode } from 'react';
import { APP } from '../../core/app';
import { Button } from './button';

const DAY_MS = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);
const dayName = new Intl.DateTimeFormat(APP.locale, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The Monday of the week of a day, both as YYYY-MM-DD. */
export function mondayOf(day: string): string {
	const date = new Date(`${day}T00:00:00Z`);
	return iso(new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS));
}
export const addDays = (day: string, count: number) => iso(new Date(new Date(`${day}T00:00:00Z`).getTime() + count * DAY_MS));

/** Seven days with their entries, and buttons to other weeks. */
export function Week<T>({
	monday,
	rows,
	dayOf,
	rowKey,
	entry,
	onWeek
}: {
	monday: string;
	rows: readonly T[];
	dayOf: (row: T) => string;
	rowKey: (row: T) => number;
	entry: (row: T) => ReactNode;
	onWeek: (monday: string) => void;
}) {
	return (
		<>
			<div className="page-actions">
				<Button onClick={() => onWeek(addDays(monday, -7))}>Week before</Button>
				<Button onClick={() => onWeek(mondayOf(iso(new Date())))}>This week</Button>
				<Button onClick={() => onWeek(addDays(monday, 7))}>Week after</Button>
			</div>
			<div className="board">
				{Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map((day) => (
					<section key={day} aria-label={dayName.format(new Date(`${day}T00:00:00Z`))}>
						<h2>{dayName.format(new Date(`${day}T00:00:00Z`))}</h2>
						{rows
							.filter((row) => dayOf(row) === day)
							.map((row) => (
								<article key={rowKey(row)} className="card">
									{entry(row)}
								</article>
							))}
					</section>
				))}
			</div>
		</>
	);
}
