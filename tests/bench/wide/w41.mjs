/** The detective agency: cases, evidence, and a board on which it hangs together. */
import { asksColours } from './support/colours.mjs';
import { choosePicture, count, mainText, pickIfThere, seen } from './support/find.mjs';
import { field, fillAll, formWith, isoDay, send } from './support/forms.mjs';
import { entry, press, reload } from './support/moves.mjs';
import { CART, neverControls, SIGN_UP } from './support/pages.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';
import { make, openEntry, staff, toPage } from './support/staff.mjs';

const CASES = /cases/i;
const DORA = { name: 'Dora Detective', role: /detective/i };
const DICK = { name: 'Dick Detective', role: /detective/i };
const STATES = ['open', 'stalled', 'solved'];

/** A case with this title, made by the chief. */
async function newCase(app, page, title) {
	await app.open('/', page);
	await make(app, page, {
		on: CASES,
		first: /title/i,
		pairs: [
			[/title/i, title],
			[/client/i, 'Mrs Fenwick']
		]
	});
}

async function toCase(app, page, title) {
	await app.open('/', page);
	await toPage(page, CASES);
	await openEntry(page, title);
}

async function assign(app, page, title, who) {
	await toCase(app, page, title);
	if (!(await field(page, /detective|assign/i, 300))) await press(page, /assign|edit|change/i);
	const form = await formWith(page, /detective|assign/i);
	await fillAll(form, [[/detective|assign/i, new RegExp(who.name)]]);
	await send(form, /save|assign/i);
}

const sectionRow = (page, heading, words) =>
	seen(
		page
			.locator('section, article, div')
			.filter({ has: page.getByRole('heading', { name: heading }) })
			.filter({ hasText: words })
	);

/** Adds a thing to the case under its heading. */
async function addTo(page, kind, pairs) {
	const tab = await entry(page, new RegExp(`^\\W*${kind}`, 'i'), 300);
	const [[first]] = pairs;
	const button = page.getByRole('button', { name: new RegExp(`(add|new).*${kind}|${kind}.*add`, 'i') });
	if (await count(button)) await seen(button).first().click();
	else {
		await tab?.click();
		await settle(page);
		await pickIfThere(page, /^\W*(add|new)/i);
	}
	const form = await formWith(page, first);
	await fillAll(form, pairs);
	const hasPhoto = await choosePicture(form);
	await send(form);
	return hasPhoto;
}

/** Cards of the evidence board, which can be dragged. */
const cardsOf = (page) =>
	seen(
		page
			.locator('main')
			.locator('[draggable=true], [aria-roledescription*=card i], [class*=card i], [role=group], [role=listitem], li, article')
	);

