import { expect } from 'vitest';
import * as format from '../../core/format';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { plant } from '../../testing/plant';
import type { Order } from '../cart/logic';
import type { OrdersParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<OrdersParameters>;

export const checks = {
	'says-none': ({ view, parameters }) => {
		expect(view.getByText(parameters.none)).toBeTruthy();
	},
	'lists-orders': async (context) => {
		const { view } = context;
		await plantTwo(context);
		const [second, first] = cards(view, context);
		expect(second).toContain('T-10002');
		for (const text of ['T-10001', '2 × Sample A, 25 cm', format.money(2500), format.money(2990), 'Long Lane 1'])
			expect(first).toContain(text);
	},
	'filters-state': async (context) => {
		const { view, parameters, user } = context;
		await plantTwo(context);
		const [state = '', other = ''] = parameters.states;
		await user.click(chip(view, state));
		expect(cards(view, context)).toHaveLength(2);
		await user.click(chip(view, other));
		expect(cards(view, context)).toHaveLength(0);
		expect(view.getByText(words('none-in', { state: other }))).toBeTruthy();
	},
	'changes-state': async (context) => {
		const { view, parameters, user, reload } = context;
		const [state = '', other = ''] = parameters.states;
		await plantTwo(context);
		await user.click(chip(view, state));
		await user.fill(view.getByRole('combobox', { name: words('state', { number: 'T-10001' }) }), other);
		expect(numbers(view, context)).toEqual(['T-10002']);
		const again = await reload();
		await user.click(chip(again, other));
		expect(numbers(again, context)).toEqual(['T-10001']);
		await user.click(chip(again, state));
		expect(numbers(again, context)).toEqual(['T-10002']);
	}
} satisfies Checks<OrdersParameters>;

const orderOf = (number: string, { states }: OrdersParameters): Order => ({
	number,
	key: '030',
	state: states[0] ?? '',
	lines: [{ name: 'Sample A', detail: '25 cm', each: 1250, number: 2, total: 2500 }],
	shipping: 490,
	total: 2990,
	customer: [{ label: 'Address', value: 'Long Lane 1' }]
});

const plantTwo = ({ parameters }: Context) =>
	plant(
		parameters.orders,
		['T-10001', 'T-10002'].map((number) => orderOf(number, parameters))
	);

const cards = (view: View, { parameters }: Context) =>
	[...(view.queryByRole('list', { name: parameters.heading })?.children ?? [])].map(({ textContent }) => textContent ?? '');
const numbers = (view: View, { parameters }: Context) =>
	[...(view.queryByRole('list', { name: parameters.heading })?.querySelectorAll('h3') ?? [])].map(
		({ textContent }) => textContent
	);

function chip(view: View, state: string): Element {
	const buttons = [...view.getByRole('group', { name: words('states') }).children];
	const found = buttons.find(({ firstChild }) => firstChild?.textContent === state);
	if (!found) throw new Error(`There is no filter '${state}'.`);
	return found;
}
