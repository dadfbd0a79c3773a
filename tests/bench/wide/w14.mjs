/** The sailing couple's blog. */
import { openEntry } from './support/detail.mjs';
import { entriesIn } from './support/entries.mjs';
import { pick } from './support/filters.mjs';
import { field, fillAll, formWith, send, sendAndRead, setValue } from './support/forms.mjs';
import { entry, goTo, press, reload } from './support/moves.mjs';
import { neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { firstVisible, reads, settle, textOf } from './support/screen.mjs';
import { findRow, rowWith } from './support/tables.mjs';

const MONTH = /\b(january|february|march|april|may|june|july|august|september|october|november|december)\b( \d{4})?/i;
const CATEGORIES = ['harbour', 'weather', 'food', 'repair'];
const TITLE = 'Fog off Gotland';
const WRITE = /new post|write|add( a)? post|create( a)? post|new article/i;
const SOME = 'Fog all morning, so we stayed in the harbour and mended the jib together.';
const posts = (page, least = 1) => entriesIn(page, { having: /\p{L}{3,}[\s\S]{25,}/u, least });

/** A picture to give, as a file. */
const PHOTO = {
	name: 'fog.png',
	mimeType: 'image/png',
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	)
};

async function comment(app, words) {
	const [first] = await posts(app.page);
	if (!first) throw new Error('no post');
	await openEntry(app.page, first);
	const form = await formWith(app.page, /comment|message|text|your words/i);
	await fillAll(form, [
		[/name/i, 'Ada Reader'],
		[/comment|message|text|your words/i, words]
	]);
	await send(form);
	return app.page.url();
}

/** As the writer: a post, saved as a draft. */
async function writeDraft(app, page, title) {
	if (!(await field(page, /title/i, 300))) await goTo(page, WRITE).catch(() => viaAdmin(page));
	const form = await formWith(page, /title/i);
	const file = form.locator('input[type=file]');
	await fillAll(form, [
		[/title/i, title],
		[/place/i, 'Visby']
	]);
	const text = await field(form, /text|content|body|story|post/i, 300);
	if (text) await setValue(text, SOME);
	const category = await field(form, /categor/i, 300);
	if (category) await setValue(category, /weather/i);
	if (await file.count()) await file.first().setInputFiles(PHOTO);
	const hasPhoto = (await file.count()) > 0 || !!(await field(form, /photo|picture|image/i, 200));
	const draft = await firstVisible([form.getByRole('button', { name: /draft/i })], 500);
	if (draft) await draft.click();
	else {
		const state = await field(form, /state|status|published/i, 300);
		if (state) await setValue(state, /draft/i).catch(() => {});
		await send(form);
	}
	await settle(page);
	return hasPhoto;
}

async function viaAdmin(page) {
	for (const name of [/admin|manage|posts|writer/i]) await goTo(page, name);
	await goTo(page, WRITE);
}

const draftsOf = (page) => findRow(page, TITLE, [/draft/i, /posts|blog/i, /admin|manage|write/i]);