export default {
	checks: [
		async (app) => {
			const page = await app.owner();
			await newCase(app, page, 'The missing heron');
			await app.open('/', page);
			await toPage(page, CASES);
			const row = seen(page.locator('tr, li, article').filter({ hasText: 'The missing heron' })).last();
			if (!app.must(await poll(() => row.count()), 'it is not in the list')) return;
			app.must(/\d/.test((await textOf(row)).replace(/20\d\d/g, '')), 'it has no number of its own');
			app.must(/\bopen\b/i.test(await textOf(row)), 'its status is not open');
			for (const state of STATES) {
				const box = await field(page, /status|state/i, 300);
				if (box && (await box.evaluate((node) => node.tagName === 'SELECT')))
					await fillAll(page.locator('main'), [[/status|state/i, new RegExp(state, 'i')]]);
				else if (!(await pickIfThere(page, new RegExp(`^\\W*${state}`, 'i')))) app.must(false, `no filter ${state}`);
				await settle(page);
				app.must(
					(await reads(page, /The missing heron/, 500)) === (state === 'open'),
					`filtered by ${state} it is ${state === 'open' ? 'gone' : 'there'}`
				);
			}
		},
		async (app) => {
			const owner = await app.owner();
			const dora = await staff(app, { ...DORA, boss: owner });
			const dick = await staff(app, { ...DICK, boss: owner });
			await newCase(app, owner, 'The silver spoon');
			await assign(app, owner, /The silver spoon/, DORA);
			await toPage(dora, CASES);
			const isSeen = app.must(await reads(dora, /The silver spoon/), 'the detective it is given to does not see it');
			if (!isSeen) return;
			await openEntry(dora, /The silver spoon/);
			const { pathname } = new URL(dora.url());
			await toPage(dick, CASES);
			app.must(!(await reads(dick, /The silver spoon/, 700)), 'the other one has it in the list');
			await app.open(pathname, dick);
			app.must(!(await reads(dick, /The silver spoon|Mrs Fenwick/, 700)), 'the other one sees it by its address');
		},
		async (app) => {
			const page = await app.owner();
			await newCase(app, page, 'The wet umbrella');
			await toCase(app, page, /The wet umbrella/);
			await addTo(page, 'suspect', [[/name/i, 'Basil Grub']]);
			app.must(await poll(() => count(sectionRow(page, /suspects/i, 'Basil Grub'))), 'the suspect is not under its heading');
			await addTo(page, 'witness', [[/name/i, 'Wilma Watch']]);
			app.must(await poll(() => count(sectionRow(page, /witness/i, 'Wilma Watch'))), 'the witness is not under its heading');
			const hasPhoto = await addTo(page, 'evidence', [
				[/title|name|item|description|what/i, 'A muddy glove'],
				[/date|found/i, isoDay(-1)]
			]);
			app.must(hasPhoto, 'no photo can be chosen for evidence');
			const own = sectionRow(page, /evidence/i, 'A muddy glove');
			app.must(await poll(() => count(own)), 'the evidence is not under its heading');
			const photos = page.locator('main img');
			app.must(
				(await photos.count()) && (await photos.first().evaluate((image) => image.naturalWidth > 0)),
				'its photo is not visible'
			);
		},
		async (app) => {
			const page = await app.owner();
			await newCase(app, page, 'The broken clock');
			await toCase(app, page, /The broken clock/);
			await addTo(page, 'suspect', [[/name/i, 'Basil Grub']]).catch(() => {});
			await addTo(page, 'witness', [[/name/i, 'Wilma Watch']]).catch(() => {});
			if (!(await entry(page, /board/i, 600))) throw new Error('there is no evidence board');
			await (await entry(page, /board/i)).click();
			await settle(page);
			const [one, other] = [
				cardsOf(page).filter({ hasText: 'Basil Grub' }).last(),
				cardsOf(page).filter({ hasText: 'Wilma Watch' }).last()
			];
			const at = await one.boundingBox();
			await drag(page, at, 130, 90);
			const dropped = await one.boundingBox();
			if (!app.must(Math.abs(dropped.x - at.x) > 60, 'a card cannot be dragged')) return;
			const lines = () => page.locator('main svg line, main svg path').count();
			const before = await lines();
			if (await pickIfThere(page, /join|connect|link|line/i)) {
				await one.click();
				await other.click();
			}
			app.must((await lines()) > before, 'no line joins two cards');
			const shape = () => page.locator('main svg').last().innerHTML();
			const drawn = await shape();
			await drag(page, await other.boundingBox(), 40, 120);
			app.must((await lines()) > before && (await shape()) !== drawn, 'the line does not follow');
			await reload(page);
			const kept = await one.boundingBox();
			app.must(
				kept && Math.abs(kept.x - dropped.x) < 4 && Math.abs(kept.y - dropped.y) < 4,
				'after a reload the card is elsewhere'
			);
			app.must((await lines()) > before, 'after a reload the line is gone');
		},
		async (app) => {
			const page = await app.owner();
			await newCase(app, page, 'The stolen kite');
			await toCase(app, page, /The stolen kite/);
			await solve(page);
			app.must(/solved/i.test(await mainText(page)), 'the case does not show it');
			await app.open('/', page);
			await toPage(page, CASES);
			const row = seen(page.locator('tr, li, article').filter({ hasText: 'The stolen kite' })).last();
			app.must((await row.count()) && /solved/i.test(await textOf(row)), 'the list does not show it');
		},
		async (app) => {
			const page = await app.owner();
			await newCase(app, page, 'The odd sock');
			await toCase(app, page, /The odd sock/);
			await solve(page);
			await app.open('/', page);
			await toPage(page, /\blog\b|history|changes|activity|audit/i);
			const line = seen(page.locator('tr, li, article').filter({ hasText: 'The odd sock' })).first();
			if (!app.must(await poll(() => line.count()), 'the changes just made are not in it')) return;
			const text = await textOf(line);
			app.must(/Olive|owner|chief/i.test(text), 'who did it is not said');
			app.must(/\d{1,2}:\d{2}|ago|now|today|20\d\d/.test(text), 'when is not said');
			app.must(await reads(page, /status|solved/i, 500), 'what changed is not said');
		},
		async (app) => {
			await app.open('/cases');
			const asks = await poll(async () => (await count(app.page.locator('input[type=password]'))) > 0, 1000);
			app.must(asks && !/heron|spoon|umbrella|clock|kite|sock/i.test(await textOf(app.page)), 'cases are visible signed out');
			app.page = await app.owner();
			await asksColours(app, { ground: '#696969', part: '#b22222', paths: ['/', '/cases'] });
		}
	],
	not: [
		async (app) => neverControls(app, /forum|discussion|new post/i),
		async (app) => neverControls(app, CART),
		async (app) => {
			await app.owner();
			const page = await app.visitor();
			const offer = await entry(page, SIGN_UP, 500);
			app.never(offer, 'a visitor can sign up');
		}
	]
};

async function solve(page) {
	const box = await field(page, /status|state/i, 400);
	if (!box && !(await pickIfThere(page, /solved/i, 300))) await press(page, /edit|change|status/i);
	const select = await field(page, /status|state/i, 500);
	if (!select) return;
	await fillAll(await formWith(page, /status|state/i), [[/status|state/i, /solved/i]]);
	await pickIfThere(page, /^\W*(save|update|change)/i);
	await settle(page);
}

async function drag(page, box, dx, dy) {
	const [x, y] = [box.x + box.width / 2, box.y + Math.min(14, box.height / 2)];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
	await page.mouse.move(x + dx, y + dy, { steps: 4 });
	await page.mouse.up();
	await settle(page);
}
