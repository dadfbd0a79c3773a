/** Volunteers and beaches: shifts on Saturdays that need somebody most. */
import { holdsDay } from './support/days.mjs';
import { chooseIn } from './support/matching.mjs';
import { count, entryWith, linesOf, mainText, pickIfThere, seen } from './support/find.mjs';
import { field, fillAll, formWith, isoDay, send } from './support/forms.mjs';
import { entry } from './support/moves.mjs';
import { neverControls, SIGN_UP } from './support/pages.mjs';
import { gains, poll, reads, settle, textOf } from './support/screen.mjs';
import { toPage } from './support/staff.mjs';

const LEFT =
	/(\d+)\s*(?:places?|spots?)?\s*(?:of \d+\s*(?:places?|spots?)?\s*)?(?:are |is )?(?:left|free|open|to fill|needed|unfilled|remaining)|(?:left|free)\W{0,3}(\d+)/i;
const JOIN = /join|sign (me )?up|take|count me in|i.?ll (come|help)|help here|put me down/i;
const ANN = ['Ann Archer', 'ann.archer@example.com'];

/** Shifts of the page: the entries that say how many places are left. */
async function shiftsOn(page) {
	const all = seen(page.locator('main li, main article, main tbody tr')).filter({ hasText: LEFT });
	const texts = await all.allInnerTexts();
	return texts.map((text, index) => ({ text: text.replace(/\s+/g, ' '), left: leftIn(text), part: all.nth(index) }));
}

const leftIn = (text) => {
	const match = LEFT.exec(text.replace(/\s+/g, ' '));
	return match ? Number(match[1] ?? match[2]) : /full|none left|no places/i.test(text) ? 0 : undefined;
};

async function open(app, page = app.page) {
	await app.open('/', page);
	if (!(await poll(async () => (await shiftsOn(page)).length > 0, 800)))
		await (await entry(page, /shifts|help|join|saturday/i, 500))?.click();
	await settle(page);
	const shifts = await shiftsOn(page);
	if (!shifts.length) throw new Error('no shifts with places left are shown');
	return shifts;
}

/** Joins a shift. @returns {Promise<string>} what the page said before */
async function join(page, part, [name, email]) {
	const button = seen(part.getByRole('button', { name: JOIN }).or(part.getByRole('link', { name: JOIN })));
	const before = await textOf(page);
	if (await count(button)) await button.first().click();
	else if (!(await field(part, /e-?mail/i, 200))) throw new Error('a shift cannot be joined');
	await settle(page);
	const form = await formWith(page, /e-?mail/i);
	await fillAll(form, [
		[/name/i, name],
		[/e-?mail/i, email]
	]);
	await send(form);
	return before;
}

/** The first words of a shift, without what changes: they find it again. */
const sameShift = (text) =>
	text
		.replace(/\d+ ?(places?|of|left|free).*$/i, '')
		.trim()
		.slice(0, 60);

async function again(app, page, text) {
	const shifts = await open(app, page);
	return shifts.find((shift) => sameShift(shift.text) === sameShift(text)) ?? entryAsShift(page, text);
}

async function entryAsShift(page, text) {
	const part = entryWith(page, sameShift(text).slice(0, 25));
	return (await part.count()) ? { text: await textOf(part), left: leftIn(await textOf(part)), part } : undefined;
}

