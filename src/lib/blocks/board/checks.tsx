import { fireEvent, within } from '@testing-library/react';
import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import type { BoardParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<BoardParameters>;

export const checks = {
	'shows-columns': ({ view, parameters }) => {
		for (const { name } of parameters.columns) {
			const own = parameters.cards.filter(({ column }) => column === name);
			expect(titles(view, name)).toEqual(own.map(({ values }) => String(values[parameters.fields[0]?.name ?? ''])));
		}
	},
	adds: async (context) => {
		const { view, parameters, reload } = context;
		const { name } = roomy(parameters);
		const before = titles(view, name);
		await add(context, name);
		expect(titles(await reload(), name)).toEqual([...before, NAME]);
	},
	'refuses-empty': async (context) => {
		const { view, parameters, user } = context;
		const { name } = roomy(parameters);
		const before = titles(view, name);
		await user.click(addButton(context, name));
		await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: t('add') }));
		const marked = [...view.getByRole('dialog').querySelectorAll('[aria-invalid="true"]')].map((one) => one.getAttribute('name'));
		expect(marked).toEqual(parameters.fields.filter(({ isRequired }) => isRequired).map((field) => field.name));
		expect(titles(view, name)).toEqual(before);
	},
	'moves-by-keyboard': async (context) => {
		const { view, parameters, user, reload } = context;
		const { name } = roomy(parameters);
		const to = roomy(parameters, name).name;
		await add(context, name);
		await user.fill(view.getByRole('combobox', { name: words('move', { name: NAME }) }), to);
		const again = await reload();
		expect(titles(again, to)).toContain(NAME);
		expect(titles(again, name)).not.toContain(NAME);
	},
	'moves-by-drag': async (context) => {
		const { view, parameters, user, reload } = context;
		const { name } = roomy(parameters);
		const to = roomy(parameters, name).name;
		await add(context, name);
		const kept = new Map<string, string>();
		const dataTransfer = {
			setData: (kind: string, text: string) => kept.set(kind, text),
			getData: (kind: string) => kept.get(kind) ?? ''
		};
		const card = view.getByText(NAME).closest('li');
		const column = view.getByRole('list', { name: to }).closest('section');
		if (!card || !column) throw new Error('There is no card or column.');
		fireEvent.dragStart(card, { dataTransfer });
		fireEvent.dragOver(column, { dataTransfer });
		fireEvent.drop(column, { dataTransfer });
		await user.wait(0);
		expect(titles(await reload(), to)).toContain(NAME);
	},
	orders: async (context) => {
		const { view, parameters, user, reload } = context;
		const { name } = roomy(parameters);
		await add(context, name);
		await add(context, name, 'Second sample');
		await user.click(view.getByRole('button', { name: words('up', { name: 'Second sample' }) }));
		const own = titles(await reload(), name);
		expect(own.indexOf('Second sample')).toBe(own.indexOf(NAME) - 1);
	},
	'limit-refuses': async (context) => {
		const { view, parameters, user } = context;
		const column = parameters.columns.find(({ limit }) => limit !== undefined);
		if (!column) throw new Error('No column has a limit.');
		for (let left = (column.limit ?? 0) - titles(view, column.name).length; left > 0; left--)
			await add(context, column.name, `Sample ${left}`);
		await user.click(addButton(context, column.name));
		expect(view.getByRole('alert').textContent).toBe(words('full', { column: column.name, n: column.limit ?? 0 }));
		expect(view.queryByRole('dialog')).toBeNull();
		const other = roomy(parameters, column.name).name;
		await add(context, other);
		await user.fill(view.getByRole('combobox', { name: words('move', { name: NAME }) }), column.name);
		expect(titles(view, other)).toContain(NAME);
		expect(titles(view, column.name)).toHaveLength(column.limit ?? 0);
	},
	'removes-after-asking': async (context) => {
		const { view, parameters, user } = context;
		const { name } = roomy(parameters);
		await add(context, name);
		await user.click(view.getByRole('button', { name: words('delete', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('cancel') }));
		expect(titles(view, name)).toContain(NAME);
		await user.click(view.getByRole('button', { name: words('delete', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('delete') }));
		expect(titles(view, name)).not.toContain(NAME);
	}
} satisfies Checks<BoardParameters>;

const NAME = 'Sample card';

const titles = (view: View, column: string) =>
	[...view.getByRole('list', { name: column }).querySelectorAll('strong')].map(({ textContent }) => textContent);

/** A column without a limit, or the one with most room. */
function roomy({ columns, cards }: BoardParameters, but = ''): BoardParameters['columns'][number] {
	const room = ({ name, limit = Infinity }: BoardParameters['columns'][number]) =>
		limit - cards.filter(({ column }) => column === name).length;
	const [most] = columns.filter(({ name }) => name !== but).sort((a, b) => room(b) - room(a) || 0);
	if (!most) throw new Error('There is no other column.');
	return most;
}

const addButton = ({ view, parameters }: Context, column: string) =>
	view.getByRole('button', { name: `${words('add', { one: parameters.one })}: ${column}` });

async function add(context: Context, column: string, title = NAME): Promise<void> {
	const { view, parameters, user } = context;
	await user.click(addButton(context, column));
	for (const [index, field] of parameters.fields.entries()) {
		const control = view.getByRole('dialog').querySelector(`[name="${field.name}"]`);
		if (!control) throw new Error(`The form has no field '${field.name}'.`);
		const sample = {
			...{ text: 'Some words', longText: 'Some lines', email: 'kim@example.com', phone: '030 12345', url: 'https://example.com' },
			...{
				number: String(field.min ?? 1),
				money: '1',
				date: '2031-05-04',
				time: '10:30',
				choice: field.options?.[0] ?? '',
				check: '',
				password: 'secret'
			}
		}[field.kind];
		if (field.kind === 'check') await user.click(control);
		else await user.fill(control, index === 0 ? title : sample);
	}
	await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: t('add') }));
}
