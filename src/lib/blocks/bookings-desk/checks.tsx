import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { addDays, today } from '../../core/days';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { plant } from '../../testing/plant';
import type { Booking } from '../booking/logic';
import { sayWhen } from '../booking/when';
import type { BookingsDeskParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<BookingsDeskParameters>;

export const checks = {
	'says-none': ({ view, parameters }) => {
		expect(view.getByText(parameters.none)).toBeTruthy();
	},
	'lists-all': async (context) => {
		const { parameters, view } = context;
		await plant(parameters.collection, [bookingOf(5), bookingOf(2)]);
		const shown = rows(context, view);
		expect(shown).toHaveLength(2);
		expect(shown[0]).toContain(sayWhen(bookingOf(2)));
		expect(shown[1]).toContain(sayWhen(bookingOf(5)));
		for (const row of shown) for (const text of ['Sample thing', 'Kim Sample']) expect(row).toContain(text);
	},
	'marks-given': async (context) => {
		const { parameters, view, user, reload } = context;
		await plant(parameters.collection, [bookingOf(0)]);
		await user.click(view.getByRole('button', { name: words('give', { name: nameOf(0) }) }));
		const again = await reload();
		expect(rows(context, again)[0]).toContain(words('given'));
		expect(again.queryByRole('button', { name: words('give', { name: nameOf(0) }) })).toBeNull();
	},
	'marks-returned': async (context) => {
		const { parameters, view, user, reload } = context;
		await plant(parameters.collection, [bookingOf(0)]);
		await user.click(view.getByRole('button', { name: words('give', { name: nameOf(0) }) }));
		await user.click(view.getByRole('button', { name: words('return', { name: nameOf(0) }) }));
		expect((await reload()).getByText(parameters.none)).toBeTruthy();
	},
	cancels: async (context) => {
		const { parameters, view, user, reload } = context;
		await plant(parameters.collection, [bookingOf(3)]);
		await user.click(view.getByRole('button', { name: words('remove', { name: nameOf(3) }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: words('keep') }));
		expect(rows(context, view)).toHaveLength(1);
		await user.click(view.getByRole('button', { name: words('remove', { name: nameOf(3) }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: words('remove-it') }));
		expect((await reload()).getByText(parameters.none)).toBeTruthy();
	}
} satisfies Checks<BookingsDeskParameters>;

/** For three days, from so many days on. */
const bookingOf = (daysAhead: number): Booking => ({
	...{ resource: 'thing', title: 'Sample thing', from: addDays(today(), daysAhead), to: addDays(today(), daysAhead + 3) },
	...{ unit: 'days', state: '', places: 0, price: 0, details: [{ label: '', value: 'Kim Sample' }] }
});
const nameOf = (daysAhead: number) => `Sample thing, ${sayWhen(bookingOf(daysAhead))}`;

const rows = ({ parameters }: Context, view: View) =>
	[...view.getByRole('list', { name: parameters.heading }).children].map(({ textContent }) => textContent ?? '');
