import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { OpeningHoursParameters, OpeningRow } from './parameters';
import { words } from './words';

export const checks = {
	'shows-hours': ({ view, parameters: { rows } }) => {
		for (const { days, hours, from = '', to = '' } of rows) {
			const row = view.getByText(days).parentElement?.textContent ?? '';
			for (const part of hours ? [hours] : [from, to]) expect(row).toContain(part);
		}
	},
	'open-now': async ({ parameters: { rows }, reload }) => {
		const row = rows.find(({ from, to }) => from && to);
		if (!row) throw new Error('No row has hours.');
		clock.stop(at(row, row.from));
		expect((await reload()).getByRole('status').textContent).toBe(words('open', { until: row.to ?? '' }));
	},
	'closed-now': async ({ parameters: { rows }, reload }) => {
		const minutes = Array.from({ length: 7 * 24 }, (_, hour) => new Date(2031, 0, 5 + Math.floor(hour / 24), hour % 24, 0));
		const closed = minutes.find((moment) => !rows.some((row) => covers(row, moment)));
		if (!closed) throw new Error('It is never closed.');
		clock.stop(closed);
		expect((await reload()).getByRole('status').textContent).toContain(words('closed'));
	}
} satisfies Checks<OpeningHoursParameters>;

/** A moment of a week in January 2031, which begins on Sunday the 5th. */
function at({ weekdays }: OpeningRow, time = ''): Date {
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	return new Date(2031, 0, 5 + (weekdays[0] ?? 0), hour, minute);
}

/** On the day of a row or the day after one that lasts over night, between its times. */
function covers({ weekdays, from = '', to = '' }: OpeningRow, moment: Date): boolean {
	if (!from) return false;
	const day = moment.getDay();
	const time = `${String(moment.getHours()).padStart(2, '0')}:00`;
	if (to > from) return weekdays.includes(day) && from <= time && time < to;
	return (weekdays.includes(day) && from <= time) || (weekdays.some((one) => (one + 1) % 7 === day) && time < to);
}
