/** The Chinese tea shop. */
import { amountsIn, isFalling, isNear, isRising } from './support/amounts.mjs';
import { addToBasket, CHECKOUT, setQuantity, toBasket, totalOf } from './support/basket.mjs';
import { asksColours } from './support/colours.mjs';
import { entriesIn } from './support/entries.mjs';
import { pick } from './support/filters.mjs';
import { field, fillAll, formWith, problemAt, send, sendAndRead } from './support/forms.mjs';
import { englishIn, speaks } from './support/language.mjs';
import { entry, goTo } from './support/moves.mjs';
import { neverControls } from './support/pages.mjs';
import { firstVisible, reads, settle, textOf } from './support/screen.mjs';
import { findRow, setState } from './support/tables.mjs';

const KINDS = ['绿茶', '红茶', '乌龙', '白茶'];
const PRICED = /[¥\uffe5]\s?\d|\d\s?元/;
const PHONE = '13800138000';
const LOOK_UP = /查询|订单查询|查订单|我的订单/;

async function teas(app, page = app.page) {
	const here = await entriesIn(page, { having: PRICED, least: 1 });
	if (here.length >= 4) return here;
	const link = await entry(page, /茶叶|全部|商品|选茶|店铺|商店/, 400);
	if (link) await link.click().then(() => settle(page));
	return entriesIn(page, { having: PRICED, least: 1 });
}

async function oneInBasket(app) {
	const [tea] = await teas(app);
	if (!tea) throw new Error('no tea with a price');
	await addToBasket(app.page, tea);
	await toBasket(app.page);
	return amountsIn(tea.text)[0];
}

async function orderForm(app, phone) {
	await oneInBasket(app);
	const go = await firstVisible(
		[app.page.getByRole('link', { name: CHECKOUT }), app.page.getByRole('button', { name: CHECKOUT })],
		800
	);
	if (go && !(await field(app.page, /地址/, 200))) await go.click().then(() => settle(app.page));
	const form = await formWith(app.page, /地址/);
	await fillAll(form, [
		[/姓名|收货人|称呼/, '王小明'],
		[/电话|手机/, phone],
		[/地址/, '昆明市翠湖路 4 号']
	]);
	if (!phone) await (await field(form, /电话|手机/)).fill('');
	return form;
}

/** Orders a tea. @returns its number */
async function order(app) {
	const form = await orderForm(app, PHONE);
	await sendAndRead(app.page, form, /订单|下单/);
	const text = await textOf(app.page);
	const [, number] = /(?:订单号|单号|编号)\W{0,4}([A-Z]{0,4}-?\d[\w-]*)/i.exec(text) ?? [];
	if (!number) throw new Error('no order number is shown');
	return { number, text };
}

async function lookUp(app, number, phone) {
	await app.open('/');
	await goTo(app.page, LOOK_UP);
	const form = await formWith(app.page, /订单号|单号/);
	await fillAll(form, [
		[/订单号|单号/, number],
		[/电话|手机/, phone]
	]);
	await send(form);
	return textOf(app.page.locator('main'));
}

const STATES = /待发货|已下单|待处理|处理中|新订单|待确认|已确认|准备中|未发货/;

export default {
	checks: [
		async (app) => {
			const text = await textOf(app.page);
			app.must(/云脚茶铺/.test(text), 'not 云脚茶铺');
			await teas(app);
			const shop = `${text}${await textOf(app.page)}`;
			for (const kind of KINDS) app.must(shop.includes(kind), `no ${kind}`);
			app.must(speaks(shop, 'zh'), 'not in Chinese');
			app.never(englishIn(shop, 'zh').length, `English words: ${englishIn(shop, 'zh').join(', ')}`);
		},
		async (app) => {
			const all = (await teas(app)).length;
			let sum = 0;
			for (const kind of KINDS) {
				await pick(app.page, new RegExp(`^\\W*${kind}`));
				const seen = await teas(app);
				sum += seen.length;
				app.must(seen.length > 0 && seen.length < all, `${kind}: ${seen.length} of ${all}`);
				const others = KINDS.filter((other) => other !== kind && seen.some(({ text }) => text.includes(other)));
				app.never(others.length, `with ${kind} chosen there is ${others.join(', ')}`);
			}
			app.must(all > 0 && sum === all, `the kinds have ${sum} teas, the shop ${all}`);
			const text = (await teas(app))[0]?.text ?? '';
			app.must(/产地/.test(text) || /省|市|山|县|云南|福建|浙江|安徽/.test(text), 'no 产地');
			app.must(/(19|20)\d\d/.test(text), 'no 年份');
			app.must(/\d\s?(克|g\b)/i.test(text), 'no 克重');
		},
		async (app) => {
			await teas(app);
			await pick(app.page, /价格.*(低|升|↑|从)|(低|升).*价格|^价格/);
			const prices = (await teas(app)).map(({ text }) => amountsIn(text)[0]);
			app.must(prices.length >= 4 && (isRising(prices) || isFalling(prices)), `prices ${prices.join(', ')}`);
		},
		async (app) => {
			const price = await oneInBasket(app);
			await setQuantity(app.page, 3);
			const text = await textOf(app.page);
			app.must(
				amountsIn(text).some((amount) => isNear(amount, 3 * price)),
				`no line of ${3 * price}`
			);
			app.must(
				isNear(await totalOf(app.page), 3 * price),
				`the total is ${await totalOf(app.page)}, three times ${price} is ${3 * price}`
			);
		},
		async (app) => {
			const empty = await orderForm(app, '');
			await send(empty);
			const problem = await problemAt(empty, /电话|手机/);
			app.must(/\p{Script=Han}/u.test(problem), `an empty phone: '${problem}'`);
			await app.open('/');
			const { number, text } = await order(app);
			app.must(number, 'no order number');
			app.must(/货到付款/.test(text), 'no 货到付款');
		},
		async (app) => {
			const { number } = await order(app);
			const found = await lookUp(app, number, PHONE);
			app.must(STATES.test(found), 'its status is not shown');
			const wrong = await lookUp(app, number, '13900139000');
			app.must(
				/没有|未找到|找不到|不存在|无法|查不到|不匹配/.test(wrong) && !STATES.test(wrong),
				'the wrong phone is not refused'
			);
		},
		async (app) => {
			const { number } = await order(app);
			const page = await app.owner();
			const row = await findRow(page, number, [/订单/, /管理|店主/]);
			if (!app.must(row, '店主 does not see the order')) return;
			await setState(page, row, /已发货|发货/);
			app.must(await reads(page, /已发货/), 'the order is not 已发货 for 店主');
			app.must(/已发货/.test(await lookUp(app, number, PHONE)), 'the customer does not see 已发货');
		},
		(app) => asksColours(app, { ground: '#f5fffa', part: '#2e8b57' })
	],
	not: [
		async (app) => neverControls(app, /在线支付|微信支付|支付宝|信用卡|银行卡|卡号/),
		async (app) => neverControls(app, /注册/),
		async (app) => {
			for (const { path, text, controls } of app.pages.slice(0, 10)) {
				const words = [...new Set([...englishIn(text, 'zh'), ...englishIn(controls.join(' '), 'zh')])];
				app.never(words.length, `${path}: ${words.join(', ')}`);
			}
		}
	]
};
