/** The metals stockholder. */
import { amountsIn, isNear } from './support/amounts.mjs';
import { ADD, CHECKOUT, toBasket, totalOf } from './support/basket.mjs';
import { openEntry } from './support/detail.mjs';
import { entriesIn } from './support/entries.mjs';
import { pick } from './support/filters.mjs';
import { field, fillAll, formWith, problemAt, send, sendAndRead, setValue } from './support/forms.mjs';
import { entry, press, reload } from './support/moves.mjs';
import { neverControls, SIGN_UP } from './support/pages.mjs';
import { firstVisible, poll, settle, textOf } from './support/screen.mjs';
import { findRow, rowWith, setState } from './support/tables.mjs';

const KINDS = [/angle/i, /tube/i, /channel/i, /flat bar/i];
const LENGTH = /length/i;
const PIECES = /pieces|quantity|how many|number/i;
const PRICED = /[€$£]\s?\d|\d\s?(€|£|EUR)/;

async function profiles(app, page = app.page) {
	const here = await entriesIn(page, { having: PRICED });
	if (here.length >= 4) return here;
	const link = await entry(page, /catalogue|catalog|profiles|shop|products/i, 400);
	if (link) await link.click().then(() => settle(page));
	return entriesIn(page, { having: PRICED });
}

/** Opens the first profile where length and pieces are entered. @returns its price per metre and the place of its fields */
async function toProfile(app) {
	const [first] = await profiles(app);
	if (!first) throw new Error('no profile with a price');
	const perMetre = amountsIn(first.text)[0];
	if (await field(first.at, LENGTH, 200)) return { perMetre, place: first.at };
	await openEntry(app.page, first);
	const dialog = await firstVisible([app.page.getByRole('dialog')], 200);
	return {
		perMetre: amountsIn(await textOf(dialog ?? app.page.locator('main')))[0] ?? perMetre,
		place: dialog ?? app.page.locator('main')
	};
}

async function cut(app, place, length, pieces) {
	const [lengths, counts] = [await field(place, LENGTH), await field(place, PIECES)];
	if (!lengths || !counts) throw new Error('no fields for length and pieces');
	await setValue(lengths, String(length));
	await setValue(counts, String(pieces));
	await counts.press('Tab');
	await settle(app.page);
}

/** Puts two lengths of one profile into the basket. @returns what each should cost */
async function twoLengths(app) {
	const costs = [];
	for (const [length, pieces] of [
		[2500, 4],
		[1200, 2]
	]) {
		await app.open('/');
		const { perMetre, place } = await toProfile(app);
		await cut(app, place, length, pieces);
		await press(place, ADD);
		costs.push(pieces * ((length / 1000) * perMetre + 1.2));
	}
	await toBasket(app.page);
	return costs;
}

async function orderForm(app, company) {
	await twoLengths(app);
	const go = await firstVisible(
		[app.page.getByRole('link', { name: CHECKOUT }), app.page.getByRole('button', { name: CHECKOUT })],
		600
	);
	if (go && !(await field(app.page, /company/i, 200))) await go.click().then(() => settle(app.page));
	const form = await formWith(app.page, /company/i);
	await fillAll(form, [
		[/company/i, company || 'x'],
		[/^(?!.*company).*name/i, 'Mina Metal'],
		[/e-?mail/i, 'mina@example.com'],
		[/address/i, 'Dock Road 7, Fordham']
	]);
	if (!company) await (await field(form, /company/i)).fill('');
	return form;
}

async function toOrders(app, company) {
	const page = await app.owner();
	const row = await findRow(page, company, [/orders/i, /staff|admin|manage/i]);
	if (!row) throw new Error('staff do not see the order');
	return { page, row };
}

