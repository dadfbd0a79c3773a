/** The shop of wooden boards. */
import { amountsIn, isNear } from './support/amounts.mjs';
import { addToBasket, CHECKOUT, countInBasket, removeOne, toBasket, totalOf } from './support/basket.mjs';
import { asksColours } from './support/colours.mjs';
import { entriesIn } from './support/entries.mjs';
import { fillAll, formWith, sendAndRead } from './support/forms.mjs';
import { entry } from './support/moves.mjs';
import { neverControls, seenIn } from './support/pages.mjs';
import { firstVisible, gains, settle, textOf } from './support/screen.mjs';
import { findRow, isClosed } from './support/tables.mjs';

const WOOD = /\b(oak|walnut|maple|beech|cherry|olive|acacia|ash|bamboo|birch|teak|elm|plum|pear|larch|mahogany|sycamore)\b/i;
const BOARD = /[€$£]\s?\d|\d\s?(€|£|EUR)/;

async function boards(app, page = app.page) {
	let seen = await entriesIn(page, { having: BOARD });
	if (seen.length >= 10) return seen;
	const link = await entry(page, /^(shop|boards|all boards|products|catalogue)/i, 400);
	if (link) await link.click().then(() => settle(page));
	seen = await entriesIn(page, { having: BOARD });
	return seen;
}

/** Puts the first board in twice and the second once. @returns their prices */
async function fillBasket(app) {
	const prices = [];
	for (const index of [0, 0, 1]) {
		await app.open('/');
		const item = (await boards(app))[index];
		if (!item) throw new Error('no boards with a price');
		prices.push(amountsIn(item.text)[0]);
		await addToBasket(app.page, item);
	}
	await toBasket(app.page);
	return prices;
}

async function checkOut(app, name) {
	await fillBasket(app);
	const go = await firstVisible(
		[app.page.getByRole('link', { name: CHECKOUT }), app.page.getByRole('button', { name: CHECKOUT })],
		800
	);
	if (go) await go.click().then(() => settle(app.page));
	const form = await formWith(app.page, /address|street/i);
	const asksAccount = (await app.page.locator('input[type=password]').filter({ visible: true }).count()) > 0;
	await fillAll(form, [
		[/name/i, name],
		[/address|street/i, 'Mill Lane 4, Fordham']
	]);
	return { asksAccount, form };
}

export default {
	checks: [
		async (app) => {
			const all = await boards(app);
			app.must(all.length >= 10, `${all.length} boards with a price`);
			app.must(all.length && all.every(({ hasPicture }) => hasPicture), 'a board without a picture');
			app.must(
				all.length && all.every(({ text }) => WOOD.test(text)),
				`without a wood: ${all.find(({ text }) => !WOOD.test(text))?.text.slice(0, 50)}`
			);
			app.must(
				all.some(({ text }) => /chopping/i.test(text)) && all.some(({ text }) => /cheese/i.test(text)),
				'not both chopping and cheese boards'
			);
		},
		async (app) => {
			const prices = await fillBasket(app);
			const sum = prices.reduce((total, price) => total + price, 0);
			app.must((await countInBasket(app.page)) === 3, `the cart counts ${await countInBasket(app.page)}`);
			const total = await totalOf(app.page);
			app.must(isNear(total, sum), `the total is ${total}, the prices sum up to ${sum}`);
		},
		async (app) => {
			await fillBasket(app);
			const [count, total] = [await countInBasket(app.page), await totalOf(app.page)];
			await removeOne(app.page);
			app.must((await countInBasket(app.page)) < count, 'the count does not go down');
			app.must((await totalOf(app.page)) < total, 'the total does not go down');
		},
		async (app) => {
			const { asksAccount, form } = await checkOut(app, 'Gus Guest');
			app.must(await sendAndRead(app.page, form, /thank|confirm|order (number|no|#)|placed|received/i), 'no order confirmation');
			app.never(asksAccount, 'an account is asked for');
			app.never(/card number|cvc|iban/i.test(await textOf(app.page)), 'a real card is asked for');
		},
		async (app) => {
			app.must((await boards(app)).length > 1, 'no boards');
			const before = await textOf(app.page);
			await toBasket(app.page);
			const empty = await gains(app.page, before, /empty|nothing in|no boards|nothing yet/i, 1500);
			const go = await firstVisible(
				[app.page.getByRole('link', { name: CHECKOUT }), app.page.getByRole('button', { name: CHECKOUT })],
				400
			);
			const isShut = !go || (await go.isDisabled());
			if (!isShut && !empty) await go.click().then(() => settle(app.page));
			app.must(empty || isShut || /empty/i.test(await textOf(app.page)), 'nothing says that the cart is empty');
		},
		async (app) => {
			const name = 'Olga Orderer';
			const { form } = await checkOut(app, name);
			const total = await totalOf(app.page);
			await sendAndRead(app.page, form);
			const page = await app.owner();
			const row = await findRow(page, name, [/orders/i, /admin|owner|manage/i]);
			if (!app.must(row, "the guest's order is not in the list")) return;
			let text = await textOf(row);
			if (!/Mill Lane/.test(text)) {
				const link = await firstVisible([row.getByRole('link'), row.getByRole('button'), row.locator('summary')], 300);
				if (link) await link.click().then(() => settle(page));
				text = await textOf(page.locator('main'));
			}
			app.must(/Mill Lane/.test(text), 'without the address');
			app.must(/board/i.test(text) && /\b2\b/.test(text), 'without boards and quantities');
			app.must(total === undefined || amountsIn(text).some((amount) => isNear(amount, total)), `without the total ${total}`);
		},
		async (app) => {
			const { form } = await checkOut(app, 'Secret Sam');
			await sendAndRead(app.page, form);
			const page = await app.owner();
			const row = await findRow(page, 'Secret Sam', [/orders/i, /admin|owner|manage/i]);
			if (!app.must(row, 'no order list')) return;
			const other = await app.visitor();
			await app.open(new URL(page.url()).pathname, other);
			app.must(await isClosed(other, /Secret Sam/), 'signed out the order list is open');
		},
		async (app) => {
			await asksColours(app, { ground: '#ffe4c4', part: '#d2691e' });
		}
	],
	not: [
		async (app) => neverControls(app, /message board|new post|kanban|add (a )?card|dashboard/i),
		async (app) => {
			const [first] = await boards(app);
			if (!first) return;
			await addToBasket(app.page, first);
			await toBasket(app.page);
			app.never(
				/(sign in|register|create an account) to (order|buy|check out|continue)/i.test(await textOf(app.page)),
				'registration is forced'
			);
		},
		async (app) => {
			const food = (await boards(app)).find(({ text }) =>
				/\b(cheddar|brie|gouda|camembert|salami|bread loaf|cheese(?! ?(&|and|chopping|board|knife|serving|slicer|plank|platter)))\b/i.test(
					text.split('\n')[0]
				)
			);
			app.never(food, food?.text.slice(0, 80));
			app.never(seenIn(app.pages, /\b(gouda|camembert) \d/i), 'cheese for sale');
		}
	]
};
