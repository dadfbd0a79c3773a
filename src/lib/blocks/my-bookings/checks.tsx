import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { addDays, today } from '../../core/days';
import type { Checks, View } from '../../testing/check-page';
import { plant } from '../../testing/plant';
import { slotSpan, type Booking } from '../booking/logic';
import { sayWhen } from '../booking/when';
import type { MyBookingsParameters } from './parameters';
import { words } from './words';

export const checks = {
	'says-none': ({ view, parameters }) => {
		expect(view.getByText(parameters.none)).toBeTruthy();
	},
	'lists-mine': async ({ view, parameters }) => {
		await plant(parameters.collection, [bookingOf(9), bookingOf(4)]);
		const shown = [...view.getByRole('list', { name: parameters.heading }).children].map(({ textContent }) => textContent ?? '');
		expect(shown).toHaveLength(2);
		expect(shown[0]).toContain(sayWhen(bookingOf(4)));
		expect(shown[1]).toContain(sayWhen(bookingOf(9)));
	},
	cancels: async ({ view, parameters, user, reload }) => {
		await plant(parameters.collection, [bookingOf(9)]);
		await user.click(cancelButton(view, 9));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: words('keep') }));
		expect(cancelButton(view, 9)).toBeTruthy();
		await user.click(cancelButton(view, 9));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: words('yes') }));
		expect((await reload()).getByText(parameters.none)).toBeTruthy();
	},
	'refuses-late': async ({ view, parameters, user }) => {
		await plant(parameters.collection, [bookingOf(0)]);
		await user.click(cancelButton(view, 0));
		expect(view.getByRole('alert').textContent).toBe(words('late', { n: parameters.cancelUntilHours ?? 0 }));
		expect(view.queryByRole('dialog')).toBeNull();
		expect(cancelButton(view, 0)).toBeTruthy();
	}
} satisfies Checks<MyBookingsParameters>;

/** For an hour, so many days from now; today it is the last one, which is not over yet. */
const bookingOf = (daysAhead: number): Booking => ({
	...{ resource: 'room', title: 'Sample room', ...slotSpan(addDays(today(), daysAhead), daysAhead ? '10:00' : '22:59', 60) },
	...{ unit: 'hours', state: '', places: 0, price: 0, details: [] }
});

const cancelButton = (view: View, daysAhead: number) =>
	view.getByRole('button', { name: words('cancel', { name: `Sample room, ${sayWhen(bookingOf(daysAhead))}` }) });