export default {
	checks: [
		async (app) => {
			const all = await profiles(app);
			const text = all.map((profile) => profile.text).join('\n');
			for (const kind of KINDS) app.must(kind.test(text), `no ${kind}`);
			app.must(all.length >= 4 && all.every(({ hasPicture }) => hasPicture), 'not each has a drawing');
			app.must(all.length >= 4 && all.every((profile) => /\d+\s?(x|×|mm|⌀)/i.test(profile.text)), 'not each has dimensions');
			app.must(
				all.length >= 4 && all.every((profile) => /(per|\/)\s?(metre|m\b)/i.test(profile.text)),
				'not each has a price per metre'
			);
		},
		async (app) => {
			const { perMetre, place } = await toProfile(app);
			await cut(app, place, 2500, 4);
			const wanted = 4 * (2.5 * perMetre + 1.2);
			const isShown = await poll(async () => amountsIn(await textOf(place)).some((amount) => isNear(amount, wanted)), 1500);
			app.must(isShown, `no ${wanted.toFixed(2)} for 4 pieces of 2500 mm at ${perMetre} per metre`);
		},
		async (app) => {
			for (const length of [99, 6001]) {
				await app.open('/');
				const { place } = await toProfile(app);
				await cut(app, place, length, 1);
				const button = await firstVisible([place.getByRole('button', { name: ADD })], 500);
				if (button && !(await button.isDisabled())) await button.click().then(() => settle(app.page));
				const said = `${await problemAt(place, LENGTH)} ${await textOf(place)}`;
				app.must(
					/\b100\b/.test(said) && /6[ ,.]?000/.test(said) && (await problemAt(place, LENGTH)),
					`${length} is not refused naming 100 and 6000`
				);
			}
			await toBasket(app.page);
			app.must(/empty|nothing/i.test(await textOf(app.page)), 'the basket does not say that it is empty');
		},
		async (app) => {
			const costs = await twoLengths(app);
			const text = await textOf(app.page);
			app.must(/2[ ,.]?500/.test(text) && /1[ ,.]?200/.test(text), 'not both lengths are there');
			for (const cost of costs)
				app.must(
					amountsIn(text).some((amount) => isNear(amount, cost)),
					`no line of ${cost.toFixed(2)}`
				);
			const sum = costs[0] + costs[1];
			app.must(isNear(await totalOf(app.page), sum), `the total is ${await totalOf(app.page)} instead of ${sum.toFixed(2)}`);
		},
		async (app) => {
			const form = await orderForm(app, '');
			await send(form);
			app.must(await problemAt(form, /company/i), 'no company is not refused at the field');
			await (await field(form, /company/i)).fill('Ford & Sons');
			app.must(await sendAndRead(app.page, form, /order (number|no\.?|#)?\W*\w*\d/i), 'no confirmation with an order number');
			app.never(/card number|iban|\bpay now/i.test(await textOf(app.page)), 'a payment step');
		},
		async (app) => {
			const company = 'Newcomer Metals';
			await sendAndRead(app.page, await orderForm(app, company));
			const { page } = await toOrders(app, company);
			await pick(page, /^\W*new\b/i);
			const row = await rowWith(page, company);
			app.must(row, 'with the filter new the order is not listed');
			await pick(page, /^\W*dispatched/i);
			app.must(row && !(await rowWith(page, company, 400)), 'other states are not hidden');
		},
		async (app) => {
			const company = 'Cutters United';
			await sendAndRead(app.page, await orderForm(app, company));
			const { page, row } = await toOrders(app, company);
			await setState(page, row, /^\W*cut\b/i);
			await pick(page, /^\W*new\b/i);
			const isGone = !(await rowWith(page, company, 400));
			await reload(page);
			await pick(page, /^\W*cut\b/i);
			const isFound = await rowWith(page, company);
			app.must(isGone && isFound, 'it does not leave the filter new');
			app.must(isFound, 'after a reload it is not found under cut');
		}
	],
	not: [
		async (app) => neverControls(app, /my profile|edit profile|user profile|avatar/i),
		async (app) => neverControls(app, /card number|credit card|iban|paypal/i),
		async (app) => neverControls(app, SIGN_UP)
	]
};
