/** The unit planner of a geography teacher. */
import { count, goWhere, linesAfter, linesOf, pickIfThere, sayYes, scrollsSideways, seen } from './support/find.mjs';
import { field, fill, fillAll, formWith, send } from './support/forms.mjs';
import { entry, press, reload } from './support/moves.mjs';
import { neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';

const TITLE = /title|name/i;
const WEEKS = /weeks/i;
const NEW = /new unit|add (a |another )?unit|create (a |the )?unit|^\W*(add|new|create)\b/i;
const LESSON = [
	[/what we do|do|activit|content|plan/i, 'Sort pebbles by size'],
	[/material/i, 'Trays and a ruler'],
	[/homework/i, 'Draw your river']
];

async function toForm(app) {
	const has = async (page) => (await field(page, WEEKS, 50)) && field(page, TITLE, 50);
	const isThere = async (page) => (await has(page)) || entry(page, NEW, 100);
	await goWhere(app, isThere, { likely: /unit|plan/i, what: 'a way to make a unit' });
	if (!(await has(app.page))) await press(app.page, NEW);
	return formWith(app.page, WEEKS);
}

/** A unit of four weeks, opened. */
async function rivers(app) {
	const form = await toForm(app);
	await fillAll(form, [
		[TITLE, 'Rivers'],
		[/class/i, '8b'],
		[WEEKS, 4],
		[/aims?|goals?/i, 'Know the parts of a river']
	]);
	await send(form);
	if (!(await poll(() => gridWeeks(app.page), 1200))) await openUnit(app.page, /Rivers/);
}

async function openUnit(page, name) {
	const link = await entry(page, name, 800);
	await link?.click();
	await settle(page);
	if (!(await gridWeeks(page))) await pickIfThere(page, /^open|^show|^plan/i);
}

/** Which weeks the grid has, by their names. */
async function gridWeeks(page) {
	const names = linesOf(await textOf(page)).flatMap((line) => /^week (\d+)\b/i.exec(line)?.[1] ?? []);
	return new Set(names.map(Number)).size;
}

/** The row, column or part of the page that is this week's. */
const weekOf = (page, number) => {
	const name = new RegExp(`\\bweek ${number}\\b`, 'i');
	const rows = page.locator('tr, [role=row], section, li, [role=group], [role=region]').filter({ hasText: name });
	return seen(rows).last();
};

/** Opens a lesson of a week and fills it in. */
async function fillLesson(page, week = 1, at = 0) {
	const part = weekOf(page, week);
	const open = part
		.getByRole('button')
		.or(part.getByRole('link'))
		.filter({ hasNotText: /delete|remove|done|print|copy/i });
	if (!(await field(page, LESSON[2][0], 100))) await open.nth(at).click();
	const inline = await field(part, LESSON[2][0], 300);
	const scope = inline ? part : await formWith(page, LESSON[2][0]);
	for (const [name, value] of LESSON) await fill(scope, name, value);
	if (await scope.locator('button[type=submit]').count()) await send(scope);
	else await pickIfThere(page, /^\W*(save|done|ok|close)/i, 200);
	await settle(page);
}

/** Whether all that was written can be read, at once or on opening the lesson. */
async function holdsLesson(page) {
	const values = async () => {
		const fields = await seen(page.locator('input, textarea')).evaluateAll((all) => all.map(({ value }) => value));
		return `${await textOf(page)} ${fields.join(' ')}`;
	};
	const holds = async () => {
		const all = await values();
		return LESSON.every(([, text]) => all.includes(text));
	};
	if (await poll(holds, 800)) return true;
	await (await entry(page, /Sort pebbles/, 300))?.click();
	return poll(holds, 1000);
}

const shareIn = (text) => Number(/(\d+)\s*%/.exec(text)?.[1] ?? /(\d+)\s*(?:of|\/)\s*\d+/.exec(text)?.[1] ?? NaN);
const pebbles = (part) =>
	part.innerText().then(
		(text) => text.includes('Sort pebbles'),
		() => false
	);

export default {
	checks: [
		async (app) => {
			await rivers(app);
			app.must((await gridWeeks(app.page)) === 4, `the grid has ${await gridWeeks(app.page)} weeks and not four`);
			app.must(await reads(app.page, /lesson/i, 500), 'no lessons are named');
			await app.open('/');
			await goWhere(app, async (page) => /Rivers/.test(await textOf(page)), { what: 'the new unit' });
			app.must(await reads(app.page, /8b/), 'the list does not name the class');
		},
		async (app) => {
			await rivers(app);
			await fillLesson(app.page);
			app.must(await holdsLesson(app.page), 'what was written is not shown');
			await reload(app.page);
			if (!(await gridWeeks(app.page))) await openUnit(app.page, /Rivers/);
			app.must(await holdsLesson(app.page), 'it is gone after a reload');
		},
		async (app) => {
			const { page } = app;
			await rivers(app);
			await fillLesson(page, 1);
			if (!app.must(await poll(() => pebbles(weekOf(page, 1))), 'the lesson is not in week 1')) return;
			await moveLesson(page);
			const isMoved = async () => (await pebbles(weekOf(page, 3))) && !(await pebbles(weekOf(page, 1)));
			app.must(await poll(isMoved), 'the lesson is not in week 3 alone');
		},
		async (app) => {
			await rivers(app);
			const before = shareIn(await textOf(app.page)) || 0;
			const boxes = app.page.locator('main').getByRole('checkbox');
			const ticks = (await count(boxes)) ? seen(boxes) : seen(app.page.getByRole('button', { name: /done|tick/i }));
			for (const at of [0, 1]) await ticks.nth(at).click();
			app.must(await poll(async () => shareIn(await textOf(app.page)) > before), 'the share that is through does not go up');
			const marked = await app.page.locator('main :checked, main [aria-checked=true], main [aria-pressed=true]').count();
			app.must(marked >= 2 || /done/i.test(await textOf(app.page)), 'the two are not marked');
		},
		async (app) => {
			const { page } = app;
			await rivers(app);
			await fillLesson(page);
			if (!(await entry(page, /copy|duplicate/i, 500))) await app.open('/');
			await press(page, /copy|duplicate/i);
			if (await field(page, /class/i, 600)) {
				const form = await formWith(page, /class/i);
				await fillAll(form, [[/class/i, '8c']]);
				await send(form);
			}
			app.must(await poll(async () => /8c/.test(await textOf(page))), 'there is no unit for class 8c');
			if (!(await gridWeeks(page))) await openUnit(page, /8c|Rivers.*copy/i);
			if (!app.must(await holdsLesson(page), 'the copy does not have the lesson')) return;
			const input = seen(page.locator('input, textarea')).filter({ hasNot: page.locator('[type=checkbox]') });
			const own = await poll(async () => {
				for (const candidate of await input.all()) if ((await candidate.inputValue()).includes('Sort pebbles')) return candidate;
				return undefined;
			}, 500);
			if (!app.must(own, 'the copied lesson cannot be changed')) return;
			await own.fill('Visit the brook');
			await pickIfThere(page, /^\W*(save|done|ok)/i);
			await app.open('/');
			await openUnit(page, /Rivers.*8b|8b.*Rivers|^Rivers$/i);
			app.must(await holdsLesson(page), 'changing the copy changes the first unit');
		},
		async (app) => {
			const { page } = app;
			await rivers(app);
			await fillLesson(page);
			app.must(await entry(page, /print/i, 500), 'no button prints');
			await page.emulateMedia({ media: 'print' });
			app.must((await gridWeeks(page)) === 4, 'the grid is not on paper');
			app.must((await count(page.locator('nav, header nav'))) === 0, 'the menu is on paper');
			app.must((await count(page.locator('button'))) === 0, 'buttons are on paper');
			const sheets = await sheetsOf(page);
			app.must(sheets === 1, `it takes ${sheets} sheets`);
			app.never(await scrollsSideways(page), 'it is wider than the sheet');
		},
		async (app) => {
			const { page } = app;
			await rivers(app);
			if (!(await entry(page, /delete|remove/i, 400))) await app.open('/');
			const isAsked = await sayYes(page, () => press(page, /delete|remove/i));
			app.must(isAsked, 'no question is asked');
			await app.open('/');
			app.must(isAsked && !(await reads(page, /Rivers/, 600)), 'it is still there');
		}
	],
	not: [
		async (app) => neverControls(app, /\b(feet|metres to|converter|convert)\b/i),
		async (app) => neverControls(app, /\b(pricing|subscri|upgrade|free trial)/i),
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /for pupils|students? (login|access)/i)
	]
};

