import { expect } from 'vitest';
import * as format from '../../core/format';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { using } from '../../testing/plant';
import { useBasket } from '../catalogue/basket';
import type { BasketLine } from '../catalogue/logic';
import type { FormField } from '../data';
import type { CartParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<CartParameters>;

/** Two things, one of them twice. Cents. */
const GOODS: BasketLine[] = [
	{ key: 'one', name: 'Sample A', detail: '', each: 1250, number: 2, stock: 0 },
	{ key: 'two', name: 'Sample B', detail: '25 cm', each: 399, number: 1, stock: 5 }
];

export const checks = {
	'refuses-empty-cart': ({ view, parameters }) => {
		expect(view.getByText(words('empty'))).toBeTruthy();
		expect(view.queryByRole('button', { name: words('order') })).toBeNull();
		expect(view.getByRole('link', { name: words('shop') }).getAttribute('href')).toBe(parameters.shop);
	},
	'total-is-sum': async (context) => {
		const view = await filled(context);
		expect(linesOf(view)).toHaveLength(2);
		expect(linesOf(view)[0]).toContain(format.money(2500));
		expect(linesOf(view)[1]).toContain(format.money(399));
		expect(totalOf(view)).toBe(totalSaying(context, 2899));
	},
	'changes-quantity': async (context) => {
		const view = await filled(context);
		await context.user.fill(numberField(view, 'Sample A'), '3');
		expect(linesOf(view)[0]).toContain(format.money(3750));
		expect(totalOf(view)).toBe(totalSaying(context, 4149));
		await context.user.click(view.getByRole('button', { name: words('more', { name: 'Sample B, 25 cm' }) }));
		expect(totalOf(view)).toBe(totalSaying(context, 4548));
		await context.user.click(view.getByRole('button', { name: words('fewer', { name: 'Sample A' }) }));
		expect(totalOf(view)).toBe(totalSaying(context, 3298));
	},
	'refuses-quantity': async (context) => {
		const view = await filled(context);
		for (const wrong of ['0', '-2', '1.5', 'two', '']) {
			await context.user.fill(numberField(view, 'Sample A'), wrong);
			expect(view.getByText(words('at-least-1'))).toBeTruthy();
			expect(totalOf(view)).toBe(totalSaying(context, 2899));
		}
		await context.user.fill(numberField(view, 'Sample B, 25 cm'), '6');
		expect(view.getByText(words('at-most', { n: 5 }))).toBeTruthy();
	},
	removes: async (context) => {
		const view = await filled(context);
		await context.user.click(view.getByRole('button', { name: words('remove', { name: 'Sample A' }) }));
		expect(linesOf(view)).toHaveLength(1);
		expect(totalOf(view)).toBe(totalSaying(context, 399));
		await context.user.click(view.getByRole('button', { name: words('remove', { name: 'Sample B, 25 cm' }) }));
		expect(view.getByText(words('empty'))).toBeTruthy();
	},
	'cart-stays': async (context) => {
		await filled(context);
		const again = await context.reload();
		expect(linesOf(again)).toHaveLength(2);
		expect(totalOf(again)).toBe(totalSaying(context, 2899));
	},
	'marks-missing': async (context) => {
		const view = await filled(context);
		await context.user.submit(view.getByRole('button', { name: words('order') }));
		const form = view.getByRole('button', { name: words('order') }).closest('form');
		const marked = [...(form?.querySelectorAll('[aria-invalid="true"]') ?? [])].map((one) => one.getAttribute('name'));
		expect(marked).toEqual(context.parameters.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name));
		expect(view.queryByText(context.parameters.thanks)).toBeNull();
		expect(linesOf(view)).toHaveLength(2);
	},
	'order-number': async (context) => {
		const view = await filled(context);
		await order(context, view);
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(context.parameters.thanks);
		const number = view.getByText(words('ordered')).nextElementSibling?.textContent ?? '';
		expect(number.startsWith(context.parameters.numberPrefix ?? '')).toBe(true);
		expect(number).toMatch(/\d{5}$/);
		expect(totalOf(view)).toBe(totalSaying(context, 2899));
		const again = await context.reload();
		expect(again.getByText(words('empty'))).toBeTruthy();
		expect(again.getByText(words('last-order', { number }))).toBeTruthy();
	},
	'no-real-payment': async (context) => {
		const view = await filled(context);
		const { payment, fields } = context.parameters;
		expect(view.getByText(payment.note)).toBeTruthy();
		const form = view.getByRole('button', { name: words('order') }).closest('form');
		const asked = [...(form?.querySelectorAll('input, select, textarea') ?? [])].map((one) => one.getAttribute('name'));
		expect(asked).toEqual(fields.map(({ name }) => name));
		await order(context, view);
		expect(view.getByText(payment.note)).toBeTruthy();
	},
	shipping: async (context) => {
		const { shipping } = context.parameters;
		const view = await filled(context);
		const priced = Math.round((shipping?.price ?? 0) * 100);
		expect(totalOf(view)).toBe(format.money(2899 + (isFree(context, 2899) ? 0 : priced)));
		if (shipping?.freeFrom === undefined) return;
		const many = Math.ceil((shipping.freeFrom * 100) / 1250) + 1;
		await context.user.fill(numberField(view, 'Sample A'), String(many));
		expect(totalOf(view)).toBe(format.money(many * 1250 + 399));
		expect(view.getByText(words('free'))).toBeTruthy();
	}
} satisfies Checks<CartParameters>;

/** The page with goods in the cart. */
async function filled({ parameters, view }: Context): Promise<View> {
	await using(
		() => useBasket(parameters.collection),
		({ add }) => GOODS.forEach(add)
	);
	return view;
}

const linesOf = (view: View) =>
	[...view.getByRole('list', { name: words('goods') }).children].map(({ textContent }) => textContent ?? '');
const totalOf = (view: View) => view.getByText(words('total'), { selector: 'dt' }).nextElementSibling?.textContent;
const numberField = (view: View, name: string) => view.getByRole('textbox', { name: words('number', { name }) });

const isFree = ({ parameters: { shipping } }: Context, goods: number) =>
	!shipping || (shipping.freeFrom !== undefined && goods >= shipping.freeFrom * 100);
const totalSaying = (context: Context, goods: number) =>
	format.money(goods + (isFree(context, goods) ? 0 : Math.round((context.parameters.shipping?.price ?? 0) * 100)));

/** Fills in what is asked, and orders. */
export async function order({ parameters, user }: Context, view: View): Promise<void> {
	const form = view.getByRole('button', { name: words('order') }).closest('form');
	for (const field of parameters.fields) {
		const control = form?.querySelector(`[name="${field.name}"]`);
		if (!control) throw new Error(`The form has no field '${field.name}'.`);
		if (field.kind === 'check') await user.click(control);
		else await user.fill(control, sampleOf(field));
	}
	await user.submit(view.getByRole('button', { name: words('order') }));
}

function sampleOf({ kind, min = 1, options = [] }: FormField): string {
	return {
		...{
			text: 'Kim Sample',
			longText: 'Long Lane 1',
			email: 'kim@example.com',
			phone: '030 1234567',
			url: 'https://example.com'
		},
		...{
			number: String(min),
			money: String(min),
			date: '2031-05-04',
			time: '10:30',
			choice: options[0] ?? '',
			check: '',
			password: 'a long secret'
		}
	}[kind];
}
