import { expect } from 'vitest';
import { showValue } from '../../core/finding';
import * as format from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { chooseFilter, search, sortBy } from '../../testing/find';
import { findWords } from '../../web/ui/find-words';
import type { CatalogueParameters, Product, Sold } from './parameters';
import { words } from './words';

type Context = CheckContext<CatalogueParameters>;

export const checks = {
	'shows-products': ({ view, parameters }) => {
		const { products, fields } = parameters;
		expect(listed(view, parameters)).toEqual(products.map(({ name }) => name));
		for (const product of products) {
			const card = cardOf(view, product);
			expect(card.querySelector('[role="img"], img')).toBeTruthy();
			expect(card.textContent).toContain(money(product.price));
			for (const field of fields.filter(({ kind }) => kind !== 'longText'))
				expect(card.textContent).toContain(showValue(field, amountOf(field.kind, product[field.name])));
		}
	},
	'by-category': async ({ view, parameters }) => {
		for (const category of parameters.categories.filter((one) =>
			parameters.products.some((product) => product.category === one)
		)) {
			await chooseFilter(view, words('category'), category);
			expect(listed(view, parameters)).toEqual(
				parameters.products.filter((product) => product.category === category).map(({ name }) => name)
			);
		}
		await chooseFilter(view, words('category'), '');
		expect(listed(view, parameters)).toHaveLength(parameters.products.length);
	},
	'sorts-price': async ({ view, parameters, user }) => {
		const prices = () =>
			listed(view, parameters).map((name) => parameters.products.find((product) => product.name === name)?.price ?? NaN);
		await sortBy(view, 'price');
		const rising = prices();
		expect(rising).toHaveLength(parameters.products.length);
		rising.slice(1).forEach((price, index) => expect(price).toBeGreaterThanOrEqual(rising[index] ?? NaN));
		await user.click(view.getByRole('button', { name: findWords('falling') }));
		const falling = prices();
		falling.slice(1).forEach((price, index) => expect(price).toBeLessThanOrEqual(falling[index] ?? NaN));
	},
	searches: async ({ view, parameters }) => {
		const { name } = firstOf(parameters.products);
		await search(view, name);
		expect(listed(view, parameters)).toContain(name);
		await search(view, 'qzxvwkj');
		expect(listed(view, parameters)).toEqual([]);
		expect(view.getByText(findWords('none-found'))).toBeTruthy();
	},
	opens: async (context) => {
		const { view, parameters, user, reload, page } = context;
		const base = location.pathname === '/' ? '' : location.pathname;
		const product = firstOf(parameters.products);
		await user.click(view.getByRole('link', { name: product.name }));
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(product.name);
		const again = await reload();
		expect(again.getByRole('heading', { level: 1 }).textContent).toBe(product.name);
		expect(again.getByRole('article').textContent).toContain(money(product.price));
		await reload(`${base}/qzxvwkj`);
		expect(page.getByRole('heading', { level: 1 }).textContent).toBe(t('not-found'));
	},
	'adds-to-cart': async (context) => {
		const { view, parameters } = context;
		const [one, other = firstOf(parameters.products)] = inStock(parameters);
		const first = await add(context, one ?? other);
		expect(cartText(view)).toBe(cartSaying(1, first));
		const again = await add(context, one ?? other);
		expect(cartText(view)).toBe(cartSaying(2, first + again));
		const third = await add(context, other);
		expect(cartText(view)).toBe(cartSaying(3, first + again + third));
	},
	'cart-stays': async (context) => {
		const price = await add(context, firstOf(inStock(context.parameters)));
		expect(cartText(await context.reload())).toBe(cartSaying(1, price));
	},
	'computes-price': async (context) => {
		const { view, parameters, user } = context;
		const { sold, products } = parameters;
		const product = firstOf(inStock(parameters), products);
		await openProduct(context, product);
		if (sold?.kind === 'by-length') {
			const length = Math.round(sold.min + (sold.max - sold.min) * 0.4);
			await user.fill(lengthField(view, sold), String(length));
			await user.fill(numberField(view), '4');
			expect(together(view)).toContain(money(4 * ((length / sold.per) * product.price + (sold.fee ?? 0))));
		} else if (sold?.kind === 'options') {
			let price = product.price;
			for (const { name, values } of sold.options) {
				await user.fill(view.getByRole('combobox', { name }), String(values.length - 1));
				price += values.at(-1)?.extra ?? 0;
			}
			expect(together(view)).toContain(money(price));
		} else {
			await user.fill(numberField(view), '2');
			expect(together(view)).toContain(money(2 * product.price));
		}
	},
	'refuses-length': async (context) => {
		const { view, parameters, user } = context;
		const { sold } = parameters;
		if (sold?.kind !== 'by-length') throw new Error('Nothing is sold by length here.');
		await openProduct(context, firstOf(inStock(parameters)));
		for (const length of [sold.min - 1, sold.max + 1, '']) {
			await user.fill(lengthField(view, sold), String(length));
			await user.submit(view.getByRole('button', { name: words('add') }));
			expect(lengthField(view, sold).getAttribute('aria-invalid')).toBe('true');
			expect(view.getByText(words('from-to', { min: sold.min, max: sold.max }))).toBeTruthy();
		}
		expect(cartText(view)).toBe(cartSaying(0, 0));
	},
	'refuses-number': async (context) => {
		const { view, parameters, user } = context;
		const product = firstOf(inStock(parameters));
		await openProduct(context, product);
		for (const number of ['0', '-1', 'two', '1.5', ...(product.stock ? [String(product.stock + 1)] : [])]) {
			await user.fill(numberField(view), number);
			await user.submit(view.getByRole('button', { name: words('add') }));
			expect(numberField(view).getAttribute('aria-invalid')).toBe('true');
		}
		expect(cartText(view)).toBe(cartSaying(0, 0));
	},
	'sold-out': async (context) => {
		const { view, parameters } = context;
		const product = firstOf(parameters.products.filter(({ stock }) => stock === 0));
		const card = cardOf(view, product);
		expect(card.querySelector('button')?.disabled).toBe(true);
		expect(card.textContent).toContain(words('sold-out'));
		await openProduct(context, product);
		expect(view.queryByRole('button', { name: words('add') })).toBeNull();
	}
} satisfies Checks<CatalogueParameters>;

