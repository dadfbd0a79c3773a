/** A shop's basket: putting things into it, and what it then says. */
import { amountsIn } from './amounts.mjs';
import { setValue } from './forms.mjs';
import { entry } from './moves.mjs';
import { firstVisible, settle, textOf } from './screen.mjs';

export const BASKET = /\b(cart|basket|bag)\b|warenkorb|carrito|cesta|购物车/i;
export const ADD = /\badd\b|to (the )?(cart|basket|bag)|in den warenkorb|añadir|加入|添加|放入/i;
export const CHECKOUT = /check ?out|proceed|to the till|zur kasse|结算|结账|去下单|下单|提交订单/i;
const REMOVE = /remove|delete|take out|entfernen|eliminar|quitar|删除|移除|^\s*[×✕x]\s*$/i;

/** Puts one of an entry of the list into the basket: by the entry's own button, or by that on its page. */
export async function addToBasket(page, item) {
	const here = await firstVisible([item.at.getByRole('button', { name: ADD })], 300);
	if (here) await here.click();
	else {
		const link = await firstVisible([item.at.getByRole('link'), item.at.getByRole('button')], 200);
		await (link ?? item.at).click();
		await settle(page);
		const button = await firstVisible([page.locator('main, [role=dialog]').getByRole('button', { name: ADD })]);
		if (!button) throw new Error('no button that puts it into the basket');
		await button.click();
	}
	await settle(page);
}

/** Goes to the basket, where it is not in sight already. */
export async function toBasket(page) {
	if (await page.getByRole('heading', { name: BASKET }).filter({ visible: true }).count()) return;
	const link = await entry(page, BASKET);
	if (!link) throw new Error('no way to the basket');
	await link.click();
	await settle(page);
}

/** How many things the page says are in the basket, in its menu or above its lines. */
export async function countInBasket(page) {
	const link = await entry(page, BASKET, 300);
	const shown = link ? `${await textOf(link)} ${(await link.getAttribute('aria-label')) ?? ''}` : '';
	const [, count] =
		/(\d+)/.exec(shown) ?? /(\d+)\s*(?:items?|things?|pieces?|boards?|件|Artikel)/i.exec(await textOf(page)) ?? [];
	return count === undefined ? undefined : Number(count);
}

/** The amount that stands at the word total, the last one where there are more. */
export async function totalOf(page) {
	const lines = (await textOf(page)).split('\n');
	const at = lines.findLastIndex(
		(line) => /\b(total|sum)\b|gesamt|summe|合计|总计|总价|总额/i.test(line) && !/sub-?total|小计/i.test(line)
	);
	return at < 0 ? undefined : amountsIn(lines.slice(at, at + 3).join('\n'))[0];
}

/** Takes one line out of the basket. @throws Error where that is not offered */
export async function removeOne(page) {
	const button = await firstVisible([page.getByRole('button', { name: REMOVE }), page.getByRole('link', { name: REMOVE })]);
	if (!button) throw new Error('no button that takes something out of the basket');
	await button.click();
	await settle(page);
}

/** Sets the quantity of the first line, by its field or by pressing plus. @throws Error where that is not offered */
export async function setQuantity(page, wanted) {
	const name = /quantity|pieces|how many|menge|anzahl|cantidad|数量/i;
	const box = await firstVisible(
		[
			page.getByRole('spinbutton', { name }),
			page.getByLabel(name).and(page.locator('input, select')),
			page.getByRole('spinbutton')
		],
		600
	);
	if (box) {
		await setValue(box, String(wanted));
		await box.press('Tab');
	} else {
		const plus = await firstVisible(
			[page.getByRole('button', { name: /more|plus|increase|one more|增加|加一|^\s*\+\s*$/i })],
			600
		);
		if (!plus) throw new Error('no way to change the quantity');
		for (let count = 1; count < wanted; count++) await plus.click();
	}
	await settle(page);
}
