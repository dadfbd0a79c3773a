/** The directory of grief support groups. */
import { openEntry } from './support/detail.mjs';
import { entriesIn } from './support/entries.mjs';
import { pick, search } from './support/filters.mjs';
import { field, fillAll, formWith, sendAndRead } from './support/forms.mjs';
import { entry, goTo, press } from './support/moves.mjs';
import { neverControls, SIGN_UP } from './support/pages.mjs';
import { reads, settle, textOf } from './support/screen.mjs';
import { findRow, isClosed } from './support/tables.mjs';

const DAY = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/i;
const GENTLE = /welcome|not alone|company|together|gentl|kind|at your own pace|here for|listen|loss|grief/i;
const NEW_NAME = 'Harbour Evening Circle';
const groups = (page, least = 1) => entriesIn(page, { having: DAY, least });

async function toGroups(app, page = app.page) {
	const here = await groups(page, 3);
	if (here.length >= 3) return here;
	const link = await entry(page, /groups|find|directory/i, 500);
	if (link) await link.click().then(() => settle(page));
	return groups(page);
}

/** A town of the towns that can be chosen, and a day, that one group has. */
async function townAndDay(app) {
	const all = await toGroups(app);
	const places = await field(app.page, /town|place|where/i);
	const towns = ((await places?.locator('option').allInnerTexts()) ?? [])
		.map((town) => town.trim())
		.filter((town) => town && !/^(all|any|every)/i.test(town));
	for (const { text } of all) {
		const town = towns.find((name) => text.includes(name));
		if (town) return { all, town, day: DAY.exec(text)[0] };
	}
	throw new Error(towns.length ? 'no group in a town that can be chosen' : 'no town to choose');
}

async function suggest(app) {
	if (!(await field(app.page, /meeting place|where|place|venue/i, 300))) await goTo(app.page, /suggest|add a group|tell us/i);
	const form = await formWith(app.page, /name|group/i);
	await fillAll(form, [[/(group|name)/i, NEW_NAME]]);
	return sendAndRead(app.page, form, /thank|look|read|check|review/i);
}

export default {
	checks: [
		async (app) => {
			const all = await toGroups(app);
			app.must(all.length >= 3, `${all.length} groups with a day`);
			app.must(
				all.length && all.every(({ text }) => text.split('\n').filter((line) => line.trim()).length >= 2),
				'name, town and day are not all there'
			);
			app.must(GENTLE.test((await textOf(app.page)).replace(/grief support/gi, '')), 'no gentle wording');
		},
		async (app) => {
			const { all, town, day } = await townAndDay(app);
			await pick(app.page, new RegExp(`^\\W*${town}`, 'i'));
			await pick(app.page, new RegExp(`^\\W*${day.replace(/s$/, '')}`, 'i'));
			const left = await groups(app.page);
			const fit = left.filter(({ text }) => text.includes(town) && new RegExp(day.replace(/s$/, ''), 'i').test(text));
			app.must(
				left.length > 0 && left.length < all.length && fit.length === left.length,
				`${left.length} of ${all.length} remain, ${fit.length} in ${town} on ${day}`
			);
		},
		async (app) => {
			const all = await toGroups(app);
			const words = (text) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
			const [mine = { text: '' }] = all;
			const word =
				words(mine.text).find((candidate) => all.filter(({ text }) => text.toLowerCase().includes(candidate)).length === 1) ??
				'evening';
			await search(app.page, word);
			const found = await groups(app.page);
			app.must(
				found.length > 0 && found.length < all.length && found.some(({ text }) => text === mine.text),
				`'${word}' finds ${found.length} of ${all.length}`
			);
			await search(app.page, 'xyzzyq');
			const text = await textOf(app.page.locator('main'));
			app.must(
				(await groups(app.page)).length === 0 && /no group|none|nothing|could not find|did not find|sorry|not found/i.test(text),
				'no kind message that there is none'
			);
		},
		async (app) => {
			const [first] = await toGroups(app);
			if (!first) throw new Error('no group');
			await openEntry(app.page, first);
			const text = await textOf(app.page.locator('main'));
			app.must(/meet|place|where|hall|room|library|church|centre|street/i.test(text), 'no meeting place');
			app.must(/\d{1,2}[:.]\d{2}|\d\s?[ap]m/i.test(text), 'no time');
			app.must(/led by|leader|leads|who leads|host/i.test(text), 'not who leads it');
			app.must(/turn up|drop in|just come|come along|call first|before you come/i.test(text), 'not whether one can just turn up');
		},
		async (app) => {
			app.must(await suggest(app), 'no thank-you that says it will be looked at first');
			const other = await app.visitor();
			await toGroups(app, other);
			const isListed = new RegExp(NEW_NAME).test(await textOf(other));
			app.never(isListed, 'the suggestion is listed at once');
			await app.open('/');
			await toGroups(app);
			app.never(
				new RegExp(NEW_NAME).test(await textOf(app.page.locator('main'))),
				'the suggestion is listed at once for who made it'
			);
		},
		async (app) => {
			app.must(await suggest(app), 'nothing could be suggested');
			const page = await app.owner();
			const row = await findRow(page, NEW_NAME, [/suggest/i, /waiting|pending|approve|review/i, /groups/i, /admin|editor/i]);
			if (!app.must(row, 'the suggestion does not wait for the editor')) return;
			await press(row, /approve|publish|list|accept/i);
			const other = await app.visitor();
			await toGroups(app, other);
			app.must(await reads(other, new RegExp(NEW_NAME)), 'after approval a visitor does not see it');
		},
		async (app) => {
			await suggest(app);
			const page = await app.owner();
			const row = await findRow(page, NEW_NAME, [/suggest/i, /waiting|pending|approve|review/i, /admin|editor/i]);
			if (!app.must(row, 'no page of the editor with suggestions')) return;
			const other = await app.visitor();
			await app.open(new URL(page.url()).pathname, other);
			app.must(await isClosed(other, new RegExp(NEW_NAME)), 'signed out the page of the editor is open');
		}
	],
	not: [
		async (app) => neverControls(app, /help ?desk|ticket|technical support|contact support/i),
		async (app) => {
			app.never(await app.page.getByRole('dialog').filter({ visible: true }).count(), 'a pop-up');
			const emoji = app.pages.find(({ text }) => /[\u{1F300}-\u{1FAFF}]/u.test(text));
			app.never(emoji, `${emoji?.path}: emojis`);
			neverControls(app, /advert|sponsored/i);
		},
		async (app) => neverControls(app, SIGN_UP)
	]
};