const money = (price: number) => format.money(Math.round(price * 100));
const amountOf = (kind: string, value: unknown) => (kind === 'money' ? Number(value) * 100 : value);
function firstOf(products: readonly Product[], others: readonly Product[] = []): Product {
	const product = products[0] ?? others[0];
	if (!product) throw new Error('There is no such product.');
	return product;
}
const inStock = ({ products }: CatalogueParameters) => products.filter(({ stock }) => stock !== 0 && stock !== 1);

const listed = (view: View, { all }: CatalogueParameters) =>
	[...(view.queryByRole('list', { name: all })?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent);

function cardOf(view: View, { name }: Product): HTMLElement {
	const card = view.getByRole('link', { name }).closest('li');
	if (!card) throw new Error(`There is no card of ${name}.`);
	return card;
}

const openProduct = ({ view, user }: Context, { name }: Product) => user.click(view.getByRole('link', { name }));
const numberField = (view: View) => view.getByRole('textbox', { name: words('number') });
const lengthField = (view: View, { label, unit }: Extract<Sold, { kind: 'by-length' }>) =>
	view.getByRole('textbox', { name: `${label} (${unit})` });
const together = (view: View) => view.getByText(words('together'), { exact: false, selector: 'p' }).textContent;

/** Puts one into the cart, and says what it costs in whole units. */
async function add(context: Context, product: Product): Promise<number> {
	const { view, parameters, user } = context;
	const { sold = { kind: 'each' } } = parameters;
	if (sold.kind === 'each') {
		await user.click(view.getByRole('button', { name: words('add-one', { name: product.name }) }));
		return product.price;
	}
	await openProduct(context, product);
	if (sold.kind === 'by-length') await user.fill(lengthField(view, sold), String(sold.max));
	await user.submit(view.getByRole('button', { name: words('add') }));
	await user.click(view.getByRole('link', { name: words('all-of', { all: parameters.all }) }));
	if (sold.kind === 'by-length') return Math.round(((sold.max / sold.per) * product.price + (sold.fee ?? 0)) * 100) / 100;
	return sold.options.reduce((sum, { values }) => sum + (values[0]?.extra ?? 0), product.price);
}

const cartText = (view: View) =>
	view
		.getByRole('link', { name: new RegExp(`^${words('cart')}\\b|^${words('cart')}`) })
		.textContent?.replace(/\s+/g, ' ')
		.trim();
const cartSaying = (count: number, price: number) =>
	`${words('cart')} ${count}${count ? ` ${money(price)}` : ''}`.replace(/\s+/g, ' ').trim();
