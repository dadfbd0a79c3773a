/** The German booking of two rehearsal rooms. */
import { asksColours } from './support/colours.mjs';
import { englishIn, speaks } from './support/language.mjs';
import { entry, goTo } from './support/moves.mjs';
import { neverControls, PRICE, seenIn } from './support/pages.mjs';
import { firstVisible, gains, poll, reads, settle, textOf } from './support/screen.mjs';
import { book, roomOn, showDay } from './support/slots.mjs';
import { rowWith } from './support/tables.mjs';

const MINE = /meine (buchungen|termine)|mein konto|eigene/i;
const ROOMS = [/Keller/, /Dachboden/];

async function toRooms(app, page = app.page) {
	await app.open('/', page);
	if (await reads(page.locator('main'), /frei/i, 800)) return;
	const link = await entry(page, /buch|belegung|kalender|räume|proberäume|termine/i, 400);
	if (link) await link.click().then(() => settle(page));
}

async function bookAs(app, name, what) {
	const page = await app.member(name);
	await toRooms(app, page);
	return { page, ...(await book(page, what)) };
}

/** Hours of a room that are said to be taken, on a day. */
async function takenOn(app, page, room, day) {
	await toRooms(app, page);
	await showDay(page, day);
	return ((await textOf(await roomOn(page, room))).match(/belegt/gi) ?? []).length;
}

async function cancel(page, room) {
	await goTo(page, MINE);
	const row = await rowWith(page, room);
	if (!row) throw new Error('not among the own bookings');
	const before = await textOf(page);
	const button = await firstVisible([row.getByRole('button', { name: /storn|absag|lösch/i })], 500);
	if (!button || (await button.isDisabled())) return { isOffered: false, before };
	await button.click();
	await settle(page);
	const sure = await firstVisible([page.getByRole('dialog').getByRole('button', { name: /storn|ja\b|absag|lösch/i })], 500);
	if (sure) await sure.click().then(() => settle(page));
	return { isOffered: true, before };
}

export default {
	checks: [
		async (app) => {
			await toRooms(app);
			const text = await textOf(app.page);
			for (const room of ROOMS) {
				app.must(room.test(text), `no ${room}`);
				const hours = await textOf(await roomOn(app.page, room));
				app.must(/\b10\b/.test(hours) && /\b2[12]\b/.test(hours), `${room}: not the hours from 10 to 22`);
				app.must((hours.match(/frei|belegt/gi) ?? []).length >= 12, `${room}: not every hour is frei or belegt`);
			}
			app.must(speaks(app.pages.map((page) => page.text).join(' '), 'de'), 'not in German');
			app.never(englishIn(text, 'de').length, `English words: ${englishIn(text, 'de').join(', ')}`);
		},
		async (app) => {
			await toRooms(app);
			const before = await textOf(app.page);
			const hint = /anmelden|registrieren|konto/i;
			await book(app.page, { room: ROOMS[0], day: 2, from: 11, hours: 1 }).catch(() => {});
			const asks = (await app.page.locator('input[type=password]').filter({ visible: true }).count()) > 0;
			app.must(
				(asks && (await reads(app.page.locator('main'), hint, 300))) ||
					(await gains(app.page, before, hint, 500)) ||
					(await reads(app.page.locator('main'), /um zu buchen|zum buchen/i, 300)),
				'no hint to sign in'
			);
		},
		async (app) => {
			const { page, isBooked } = await bookAs(app, 'Berta Bass', { room: ROOMS[0], day: 2, from: 12, hours: 2 });
			app.must(isBooked, 'no confirmation');
			app.must((await takenOn(app, await app.visitor(), ROOMS[0], 2)) >= 2, 'the hours do not turn belegt');
			await goTo(page, MINE);
			app.must(await rowWith(page, ROOMS[0]), 'it does not stand under the own bookings');
		},
		async (app) => {
			const { page, before, isBooked } = await bookAs(app, 'Berta Bass', { room: ROOMS[0], day: 3, from: 12, hours: 4 });
			app.must(
				!isBooked && (await gains(page, before, /\b(drei|3)\b[^\n]*stunden/i, 1500)),
				'four hours are not refused with a message'
			);
		},
		async (app) => {
			const first = await bookAs(app, 'Berta Bass', { room: ROOMS[0], day: 4, from: 12, hours: 2 });
			app.must(first.isBooked, 'the first booking fails');
			const second = await bookAs(app, 'Dora Drums', { room: ROOMS[0], day: 4, from: 13, hours: 1 });
			app.must(
				first.isBooked &&
					!second.isBooked &&
					((await gains(second.page, second.before, /belegt|vergeben|bereits|schon/i, 1200)) ||
						(await reads(second.page, /belegt/i, 200))),
				'the overlap is not refused'
			);
			app.must(
				(await bookAs(app, 'Dora Drums', { room: ROOMS[1], day: 4, from: 13, hours: 1 })).isBooked,
				'the same hour in the other room cannot be booked'
			);
		},
		async (app) => {
			const { page, isBooked } = await bookAs(app, 'Carla Cello', { room: ROOMS[1], day: 2, from: 18, hours: 2 });
			if (!app.must(isBooked, 'no booking')) return;
			const taken = await takenOn(app, await app.visitor(), ROOMS[1], 2);
			app.must((await cancel(page, ROOMS[1])).isOffered, 'cancelling is not offered');
			app.must(
				await poll(async () => (await takenOn(app, await app.visitor(), ROOMS[1], 2)) < taken, 4000),
				'the hours are not frei again'
			);
		},
		async (app) => {
			const soon = new Date().getHours() + 2;
			const isToday = soon >= 10 && soon <= 21;
			const { page, isBooked } = await bookAs(app, 'Theo Tuba', {
				room: ROOMS[0],
				day: isToday ? 0 : 1,
				from: isToday ? soon : 10,
				hours: 1
			});
			if (!app.must(isBooked, 'nothing could be booked')) return;
			const { isOffered, before } = await cancel(page, ROOMS[0]);
			const says = /\b24\b[^\n]*stunden/i;
			app.must(
				isOffered ? await gains(page, before, says, 1500) : says.test(before),
				'it is not refused with a message about 24 hours'
			);
		},
		(app) => asksColours(app, { ground: '#fff0f5', part: '#9370db' })
	],
	not: [
		async (app) => {
			await bookAs(app, 'Nadia Namenlos', { room: ROOMS[1], day: 5, from: 15, hours: 1 });
			const visitor = await app.visitor();
			await toRooms(app, visitor);
			await showDay(visitor, 5);
			app.never(/Nadia/.test(await textOf(visitor)), 'the name of who has booked');
		},
		async (app) => {
			neverControls(app, /bezahlen|zahlung|preise?\b/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => {
			for (const { path, text, controls } of app.pages.slice(0, 10)) {
				const words = [...new Set([...englishIn(text, 'de'), ...englishIn(controls.join(' '), 'de')])];
				app.never(words.length, `${path}: ${words.join(', ')}`);
			}
		}
	]
};
