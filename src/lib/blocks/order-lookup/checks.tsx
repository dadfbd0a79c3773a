import { expect } from 'vitest';
import * as format from '../../core/format';
import type { CheckContext, Checks } from '../../testing/check-page';
import { plant } from '../../testing/plant';
import { keyOf, type Order } from '../cart/logic';
import type { OrderLookupParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<OrderLookupParameters>;

export const checks = {
	'finds-with-both': async (context) => {
		const { view, parameters } = context;
		await plant(parameters.orders, [orderOf(parameters)]);
		await lookUp(context, ' t-10001 ', sampleOf(parameters));
		const found = view.getByRole('article').textContent ?? '';
		for (const text of ['Underway', 'T-10001', '2 × Sample A', format.money(2500), format.money(2990)])
			expect(found).toContain(text);
		expect(view.queryByText(parameters.none)).toBeNull();
	},
	'wrong-finds-nothing': async (context) => {
		const { view, parameters } = context;
		await plant(parameters.orders, [orderOf(parameters)]);
		for (const [number, key] of [
			['T-10001', otherOf(parameters)],
			['T-10002', sampleOf(parameters)]
		] as const) {
			await lookUp(context, number, key);
			expect(view.getByText(parameters.none)).toBeTruthy();
			expect(view.queryByRole('article')).toBeNull();
		}
	},
	'marks-missing': async ({ view, user, parameters }) => {
		await user.submit(view.getByRole('button', { name: words('find') }));
		for (const name of [words('number'), parameters.label])
			expect(view.getByRole('textbox', { name }).getAttribute('aria-invalid')).toBe('true');
		expect(view.queryByText(parameters.none)).toBeNull();
	}
} satisfies Checks<OrderLookupParameters>;

const sampleOf = ({ kind }: OrderLookupParameters) =>
	kind === 'phone' ? '030 / 123 45 67' : kind === 'email' ? 'Kim@Example.com' : 'Kim';
const otherOf = ({ kind }: OrderLookupParameters) =>
	kind === 'phone' ? '030 999' : kind === 'email' ? 'lee@example.com' : 'Lee';

const orderOf = (parameters: OrderLookupParameters): Order => ({
	number: 'T-10001',
	key: keyOf(sampleOf(parameters)),
	state: 'Underway',
	lines: [{ name: 'Sample A', detail: '', each: 1250, number: 2, total: 2500 }],
	shipping: 490,
	total: 2990,
	customer: [{ label: parameters.label, value: sampleOf(parameters) }]
});

async function lookUp({ view, user, parameters }: Context, number: string, key: string): Promise<void> {
	await user.fill(view.getByRole('textbox', { name: words('number') }), number);
	await user.fill(view.getByRole('textbox', { name: parameters.label }), key);
	await user.submit(view.getByRole('button', { name: words('find') }));
}
