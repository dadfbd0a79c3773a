import { within } from '@testing-library/react';
import { expect } from 'vitest';
import * as format from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { heardPrinting } from '../../testing/printing';
import type { FormField } from '../data';
import { columnsOf } from './logic';
import type { PlannerParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<PlannerParameters>;

export const checks = {
	'creates-grid': async (context) => {
		const { view, parameters } = context;
		await create(context);
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(NAME);
		const grid = view.getByRole('table', { name: NAME });
		const rows = 'names' in parameters.rows ? parameters.rows.names.length : 4;
		expect(grid.querySelectorAll('tbody tr')).toHaveLength(rows);
		expect(grid.querySelectorAll('tbody td')).toHaveLength(rows * columnsOf(parameters).length);
	},
	'refuses-empty': async ({ view, parameters, user }) => {
		const before = view.queryByRole('list', { name: parameters.all })?.children.length ?? 0;
		await user.click(view.getByRole('button', { name: words('new', { one: parameters.one }) }));
		await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: t('save') }));
		const marked = [...view.getByRole('dialog').querySelectorAll('[aria-invalid="true"]')].map((one) => one.getAttribute('name'));
		expect(marked).toEqual(parameters.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name));
		expect(view.queryByRole('list', { name: parameters.all })?.children.length ?? 0).toBe(before);
	},
	'fills-cell': async (context) => {
		const { view, parameters, reload } = context;
		await create(context);
		await write(context, 0, 0);
		expect(placeText(view, 0, 0)).toContain(sampleOf(parameters.cell[0]));
		const again = await reload();
		for (const field of parameters.cell) expect(placeText(again, 0, 0)).toContain(sampleOf(field));
	},
	'moves-cell': async (context) => {
		const { view, user, reload } = context;
		await create(context);
		await write(context, 0, 0);
		await user.click(place(view, 0, 0));
		const dialog = within(view.getByRole('dialog'));
		await user.fill(dialog.getByRole('combobox', { name: words('move-row') }), '1');
		await user.click(dialog.getByRole('button', { name: words('move-it') }));
		const again = await reload();
		const [first] = context.parameters.cell;
		expect(placeText(again, 1, 0)).toContain(sampleOf(first));
		expect(placeText(again, 0, 0)).not.toContain(sampleOf(first));
	},
	'ticks-share': async (context) => {
		const { view, user, reload } = context;
		await create(context);
		for (const row of [0, 1]) await write(context, row, 0);
		expect(view.getByRole('status').textContent).toContain(words('share', { percent: format.percent(0) }));
		await user.click(ticks(view)[0]!);
		expect(view.getByRole('status').textContent).toContain(words('share', { percent: format.percent(0.5) }));
		await user.click(ticks(view)[1]!);
		const again = await reload();
		expect(again.getByRole('status').textContent).toContain(words('share', { percent: format.percent(1) }));
		expect(ticks(again).every((one) => one.checked)).toBe(true);
	},
	copies: async (context) => {
		const { view, parameters, user } = context;
		await create(context);
		await write(context, 0, 0);
		await user.click(view.getByRole('link', { name: words('all-of', { all: parameters.all }) }));
		await user.click(view.getByRole('button', { name: words('copy', { name: NAME }) }));
		await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: words('copy-it') }));
		const copy = words('copy-name', { name: NAME });
		await user.click(view.getByRole('link', { name: copy }));
		expect(placeText(view, 0, 0)).toContain(sampleOf(parameters.cell[0]));
		await user.click(place(view, 0, 0));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: words('clear-it') }));
		expect(placeText(view, 0, 0)).not.toContain(sampleOf(parameters.cell[0]));
		await user.click(view.getByRole('link', { name: words('all-of', { all: parameters.all }) }));
		await user.click(view.getByRole('link', { name: NAME }));
		expect(placeText(view, 0, 0)).toContain(sampleOf(parameters.cell[0]));
	},
	'removes-after-asking': async (context) => {
		const { view, user, page } = context;
		await create(context);
		await user.click(view.getByRole('button', { name: words('delete', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('cancel') }));
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(NAME);
		await user.click(view.getByRole('button', { name: words('delete', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('delete') }));
		expect(page.queryByText(NAME)).toBeNull();
	},
	'prints-grid': async (context) => {
		const { view, user } = context;
		await create(context);
		const print = heardPrinting();
		const button = view.getByRole('button', { name: t('print') });
		await user.click(button);
		expect(print).toHaveBeenCalledOnce();
		expect(button.closest('.no-print')).toBeTruthy();
		expect(view.getByRole('table', { name: NAME }).closest('.no-print')).toBeNull();
	}
} satisfies Checks<PlannerParameters>;

const NAME = 'Sample plan';

function sampleOf(field: FormField | undefined): string {
	if (!field) return '';
	const { kind, name, options = [] } = field;
	if (kind === 'text' || kind === 'longText') return `Sample ${name}`;
	if (kind === 'number' || kind === 'money') return '4';
	if (kind === 'choice') return options[0] ?? '';
	const others = { email: 'a@example.com', phone: '030 12345', url: 'https://example.com', date: '2031-05-04', time: '10:30' };
	return kind in others ? others[kind as keyof typeof others] : 'a long secret';
}

/** A new plan with four rows where their number can be chosen; its page is open afterwards. */
async function create({ view, parameters, user }: Context): Promise<void> {
	await user.click(view.getByRole('button', { name: words('new', { one: parameters.one }) }));
	for (const [index, field] of parameters.fields.entries()) await fill(view, field, index === 0 ? NAME : sampleOf(field), user);
	await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: t('save') }));
}

async function write({ view, parameters, user }: Context, row: number, column: number): Promise<void> {
	await user.click(place(view, row, column));
	for (const field of parameters.cell) await fill(view, field, sampleOf(field), user);
	await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: t('save') }));
}

async function fill(view: View, field: FormField, text: string, user: Context['user']): Promise<void> {
	const control = view.getByRole('dialog').querySelector(`[name="${field.name}"]`);
	if (!control) throw new Error(`The form has no field '${field.name}'.`);
	if (field.kind === 'check') await user.click(control);
	else await user.fill(control, text);
}

function place(view: View, row: number, column: number): Element {
	const line = view.getByRole('table').querySelectorAll('tbody tr')[row];
	const cell = line?.querySelectorAll('td')[column];
	const found = cell?.querySelector('button');
	if (!found) throw new Error(`The grid has no place at ${row}, ${column}.`);
	return found;
}
const placeText = (view: View, row: number, column: number) => place(view, row, column).textContent ?? '';
const ticks = (view: View) => view.getAllByRole<HTMLInputElement>('checkbox');
