/** The village's house of tools. */
import { openEntry } from './support/detail.mjs';
import { entriesIn } from './support/entries.mjs';
import { field, formWith, isoDay, send, setValue } from './support/forms.mjs';
import { entry, goTo, press } from './support/moves.mjs';
import { neverControls, PRICE, seenIn, SIGN_IN } from './support/pages.mjs';
import { firstVisible, gains, poll, reads, settle, textOf } from './support/screen.mjs';
import { findRow, rowWith, setState } from './support/tables.mjs';

const THINGS = [/drill/i, /ladder/i, /saw/i, /tent/i, /pot/i];
const STATE = /\b(free|available)\b|\b(back|until|returns?|away)\b[^\n]{0,20}\d/i;
const RESERVE = /reserve|borrow|book/i;
const MINE = /my (reservations|bookings|loans|page|account)/i;
const BOOKED = /reserved|thank|confirm|booked|is yours/i;

async function things(app, page = app.page) {
	const here = await entriesIn(page, { having: STATE });
	if (here.length >= 10) return here;
	const link = await entry(page, /tools|things|items|catalogue|list|browse/i, 400);
	if (link) await link.click().then(() => settle(page));
	return entriesIn(page, { having: STATE });
}

async function toThing(app, page, name) {
	await app.open('/', page);
	const item = (await things(app, page)).find(({ text }) => name.test(text));
	if (!item) throw new Error(`no ${name} in the list`);
	if (await field(item.at, /from|start|first day/i, 100)) return;
	await openEntry(page, item);
	if (await field(page, /from|start|first day/i, 500)) return;
	const button = await firstVisible(
		[page.locator('main').getByRole('button', { name: RESERVE }), page.locator('main').getByRole('link', { name: RESERVE })],
		400
	);
	if (button) await button.click().then(() => settle(page));
}

/** Reserves a thing from a day on, for so many days, both ends counted. @returns what is said then */
async function reserve(app, page, { name, from, days }) {
	await toThing(app, page, name);
	const form = await formWith(page, /from|start|first day/i);
	await setValue(await field(form, /from|start|first day/i), isoDay(from));
	const until = await field(form, /\bto\b|until|till|end|last day|back/i, 400);
	if (until) await setValue(until, isoDay(from + days - 1));
	else await setValue(await field(form, /days|how long/i), String(days));
	const before = await textOf(page);
	await send(form, RESERVE);
	return { before, said: await textOf(page), isBooked: await gains(page, before, BOOKED, 2000) };
}

const refuses = async (page, { before, isBooked }, pattern) => !isBooked && (await gains(page, before, pattern, 1500));
/** A day as it may be written: 5 December, Dec 5, 2026-12-05, 5.12. */
function written(days) {
	const date = new Date(`${isoDay(days)}T12:00`);
	const month = date.toLocaleString('en', { month: 'long' });
	const day = date.getDate();
	return new RegExp(
		`${isoDay(days)}|\\b0?${day}(th|st|nd|rd)?\\.? ${month.slice(0, 3)}|${month.slice(0, 3)}\\w* 0?${day}\\b|\\b0?${day}[./]0?${date.getMonth() + 1}|0?${date.getMonth() + 1}/0?${day}\\b`,
		'i'
	);
}