/** By a choice of the week, by buttons, or by dragging the lesson: the first of them that there is. */
async function moveLesson(page) {
	const lesson = entryOf(page);
	const inLesson = lesson.locator('select').or(lesson.getByRole('button', { name: /move|week|later|down/i }));
	if (!(await count(inLesson))) await (await entry(page, /Sort pebbles/, 300))?.click();
	await settle(page);
	const select = seen(page.getByLabel(/week|move/i).and(page.locator('select'))).first();
	if (await select.count()) {
		await select.selectOption({
			label: (await select.locator('option').allInnerTexts()).find((text) => /\b3\b/.test(text)) ?? '3'
		});
		await pickIfThere(page, /^\W*(save|move|ok|done)\b/i, 300);
		return;
	}
	if (await pickIfThere(page, /move/i, 300)) {
		if (await pickIfThere(page, /week 3|^3$/i, 600)) await pickIfThere(page, /^\W*(save|move|ok|done)\b/i, 200);
		else await linesAfter(page, () => pickIfThere(page, /move|later|next week/i, 300));
		if (await pebbles(weekOf(page, 3))) return;
	}
	await lesson.dragTo(weekOf(page, 3), { timeout: 2500 });
}

const entryOf = (page) =>
	seen(page.locator('td, li, article, [draggable=true], [role=gridcell]').filter({ hasText: 'Sort pebbles' })).last();

/** How many sheets of A4 on their side it takes. */
async function sheetsOf(page) {
	const pdf = (await page.pdf({ format: 'A4', landscape: true, preferCSSPageSize: true })).toString('latin1');
	return (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
}
