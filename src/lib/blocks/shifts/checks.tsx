import { within } from '@testing-library/react';
import { expect } from 'vitest';
import * as format from '../../core/format';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { chooseFilter } from '../../testing/find';
import { coming } from './logic';
import type { Shift, ShiftsParameters } from './parameters';
import { nowText } from './shifts';
import { words } from './words';

type Context = CheckContext<ShiftsParameters>;

export const checks = {
	'lists-with-places-left': ({ view, parameters }) => {
		const shown = cards(view, parameters.heading);
		const wanted = coming(parameters.shifts, nowText());
		expect(shown).toHaveLength(wanted.length);
		wanted.forEach(({ title, where, from, to, people }, index) => {
			for (const text of [title, where, `${from}–${to}`, words('left', { n: people, all: people })])
				expect(shown[index]?.textContent).toContain(text);
		});
	},
	filters: async ({ view, parameters }) => {
		const wanted = coming(parameters.shifts, nowText());
		const [task, where] = [wanted.at(-1)?.task ?? '', wanted.at(-1)?.where ?? ''];
		await chooseFilter(view, words('task'), task);
		await chooseFilter(view, words('where'), where);
		expect(titles(view, parameters.heading)).toEqual(
			wanted.filter((one) => one.task === task && one.where === where).map(({ title }) => title)
		);
	},
	'suggests-needed-most': async (context) => {
		const { view, parameters } = context;
		const { heading = '', most = 0 } = parameters.suggest ?? {};
		expect(titles(view, heading).length).toBeLessThanOrEqual(most);
		const first = firstOpen(parameters, (shift) => shift.people === 1) ?? firstOpen(parameters);
		for (let left = first?.people ?? 0; left > 0; left--) await join(context, first, `kim${left}@example.com`);
		expect(titles(view, heading)).not.toContain(first?.title);
	},
	joins: async (context) => {
		const { view, parameters, page, reload } = context;
		const shift = firstOpen(parameters, ({ people }) => people > 1);
		await join(context, shift, 'kim@example.com');
		expect(page.getByText(parameters.thanks)).toBeTruthy();
		expect(view.queryByRole('dialog')).toBeNull();
		const again = await reload();
		const card = cards(again, parameters.heading).find(({ textContent }) => textContent?.includes(shift?.title ?? ''));
		expect(card?.textContent).toContain(words('left', { n: (shift?.people ?? 0) - 1, all: shift?.people ?? 0 }));
	},
	'no-names': async (context) => {
		const { parameters, page, reload } = context;
		await join(context, firstOpen(parameters), 'kim@example.com');
		await reload();
		expect(page.queryByText('Kim Sample', { exact: false })).toBeNull();
		expect(page.queryByText('kim@example.com', { exact: false })).toBeNull();
	},
	'marks-missing': async (context) => {
		const { view, parameters, user } = context;
		await user.click(joinButton(view, parameters, firstOpen(parameters)));
		await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: words('join') }));
		const marked = [...view.getByRole('dialog').querySelectorAll('[aria-invalid="true"]')].map((one) => one.getAttribute('name'));
		expect(marked).toEqual(parameters.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name));
	},
	'refuses-same-time': async (context) => {
		const { view, parameters } = context;
		const shift = firstOpen(parameters, ({ people }) => people > 1);
		await join(context, shift, 'Kim@Example.com');
		await join(context, shift, 'kim@example.com');
		expect(view.getByRole('alert').textContent).toBe(words('clash', { title: shift?.title ?? '' }));
	},
	'none-left': async (context) => {
		const { view, parameters } = context;
		const shift = firstOpen(parameters);
		for (let left = shift?.people ?? 0; left > 0; left--) await join(context, shift, `kim${left}@example.com`);
		const card = cards(view, parameters.heading).find(({ textContent }) => textContent?.includes(shift?.title ?? ''));
		expect(card?.textContent).toContain(words('full'));
		expect(card?.querySelector('button')?.disabled).toBe(true);
	}
} satisfies Checks<ShiftsParameters>;

const cards = (view: View, list: string) => [...(view.queryByRole('list', { name: list })?.children ?? [])];
const titles = (view: View, list: string) => cards(view, list).map((card) => card.querySelector('h3')?.textContent);

const firstOpen = ({ shifts }: ShiftsParameters, fits: (shift: Shift) => boolean = () => true): Shift | undefined =>
	coming(shifts, nowText())
		.filter(fits)
		.sort((a, b) => a.people - b.people)[0];

function joinButton(view: View, { heading }: ShiftsParameters, shift: Shift | undefined): Element {
	const list = view.getByRole('list', { name: heading });
	return within(list).getByRole('button', {
		name: words('join-it', { name: `${shift?.title}, ${format.day(shift?.date ?? '')}` })
	});
}

async function join({ view, parameters, user }: Context, shift: Shift | undefined, email: string): Promise<void> {
	await user.click(joinButton(view, parameters, shift));
	for (const { name, kind, options } of parameters.fields) {
		const control = view.getByRole('dialog').querySelector(`[name="${name}"]`);
		if (!control) throw new Error(`The form has no field '${name}'.`);
		const text =
			kind === 'phone' ? '030 12345' : kind === 'choice' ? (options?.[0] ?? '') : kind === 'number' ? '1' : 'Kim Sample';
		if (kind === 'check') await user.click(control);
		else await user.fill(control, kind === 'email' ? email : text);
	}
	await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: words('join') }));
}
