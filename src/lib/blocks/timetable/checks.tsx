import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { TimetableParameters } from './parameters';

export const checks = {
	'rows-in-order': async ({ parameters: { rows, exceptions = [] }, reload }) => {
		const plain = [0, 1, 2, 3, 4, 5, 6].find((weekday) => exceptions.every((one) => one.weekday !== weekday)) ?? 0;
		clock.stop(new Date(2031, 0, 5 + plain, 23, 59));
		const items = (await reload()).getAllByRole('listitem');
		expect(items.map((item) => item.textContent)).toEqual(rows.map(({ time, title, text = '' }) => time + title + text));
	},
	'exception-holds': async ({ parameters: { exceptions = [] }, reload }) => {
		for (const { weekday, title, time } of exceptions) {
			clock.stop(new Date(2031, 0, 5 + weekday, 0, 1));
			const row = (await reload()).getByRole('heading', { level: 3, name: title }).closest('li');
			expect(row?.querySelector('.timetable-time')?.textContent).toBe(time);
		}
	},
	'says-exceptions': ({ view, parameters: { exceptions = [] } }) => {
		for (const { title, time } of exceptions) {
			const said = view.getAllByText((text) => text.includes(title) && text.includes(time));
			expect(said.length).toBeGreaterThan(0);
		}
	},
	'shows-note': ({ view, parameters: { note = '' } }) => {
		expect(view.getByText(note)).toBeTruthy();
	}
} satisfies Checks<TimetableParameters>;
