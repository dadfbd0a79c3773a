/** Pen-friends whose letters take a day. */
import { count, linesOf, mainText, pickIfThere, seen } from './support/find.mjs';
import { field, setValue } from './support/forms.mjs';
import { entry } from './support/moves.mjs';
import { neverControls, seenIn } from './support/pages.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';
import { makeProfile, messagesOf, toMember, writeTo } from './support/social.mjs';

const ANN = 'Ann Archer';
const BEN = 'Ben Baker';
const LETTER = 'The cherry trees stand in blossom here';
const PROFILE = [
	[/language/i, 'Icelandic'],
	[/interest/i, 'Lighthouses']
];

/** Languages may be words to type or ones to tick. */
async function withProfile(app, name, language = 'Icelandic') {
	const page = await app.member(name);
	await makeProfile(app, page, [[PROFILE[0][0], language], PROFILE[1]]).catch(async () => {
		if (!(await pickIfThere(page, new RegExp(language, 'i')))) throw new Error('languages and interests cannot be set');
		await pickIfThere(page, /save/i);
	});
	return page;
}

async function search(app, page, language) {
	await app.open('/', page);
	const has = () => field(page, /language/i, 200);
	if (!(await has())) await (await entry(page, /search|find|members|pen.?friends|people/i, 600))?.click();
	await settle(page);
	const box = await has();
	if (!box) throw new Error('no search by language');
	await setValue(box, language).catch(() => setValue(box, new RegExp(language, 'i')));
	await pickIfThere(page, /^\W*(search|find|show|go)\b/i, 300);
	await settle(page);
	return mainText(page);
}

const hidden = (text) => !text.includes(LETTER);

export default {
	checks: [
		async (app) => {
			await withProfile(app, ANN);
			const other = await withProfile(app, BEN, 'Finnish');
			await toMember(app, other, new RegExp(ANN));
			const text = await textOf(other);
			app.must(text.includes('Icelandic'), 'the language is not shown to others');
			app.must(text.includes('Lighthouses'), 'the interests are not shown to others');
		},
		async (app) => {
			await withProfile(app, ANN);
			const other = await withProfile(app, BEN, 'Finnish');
			const found = await search(app, other, 'Icelandic');
			app.must(found.includes(ANN), 'the member with that language is not listed');
			const entries = await seen(other.locator('main li, main article, main tbody tr')).allInnerTexts();
			app.must(entries.length > 0 && entries.every((text) => /Icelandic/i.test(text)), 'others are listed as well');
			const box = await field(other, /language/i);
			if ((await box.evaluate((node) => node.tagName)) === 'SELECT') return;
			const nobody = await search(app, other, 'Klingon');
			app.must(
				/no |none|nobody|not found|sorry/i.test(nobody) && !nobody.includes(ANN),
				'no message for a language that nobody has'
			);
		},
		async (app) => {
			const page = await withProfile(app, ANN);
			await withProfile(app, BEN, 'Finnish');
			await writeTo(app, page, { name: new RegExp(BEN), words: LETTER });
			const text = `${await textOf(page)} ${await messagesOf(app, page, new RegExp(BEN))}`;
			app.must(/sent|on its way|under way|travel|posted/i.test(text), 'it is not shown as on its way');
			app.must(
				/arriv\w*[^.\n]{0,60}\d|tomorrow|in 2[34] h/i.test(linesOf(text).join(' ')),
				'it does not say when it will arrive'
			);
		},
		async (app) => {
			const page = await withProfile(app, ANN);
			const other = await withProfile(app, BEN, 'Finnish');
			await writeTo(app, page, { name: new RegExp(BEN), words: LETTER });
			const sent = (await messagesOf(app, page, new RegExp(BEN))).includes(LETTER) || /sent|way/i.test(await textOf(page));
			const received = await messagesOf(app, other, new RegExp(ANN));
			const answer = await other.evaluate(async () => (await fetch(location.href)).text());
			app.must(sent && hidden(received) && hidden(answer), sent ? 'the letter can be read at once' : 'no letter was sent');
		},
		async (app) => {
			const page = await withProfile(app, ANN);
			await messagesOf(app, page, undefined);
			const letter = seen(page.locator('main li, main article, main tbody tr')).filter({ hasNotText: /on its way|under way/i });
			if (!(await letter.count())) throw new Error('there are no letters that have arrived');
			const open = seen(letter.first().getByRole('link').or(letter.first().getByRole('button'))).first();
			if (await open.count()) await open.click();
			await settle(page);
			app.must((await mainText(page)).split(/\s+/).length > 15, 'a letter that has arrived cannot be read');
			if (!(await count(page.getByRole('textbox')))) await pickIfThere(page, /answer|reply|write/i);
			const box = seen(page.locator('main textarea')).last();
			if (!app.must(await box.count(), 'it cannot be answered')) return;
			await box.fill('Thank you for your letter');
			await pickIfThere(page, /send|post/i);
			app.must(await reads(page, /sent|on its way|arriv/i, 1500), 'the answer is not sent');
		},
		async (app) => {
			const page = await withProfile(app, ANN);
			const other = await withProfile(app, BEN, 'Finnish');
			await toMember(app, page, new RegExp(BEN));
			page.on('dialog', (dialog) => dialog.accept());
			if (!(await pickIfThere(page, /^\W*block\b/i, 800))) throw new Error('nobody can be blocked');
			await pickIfThere(page, /yes|confirm|^block/i, 300);
			app.must(!(await search(app, page, 'Finnish')).includes(BEN), 'the blocked one is found');
			const said = await writeTo(app, other, { name: new RegExp(ANN), words: 'Are you there?' }).then(
				() => textOf(other),
				() => 'refused'
			);
			const isRefused = /refused|cannot|can't|not (possible|allowed)|blocked|no longer/i.test(said);
			app.must(isRefused || !/from Ben/.test(await messagesOf(app, page)), 'the blocked one can write');
		},
		async (app) => {
			const page = await withProfile(app, ANN);
			await writeTo(app, page, { name: new RegExp(BEN), words: LETTER });
			await messagesOf(app, page, new RegExp(BEN));
			const { pathname } = new URL(page.url());
			const visitor = await app.visitor();
			await app.open(pathname, visitor);
			const asks = await poll(async () => /sign in|log in|password/i.test(await textOf(visitor)), 800);
			app.must(pathname !== '/' && asks && hidden(await textOf(visitor)), 'signed out one can read them');
			const third = await app.member('Cleo Carter');
			await app.open(pathname, third);
			app.must(pathname !== '/' && hidden(await textOf(third)), 'a third member can read them');
		}
	],
	not: [
		async (app) => neverControls(app, /new post|write a post|\b(wall|feed|timeline)\b/i),
		async (app) => neverControls(app, /\b(chat|likes?|followers?|follow)\b/i),
		async (app) => {
			const mail = /[\w.]+@[\w.]+\.\w+/;
			app.never(seenIn(app.pages, mail), seenIn(app.pages, mail));
		}
	]
};