export default {
	checks: [
		async (app) => {
			const all = await posts(app.page, 3);
			app.must(all.length >= 3, `${all.length} posts`);
			app.must(all.length && all.every(({ hasPicture }) => hasPicture), 'not every post has a photo');
			const dates = all.map(({ text }) =>
				Date.parse((/\b\d{1,2}\.? \p{Lu}\p{L}+ \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d/u.exec(text) ?? [])[0])
			);
			app.must(dates.length > 1 && dates.every((date, index) => index === 0 || date <= dates[index - 1]), 'not the newest first');
			const months = await app.page
				.locator('aside, [role=complementary], nav, main')
				.getByRole('link', { name: MONTH })
				.or(app.page.getByRole('button', { name: MONTH }))
				.count();
			app.must(months >= 2, `${months} months to choose`);
		},
		async (app) => {
			const all = (await posts(app.page, 3)).length;
			const months = app.page
				.getByRole('link', { name: MONTH })
				.or(app.page.getByRole('button', { name: MONTH }))
				.filter({ visible: true });
			if (app.must(await months.count(), 'no months')) {
				const [name] = MONTH.exec(await months.first().innerText());
				await months.first().click();
				await settle(app.page);
				const seen = await posts(app.page);
				const month = new RegExp(name.slice(0, 3), 'i');
				app.must(
					seen.length > 0 && seen.length < all && seen.every(({ text }) => month.test(text)),
					`${name}: ${seen.length} of ${all}`
				);
			}
			for (const name of CATEGORIES) {
				await app.open('/');
				await pick(app.page, new RegExp(`^\\W*${name}`, 'i'));
				const seen = await posts(app.page);
				app.must(
					seen.length > 0 && seen.length < all && seen.every(({ text }) => new RegExp(name, 'i').test(text)),
					`${name}: ${seen.length} of ${all}`
				);
			}
		},
		async (app) => {
			await comment(app, 'Fair winds to the both of you!');
			app.must(await reads(app.page, /Fair winds to the both/), 'the comment does not appear');
			app.must(/Ada Reader/.test(await textOf(app.page)), 'without the name');
			const text = await reload(app.page);
			app.must(/Fair winds to the both/.test(text), 'after a reload it is gone');
			const other = await app.visitor();
			await app.open(new URL(app.page.url()).pathname, other);
			app.must(await reads(other, /Fair winds to the both/), 'another reader does not see it');
		},
		async (app) => {
			const page = await app.owner();
			app.must(await writeDraft(app, page, TITLE), 'no photo can be given');
			const row = await draftsOf(page);
			app.must(row && /draft/i.test(await textOf(row)), 'it is not listed as a draft');
			app.never(new RegExp(TITLE).test(await textOf(await app.visitor())), 'a reader sees the draft');
		},
		async (app) => {
			const page = await app.owner();
			await writeDraft(app, page, TITLE);
			const row = await draftsOf(page);
			if (!row) throw new Error('no draft');
			const publish = await firstVisible([row.getByRole('button', { name: /publish/i })], 400);
			if (publish) await publish.click();
			else {
				await openEntry(page, { at: row });
				await press(page, /publish/i);
			}
			await settle(page);
			const reader = await app.visitor();
			const [top] = await posts(reader, 3);
			app.must(top?.text.includes(TITLE), 'it does not stand on top');
			app.must(top?.text.includes(TITLE) && top.hasPicture, 'without its photo');
			app.must(/Visby/.test(top?.text ?? ''), 'without its place');
			app.must(top?.text.includes(TITLE) && /weather/i.test(top.text), 'without its category');
		},
		async (app) => {
			await comment(app, 'Buy cheap sails at once');
			const path = new URL(app.page.url()).pathname;
			app.must(await reads(app.page, /Buy cheap sails/), 'no comment could be written');
			const page = await app.owner();
			await app.open(path, page);
			const row = (await rowWith(page, 'Buy cheap sails')) ?? (await findRow(page, 'Buy cheap sails', [/comment/i]));
			if (!row) throw new Error('the writer does not find the comment');
			await press(row, /delete|remove/i);
			const sure = await firstVisible([page.getByRole('dialog').getByRole('button', { name: /delete|remove|yes/i })], 600);
			if (sure) await sure.click();
			await settle(page);
			const reader = await app.visitor();
			await app.open(path, reader);
			app.must(!/Buy cheap sails/.test(await textOf(reader)), 'readers still see it');
		},
		async (app) => {
			app.never(await entry(app.page, WRITE, 500), 'signed out there is a way to write');
			const page = await app.owner();
			await goTo(page, WRITE).catch(() => viaAdmin(page));
			await app.open(new URL(page.url()).pathname);
			app.must(!(await field(app.page, /title/i, 800)), 'the writing page is open signed out');
			const secret = app.page.locator('input[type=password]').filter({ visible: true });
			if (!(await secret.count())) await goTo(app.page, SIGN_IN);
			const form = app.page.locator('form').filter({ has: app.page.locator('input[type=password]') });
			await fillAll(form, []);
			await form.locator('input[type=password]').first().fill('wrong-Wrong-1');
			app.must(
				await sendAndRead(app.page, form, /wrong|incorrect|not right|does not|do not|invalid|try again/i),
				'a wrong password gets no message'
			);
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_UP),
		async (app) => neverControls(app, /book (a|this|your)|charter|\bbuy\b|add to cart/i)
	]
};
