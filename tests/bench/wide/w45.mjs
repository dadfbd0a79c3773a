/** The survey about bus route 7: eight screens, and results for everyone. */
import { asksColours } from './support/colours.mjs';
import { linesOf, mainText, pickIfThere, seen } from './support/find.mjs';
import { entry } from './support/moves.mjs';
import { neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { poll, settle, textOf } from './support/screen.mjs';

const START = /start|begin|take (the|our|part)|survey|answer/i;
const NEXT = /^\W*(next|continue|go on|finish|send|submit|done|complete)\b/i;
const BACK = /^\W*(back|previous)\b/i;
const RESULTS = /result/i;
const STEP = /(\d+)\s*(?:of|\/|out of)\s*8\b/i;
const OPINION = 'Please run it later at night';

const inputs = (page) => seen(page.locator('main').locator('input, textarea, select'));
const stepOf = async (page) => Number(STEP.exec(await textOf(page))?.[1] ?? NaN);
const hasQuestion = async (page) => (await inputs(page).count()) + (await page.locator('main').getByRole('radio').count()) > 0;

async function start(app, page = app.page) {
	const isOpen = async () => (await hasQuestion(page)) && Number.isFinite(await stepOf(page));
	for (let step = 0; step < 2 && !(await poll(isOpen, 700)); step++) {
		await (await entry(page, START, 500))?.click();
		await settle(page);
	}
	if (!(await poll(isOpen, 800))) throw new Error('no question with its number of eight comes');
}

/** @returns {Promise<'choice' | 'scale' | 'text' | 'other'>} what kind of question is shown, answered meanwhile */
async function answer(page) {
	const radios = page.locator('main').getByRole('radio');
	const boxes = page.locator('main').getByRole('checkbox');
	const writing = seen(page.locator('main').locator('textarea, input[type=text], input:not([type])'));
	if (await radios.count()) {
		const names = await radios.evaluateAll((all) =>
			all.map((radio) => `${radio.value} ${radio.labels?.[0]?.innerText ?? ''} ${radio.getAttribute('aria-label') ?? ''}`)
		);
		const isScale = names.length === 5 && names.every((name, at) => new RegExp(`\\b${at + 1}\\b`).test(name));
		await radios.nth(1).check({ force: true });
		return isScale ? 'scale' : 'choice';
	}
	if (await boxes.count()) {
		await boxes.first().check({ force: true });
		return 'choice';
	}
	if (await seen(page.locator('main select')).count()) {
		await seen(page.locator('main select')).first().selectOption({ index: 1 });
		return 'choice';
	}
	if (await page.locator('main input[type=range]').count()) {
		await page.locator('main input[type=range]').fill('2');
		return 'scale';
	}
	if (await writing.count()) {
		await writing.first().fill(OPINION);
		return 'text';
	}
	const buttons = await page.locator('main').getByRole('button').allInnerTexts();
	const digits = buttons.filter((text) => /^\W*[1-5]\b/.test(text));
	if (digits.length === 5) {
		await pickIfThere(page, /^\W*2\b/);
		return 'scale';
	}
	return 'other';
}

/** Answers all of them, and sends the answers. */
async function answerAll(app, page = app.page) {
	await start(app, page);
	const kinds = [];
	const questions = new Set();
	for (let step = 0; step < 12 && (await hasQuestion(page)); step++) {
		const at = await stepOf(page);
		questions.add((await mainText(page)).replace(STEP, '').slice(0, 200));
		kinds.push(await answer(page));
		await pickIfThere(page, NEXT);
		await poll(async () => (await stepOf(page)) !== at, 1200);
	}
	return { kinds, questions: questions.size };
}

async function toResults(app, page) {
	if (await isResults(page)) return;
	await (await entry(page, RESULTS, 800))?.click();
	await settle(page);
	if (!(await poll(() => isResults(page), 1500))) throw new Error('no results can be found');
}

const isResults = async (page) =>
	/\d+ ?%|\d+ (answers?|replies|people|votes|responses?)/i.test(await mainText(page)) && !(await hasQuestion(page));
/** How many answered, by the page's own words, else by what the first question's bars add up to. */
async function counted(page) {
	const text = linesOf(await mainText(page)).join(' ');
	const told =
		/(\d+) (?:people|answers?|replies|responses?|residents|passengers|riders|taken part|have answered)/i.exec(text) ??
		/(?:answers?|replies|responses?|participants?)\W{0,3}(\d+)/i.exec(text);
	return told ? Number(told[1]) : undefined;
}
const barsOn = (page) =>
	seen(
		page.locator('main').locator('meter, progress, [role=meter], [role=progressbar], [role=img] rect, svg rect, [class*=bar i]')
	).count();

export default {
	checks: [
		async (app) => {
			await start(app);
			app.must((await stepOf(app.page)) === 1, `it begins with question ${await stepOf(app.page)}`);
			app.must(/route 7|bus 7|number 7|line 7/i.test(await textOf(app.page)), 'route 7 is not named');
			neverControls(app, SIGN_IN, SIGN_UP);
		},
		async (app) => {
			const { kinds, questions } = await answerAll(app);
			app.must(kinds.length === 8 && questions === 8, `not eight questions but ${questions}`);
			for (const kind of ['choice', 'scale', 'text']) app.must(kinds.includes(kind), `no ${kind} among them`);
		},
		async (app) => {
			const { page } = app;
			await start(app);
			for (let step = 0; step < 3; step++) {
				await answer(page);
				await pickIfThere(page, NEXT);
				await settle(page);
			}
			if (!app.must((await stepOf(page)) === 4, `after three answers it stands at ${await stepOf(page)}`)) return;
			for (let step = 0; step < 2; step++) await pickIfThere(page, BACK);
			app.must((await stepOf(page)) === 2, `two screens back it stands at ${await stepOf(page)}`);
			const radios = page.locator('main').getByRole('radio');
			const chosen = page.locator('main :checked, main [aria-checked=true], main [aria-pressed=true]');
			const texts = await inputs(page).evaluateAll((all) =>
				all.map(({ value, type }) => (type === 'radio' ? '' : value)).join('')
			);
			app.must((await chosen.count()) || texts.includes(OPINION), 'the answer given is gone');
			if (!(await radios.count())) return;
			await radios.first().check({ force: true });
			await pickIfThere(page, NEXT);
			await pickIfThere(page, BACK);
			app.must(await radios.first().isChecked(), 'an answer cannot be changed');
		},
		async (app) => {
			await answerAll(app);
			app.must(await poll(async () => /thank/i.test(await textOf(app.page)), 2000), 'no thanks');
			await toResults(app, app.page);
			app.must((await barsOn(app.page)) >= 3, 'no bars');
			app.must(/\d/.test(await mainText(app.page)), 'no numbers');
			app.must(
				((await counted(app.page)) ?? 0) >= 1 || (await mainText(app.page)).includes(OPINION),
				'the own answers are not counted'
			);
		},
		async (app) => {
			await answerAll(app);
			await toResults(app, app.page);
			const other = await app.visitor();
			await toResults(app, other);
			const numbers = async (page) => (await mainText(page)).match(/\d+/g)?.join() ?? '';
			app.must((await numbers(other)) === (await numbers(app.page)), 'another browser shows other numbers');
			app.never(/\bname\b/i.test(await mainText(other)), 'names are shown');
		},
		async (app) => {
			await answerAll(app);
			await toResults(app, app.page);
			const before = await counted(app.page);
			if (!app.must(before !== undefined, 'how many answered is not said')) return;
			const other = await app.visitor();
			await answerAll(app, other);
			await app.open('/');
			await toResults(app, app.page);
			app.must((await counted(app.page)) === before + 1, `the count was ${before} and is ${await counted(app.page)}`);
		},
		async (app) => {
			await start(app);
			const path = new URL(app.page.url()).pathname;
			await asksColours(app, {
				ground: '#ffe4e1',
				part: '#cd5c5c',
				paths: [...new Set([path, ...app.pages.slice(0, 3).map((page) => page.path)])]
			});
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /\b(your )?(name|e-?mail)\b/i),
		async (app) => neverControls(app, /timetable|buy (a )?ticket|tickets|departures|live/i)
	]
};
