import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { addMonths, today } from '../../core/days';
import * as format from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { firstMonth, inOrder } from './logic';
import type { CalendarParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<CalendarParameters>;

export const checks = {
	'shows-month': async (context) => {
		const { view, parameters } = context;
		await choose(context, 'month');
		const month = firstMonth(parameters.events, today());
		expect(view.getByText(format.month(`${month}-01`))).toBeTruthy();
		for (const { date, title } of parameters.events.filter((one) => one.date.startsWith(month)))
			expect(dayButton(view, date).getAttribute('aria-label')).toContain(title);
		const others = [...Array(28).keys()].map((index) => `${month}-${String(index + 1).padStart(2, '0')}`);
		for (const day of others.filter((one) => !parameters.events.some(({ date }) => date === one)))
			expect(dayButton(view, day).getAttribute('aria-label')).toBe(words('events', { day: format.day(day), n: '–' }));
	},
	'next-month': async (context) => {
		const { view, parameters, user } = context;
		await choose(context, 'month');
		const month = firstMonth(parameters.events, today());
		await user.click(view.getByRole('button', { name: words('next-month') }));
		expect(view.getByText(format.month(`${addMonths(month, 1)}-01`))).toBeTruthy();
		await user.click(view.getByRole('button', { name: words('previous-month') }));
		await user.click(view.getByRole('button', { name: words('previous-month') }));
		expect(view.getByText(format.month(`${addMonths(month, -1)}-01`))).toBeTruthy();
	},
	'opens-day': async (context) => {
		const { view, parameters, user } = context;
		await choose(context, 'month');
		const month = firstMonth(parameters.events, today());
		const [first] = inOrder(parameters.events.filter(({ date }) => date.startsWith(month)));
		if (!first) throw new Error('There is no event.');
		await user.click(dayButton(view, first.date));
		const own = inOrder(parameters.events.filter(({ date }) => date === first.date));
		expect(view.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual(
			own.map(({ title }) => title)
		);
		for (const { from, place, text } of own)
			for (const said of [from, place, text])
				if (said) expect(view.getAllByText(said, { exact: false }).length).toBeGreaterThan(0);
	},
	'lists-coming': async (context) => {
		const { view, parameters } = context;
		await choose(context, 'list');
		const coming = inOrder(parameters.events.filter(({ date }) => date >= today()));
		expect(view.queryAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual(
			coming.map(({ title }) => title)
		);
		if (!coming.length) expect(view.getByText(parameters.none)).toBeTruthy();
	},
	adds: async (context) => {
		const { view, user, reload } = context;
		await user.click(view.getByRole('button', { name: words('add') }));
		await user.submit(dialog(view).getByRole('button', { name: t('add') }));
		expect(
			dialog(view)
				.getByRole('textbox', { name: words('title') })
				.getAttribute('aria-invalid')
		).toBe('true');
		await enter(context, { title: 'Sample event', date: '2041-03-09', from: '10:00', to: '09:00' });
		expect(view.getByRole('alert').textContent).toBe(words('order'));
		await enter(context, { title: 'Sample event', date: '2041-03-09', from: '10:00', to: '11:00' });
		expect(view.queryByRole('dialog')).toBeNull();
		const again = await reload();
		await choose({ ...context, view: again }, 'list');
		expect(again.getByText('Sample event')).toBeTruthy();
		await user.click(again.getByRole('button', { name: words('remove', { name: 'Sample event' }) }));
		expect(again.queryByText('Sample event')).toBeNull();
	}
} satisfies Checks<CalendarParameters>;

async function choose({ view, parameters, user }: Context, which: 'month' | 'list'): Promise<void> {
	if (parameters.views.length > 1) await user.click(view.getByRole('radio', { name: words(which) }));
}

const dayButton = (view: View, day: string) =>
	view.getByRole('button', { name: (name) => name.startsWith(words('events', { day: format.day(day), n: '' }).trim()) });
const dialog = (view: View) => within(view.getByRole('dialog'));

async function enter({ view, user }: Context, values: Record<string, string>): Promise<void> {
	for (const [name, value] of Object.entries(values)) {
		const control = view.getByRole('dialog').querySelector(`[name="${name}"]`);
		if (!control) throw new Error(`The form has no field '${name}'.`);
		await user.fill(control, value);
	}
	await user.submit(dialog(view).getByRole('button', { name: t('add') }));
}
