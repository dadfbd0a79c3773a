/** Booking hours of a day in a room, by fields or by pressing the hours themselves. */
import { pick } from './filters.mjs';
import { field, isoDay, send, setValue } from './forms.mjs';
import { firstVisible, gains, settle, textOf } from './screen.mjs';

const DAY = /datum|\btag\b/i;
const FROM = /von|beginn|start|ab\b|uhrzeit/i;
const UNTIL = /\bbis\b|ende/i;
const LASTS = /dauer|stunden|wie lange/i;
const BOOK = /buchen|reservieren/i;
const DONE = /gebucht|bestätig|danke|reserviert|eingetragen/i;

const hour = (number) => new RegExp(`(^|\\D)0?${number}([:.]00| ?uhr|\\b)`, 'i');

/** Shows a day: by its field, else by pressing on to it from today. @throws Error where that is not offered */
export async function showDay(page, days) {
	const box = await field(page, DAY, 400);
	if (box) {
		const isChoice = await box.evaluate((element) => element.tagName === 'SELECT');
		await (isChoice ? box.selectOption({ index: days }) : setValue(box, isoDay(days)));
	} else if (days !== 0) {
		const next = await firstVisible([page.getByRole('button', { name: /nächst|weiter|morgen|→|›/i })], 400);
		if (!next) throw new Error('no way to another day');
		for (let step = 0; step < days; step++) await next.click();
	}
	await settle(page);
}

/** The part of the page that shows one room's hours; the page where a room is chosen for all of it. */
export async function roomOn(page, room) {
	const part = page.locator('section, article, table, tr, li, [role=region], [role=group], [role=row]').filter({ hasText: room });
	const hours = await part
		.filter({ hasText: /\b10\b/ })
		.filter({ visible: true })
		.all();
	for (const place of hours.reverse()) if ((await textOf(place)).match(/frei|belegt/gi)?.length >= 6) return place;
	return page.locator('main');
}

/** Books hours. @returns {Promise<{ before: string, isBooked: boolean }>} @throws Error where there is nothing to book with */
export async function book(page, { room, day, from, hours }) {
	await pick(page, room).catch(() => {});
	await showDay(page, day);
	const before = await textOf(page);
	const start = await field(page, FROM, 300);
	if (start) {
		const rooms = await field(page, /raum/i, 200);
		if (rooms) await setValue(rooms, room).catch(() => {});
		await setValue(start, (await isChoice(start)) ? hour(from) : `${String(from).padStart(2, '0')}:00`);
		await setLength(page, from, hours);
		const form = start.locator('xpath=ancestor::form[1]');
		await send((await form.count()) ? form : page.locator('main'), BOOK);
	} else {
		for (let at = from; at < from + hours; at++) {
			const slot = await firstVisible(
				[(await roomOn(page, room)).getByRole('button', { name: hour(at) }), (await roomOn(page, room)).getByLabel(hour(at))],
				500
			);
			if (!slot) throw new Error(`no hour ${at} to press`);
			if (await slot.isDisabled()) return { before, isBooked: false };
			await slot.click();
			await settle(page);
			if (await setLength(page, from, hours)) break;
		}
		const button = await firstVisible(
			[page.getByRole('dialog').getByRole('button', { name: BOOK }), page.getByRole('button', { name: BOOK })],
			800
		);
		if (button && !(await button.isDisabled())) await button.click().then(() => settle(page));
	}
	return { before, isBooked: await gains(page, before, DONE, 2000) };
}

const isChoice = (target) => target.evaluate((element) => element.tagName === 'SELECT');

/** Says how long: until when, or for how many hours. @returns whether that was asked */
async function setLength(page, from, hours) {
	const until = await field(page, UNTIL, 200);
	const length = until ? undefined : await field(page, LASTS, 200);
	if (until) await setValue(until, (await isChoice(until)) ? hour(from + hours) : `${String(from + hours).padStart(2, '0')}:00`);
	if (length) await setValue(length, (await isChoice(length)) ? new RegExp(`^\\D*${hours}\\b`) : String(hours));
	return !!(until ?? length);
}