export default {
	checks: [
		async (app) => {
			const shifts = await open(app);
			const { page } = app;
			app.must(shifts.length >= 3, `only ${shifts.length} shifts`);
			app.must(
				shifts.every(({ text }) => /sat/i.test(text)) || /saturday/i.test(await mainText(page)),
				'they are not on Saturdays'
			);
			app.must(
				shifts.every(({ text }) => /\d{1,2}[:.]\d{2}|\d ?(am|pm)/i.test(text)),
				'not every shift has a time'
			);
			app.must(
				shifts.every(({ text }) => /beach|bay|cove|sands?|point|strand|shore|dunes?|head/i.test(text)),
				'not every shift names its beach'
			);
			await app.open('/');
			app.must(
				/gloves/i.test(await textOf(page)) && /sunscreen|sun cream/i.test(await textOf(page)),
				'no reminder of gloves and sunscreen'
			);
		},
		async (app) => {
			await open(app);
			await app.open('/');
			const chosen = await chooseIn(app, { task: /sorting/i });
			const found = await poll(async () => {
				const now = (await suggested(app.page)).filter(({ text }) => text);
				return now.length > 0 && now.length <= 3 && now;
			}, 2000);
			if (!app.must(found, 'two or three shifts are not suggested')) return;
			app.must(!chosen.place || found.every(({ text }) => text.includes(chosen.place)), `they are not at ${chosen.place}`);
			const needs = found.map(({ left }) => left);
			app.must(
				needs.every((left, at) => at === 0 || left <= needs[at - 1]),
				`those with most places free are not first: ${needs.join(', ')}`
			);
		},
		async (app) => {
			const [shift] = (await open(app)).filter(({ left }) => left > 1);
			const { text, left } = shift;
			const before = await join(app.page, shift.part, ANN);
			app.must(await gains(app.page, before, /thank|see you|confirmed|you.?re (on|in|down)|joined|booked/i), 'no confirmation');
			const said = linesOf((await textOf(app.page)).replace(before, '')).join(' ');
			app.must(
				/\d{1,2}[:.]\d{2}/.test(said) && /beach|bay|cove|sand|point|strand|shore|dune|head/i.test(said),
				'beach and time are not confirmed'
			);
			const after = await again(app, app.page, text);
			app.must(after?.left === left - 1, `of ${left} places ${after?.left} are left`);
			app.never(await count(app.page.locator('input[type=password]')), 'a password is asked for');
		},
		async (app) => {
			const shifts = (await open(app)).filter(({ left }) => left > 1);
			const whenOf = ({ text }) =>
				text
					.match(/\d{1,2} \w{3,}|\w{3,} \d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}[:.]\d{2}/g)
					?.slice(0, 2)
					.join() ?? text;
			const first = shifts.find((shift) => shifts.some((other) => other !== shift && whenOf(other) === whenOf(shift)));
			if (!first) throw new Error('no two shifts are at the same time');
			const second = shifts.find((other) => other !== first && whenOf(other) === whenOf(first));
			const email = ['Bea Twice', 'bea.twice@example.com'];
			await join(app.page, first.part, email);
			const other = await again(app, app.page, second.text);
			const before = await join(app.page, other.part, email);
			app.must(
				await gains(app.page, before, /already|same time|another shift|at that time|one shift/i),
				'a second shift at the same time is not refused'
			);
		},
		async (app) => {
			const shifts = (await open(app)).filter(({ left }) => left > 0).sort((a, b) => a.left - b.left);
			const { text, left } = shifts[0];
			for (let place = 0; place < Math.min(left, 12); place++) {
				const shift = await again(app, app.page, text);
				await join(app.page, shift.part, [`Helper ${place}`, `helper${place}.${left}@example.com`]);
			}
			await open(app).catch(() => {});
			const full = await entryAsShift(app.page, text);
			app.must(full && (full.left === 0 || /full|none left|no places/i.test(full.text)), 'it does not show none left');
			const button = full && seen(full.part.getByRole('button', { name: JOIN }));
			app.must(full && (!(await count(button)) || (await button.first().isDisabled())), 'it can still be joined');
		},
		async (app) => {
			const owner = await app.owner();
			const saturday = isoDay(21 + ((6 - new Date().getDay() + 7) % 7));
			await (await entry(owner, /shifts|desk|coordinat|manage|admin/i, 800))?.click();
			await settle(owner);
			if (!(await field(owner, /places|spots/i, 300))) await (await entry(owner, /new|add|create/i, 800))?.click();
			const form = await formWith(owner, /places|spots/i);
			await fillAll(form, [
				[/places|spots/i, 5],
				[/date|day|saturday/i, saturday]
			]);
			const before = await textOf(owner);
			await send(form);
			await gains(owner, before, /./, 1500);
			const visitor = await app.visitor();
			const shifts = await open(app, visitor);
			const made = shifts.find(({ text }) => holdsDay(text, saturday) && leftIn(text) === 5);
			app.must(made, `visitors see no shift on ${saturday} with 5 left`);
		},
		async (app) => {
			const [shift] = (await open(app)).filter(({ left }) => left > 0);
			await join(app.page, shift.part, ['Zelda Zander', 'zelda.zander@example.com']);
			const owner = await app.owner();
			if (!(await reads(owner, /Zelda Zander/, 800)))
				await toPage(owner, /who|coming|helpers|volunteers|shifts|desk|coordinat|manage/i);
			if (!(await reads(owner, /Zelda Zander/, 800))) await pickIfThere(owner, /who|coming|helpers|show|open/i);
			const shows = await reads(owner, /Zelda Zander/, 800);
			app.must(
				shows && (await textOf(owner)).includes('zelda.zander@example.com'),
				'the coordinator does not see name and e-mail'
			);
			const { pathname } = new URL(owner.url());
			const visitor = await app.visitor();
			for (const path of ['/', pathname]) {
				await app.open(path, visitor);
				app.must(shows && !/zelda/i.test(await textOf(visitor)), `signed out ${path} shows them`);
			}
		}
	],
	not: [
		async (app) => neverControls(app, /job application|apply now|your application/i),
		async (app) => neverControls(app, SIGN_UP, /my profile|my account/i),
		async (app) => neverControls(app, /donat/i)
	]
};

/** What is suggested: below a heading that says so, else all the shifts that are left. */
async function suggested(page) {
	const heading = page.getByRole('heading', { name: /suggest|for you|fit|match|need you|most/i });
	const around = seen(page.locator('main section, main [aria-live], main output').filter({ has: heading })).last();
	const scope = (await around.count()) ? around : page.locator('main');
	const texts = await seen(scope.locator('li, article, tbody tr')).filter({ hasText: LEFT }).allInnerTexts();
	return texts.map((text) => ({ text: text.replace(/\s+/g, ' '), left: leftIn(text) }));
}