export default {
	checks: [
		async (app) => {
			const all = await things(app);
			app.must(all.length >= 18 && all.length <= 24, `${all.length} things that are marked`);
			app.must(all.length && all.every(({ hasPicture }) => hasPicture), 'a thing without a picture');
			for (const name of THINGS)
				app.must(
					all.some(({ text }) => name.test(text)),
					`no ${name}`
				);
		},
		async (app) => {
			const [first] = await things(app);
			if (!first) throw new Error('no things');
			const own = await firstVisible(
				[first.at.getByRole('button', { name: RESERVE }), first.at.getByRole('link', { name: RESERVE })],
				200
			);
			if (own) await own.click();
			else {
				await openEntry(app.page, first);
				const button = await firstVisible(
					[
						app.page.locator('main').getByRole('button', { name: RESERVE }),
						app.page.locator('main').getByRole('link', { name: RESERVE })
					],
					600
				);
				if (button) await button.click();
			}
			await settle(app.page);
			const place = app.page.locator('main');
			const asks = (await app.page.locator('input[type=password]').filter({ visible: true }).count()) > 0;
			app.must(
				asks || ((await reads(place, SIGN_IN, 800)) && (await reads(place, /sign[ -]?up|account|register/i, 300))),
				'nobody asks to sign in or make an account'
			);
		},
		async (app) => {
			const page = await app.member('Nora Neighbour');
			const { isBooked } = await reserve(app, page, { name: /ladder/i, from: 40, days: 3 });
			app.must(isBooked, 'no confirmation');
			await goTo(page, MINE);
			const row = await rowWith(page, /ladder/i);
			const text = row ? await textOf(row) : '';
			app.must(row && written(40).test(text) && written(42).test(text), `under my reservations it says '${text.slice(0, 80)}'`);
		},
		async (app) => {
			const first = await app.member('Nora Neighbour');
			await reserve(app, first, { name: /ladder/i, from: 50, days: 3 });
			const second = await app.member('Sven Second');
			const answer = await reserve(app, second, { name: /ladder/i, from: 51, days: 1 });
			app.must(await refuses(second, answer, /already|taken|reserved|not free|not available/i), 'the same days are not refused');
		},
		async (app) => {
			const page = await app.member('Nora Neighbour');
			const answer = await reserve(app, page, { name: /tent/i, from: 40, days: 8 });
			app.must(await refuses(page, answer, /\b(7|seven)\b/i), '8 days are not refused');
		},
		async (app) => {
			const page = await app.member('Cora Canceller');
			const { isBooked } = await reserve(app, page, { name: /saw/i, from: 60, days: 2 });
			if (!app.must(isBooked, 'no reservation')) return;
			await goTo(page, MINE);
			const row = await rowWith(page, /saw/i);
			if (!row) throw new Error('not among my reservations');
			await press(row, /cancel/i);
			const sure = await firstVisible([page.getByRole('dialog').getByRole('button', { name: /cancel|yes/i })], 500);
			if (sure) await sure.click().then(() => settle(page));
			app.must(
				await poll(
					async () =>
						!(await rowWith(page, written(60), 200)) || /cancelled/i.test(await textOf(await rowWith(page, written(60), 200)))
				),
				'it stays among my reservations'
			);
			const other = await app.member('Sven Second');
			app.must((await reserve(app, other, { name: /saw/i, from: 60, days: 2 })).isBooked, 'the days are not free for others');
		},
		async (app) => {
			const member = await app.member('Nora Neighbour');
			const { isBooked } = await reserve(app, member, { name: /drill/i, from: 0, days: 3 });
			app.must(isBooked, 'nothing is reserved');
			const page = await app.owner();
			const row = await findRow(page, /drill/i, [/reservations|bookings|loans/i, /keeper|admin|manage/i]);
			if (!row) throw new Error('the keeper sees no reservations');
			await setState(page, row, /given|handed out|lent/i);
			const visitor = await app.visitor();
			const drill = async () => (await things(app, visitor)).find(({ text }) => /drill/i.test(text))?.text ?? '';
			const away = await drill();
			app.must(written(2).test(away) || written(3).test(away), `when it is given the list says '${away.slice(0, 80)}'`);
			await setState(page, (await findRow(page, /drill/i, [/reservations|bookings|loans/i])) ?? row, /returned|back/i);
			await app.open('/', visitor);
			app.must(away && /free|available/i.test(await drill()), 'when it is returned the list does not say free');
		},
		async (app) => {
			const keeper = await app.owner();
			const way = await findRow(keeper, /given|handed|returned/i, [/reservations|bookings|loans/i, /keeper|admin|manage/i]);
			if (!app.must(way, 'there are no marks of the keeper')) return;
			const member = await app.member('Nora Neighbour');
			await app.open(new URL(keeper.url()).pathname, member);
			const marks = member.getByRole('button', { name: /given|handed out|returned/i });
			app.never(await marks.filter({ visible: true }).count(), 'a member sees the marks');
			const selects = await member.locator('main select option').allInnerTexts();
			app.never(
				selects.some((select) => /given|returned/i.test(select)),
				'a member can set the marks'
			);
		}
	],
	not: [
		async (app) => {
			neverControls(app, /deposit|\bpay\b|payment/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => {
			const page = await app.member('Bertha Borrower');
			await reserve(app, page, { name: /pot/i, from: 1, days: 2 });
			const visitor = await app.visitor();
			await toThing(app, visitor, /pot/i);
			app.never(/Bertha/.test(await textOf(visitor)), 'the name of who has reserved it');
			await app.open('/', visitor);
			app.never(/Bertha/.test(await textOf(visitor)), 'the name of who has reserved it');
		}
	]
};
