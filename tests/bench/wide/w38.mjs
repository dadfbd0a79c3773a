/** Which shelf support: a helper that asks, advises and gives its reasons. */
import { goWhere, linesOf, mainText, pickIfThere, seen } from './support/find.mjs';
import { problemAt } from './support/forms.mjs';
import { entry, goTo } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { poll, settle, textOf } from './support/screen.mjs';

const START = /^\W*(start|begin|find|help me|which)\b/i;
const NEXT = /^\W*(next|continue|go on|show|see|find|get|finish|ok|done)\b/i;
const BACK = /^\W*(back|previous|change)\b/i;
const AGAIN = /start (over|again)|restart|new (search|advice)|begin again/i;
const ADVICE = /load|kg|carr(y|ies)/i;

const numberField = (page) =>
	seen(page.locator('input[type=number], input[inputmode], input[type=text], [role=spinbutton]')).first();

async function start(app) {
	const isThere = async (page) => asksWall(await mainText(page)) && (await offers(page, /plasterboard/i));
	if (await poll(() => isThere(app.page), 500)) return;
	await (await entry(app.page, START, 500))?.click();
	await settle(app.page);
	if (await poll(() => isThere(app.page), 1000)) return;
	await goWhere(app, isThere, { likely: /help|find|which|support/i, what: 'the question for the wall' });
}

const asksWall = (text) => /wall/i.test(text);
const offers = async (page, name) =>
	(await page
		.getByRole('radio', { name })
		.or(page.getByRole('button', { name }))
		.or(page.getByRole('option', { name }))
		.count()) > 0;

/** Answers what is asked now, by choice or by a number, and goes on. */
async function reply(page, value) {
	if (typeof value === 'number' || value === '' || value === 'word') {
		const input = numberField(page);
		if (!(await input.count())) {
			if (await pickIfThere(page, new RegExp(`\\b${value}\\b`), 300)) return next(page);
			throw new Error(`${value} cannot be entered`);
		}
		if (value === 'word') await input.pressSequentially('long');
		else await input.fill(String(value));
	} else if (!(await pickIfThere(page, value, 1000))) throw new Error(`${value} is not offered`);
	await next(page);
}

async function next(page) {
	const button = seen(page.getByRole('button', { name: NEXT })).last();
	if ((await button.count()) && (await button.isEnabled())) await button.click();
	await settle(page);
}

async function advise(app, { wall = /^\W*brick/i, depth = 25, length = 120, load = /^\W*books/i } = {}) {
	await start(app);
	await reply(app.page, wall);
	await reply(app.page, depth);
	await reply(app.page, length);
	await reply(app.page, load);
	if (!(await poll(async () => ADVICE.test(await mainText(app.page)), 1500))) throw new Error('no advice with a load comes');
	return mainText(app.page);
}

const headingsOf = (page) => seen(page.locator('main').getByRole('heading')).allInnerTexts();

export default {
	checks: [
		async (app) => {
			await start(app);
			const { page } = app;
			for (const name of [/brick/i, /plasterboard/i, /wood/i])
				app.must(await offers(page, name), `the wall ${name} is not offered`);
			app.must(!(await offers(page, /books/i)), 'all is asked at once');
			await reply(page, /^\W*brick/i);
			app.must(/deep|depth/i.test(await mainText(page)), 'the depth is not asked second');
			await reply(page, 25);
			app.must(/long|length/i.test(await mainText(page)), 'the length is not asked third');
			await reply(page, 120);
			for (const name of [/books/i, /plates/i, /plants/i, /light/i])
				app.must(await offers(page, name), `${name} are not offered`);
		},
		async (app) => {
			const text = await advise(app);
			const { page } = app;
			const cards = await seen(
				page
					.locator('main')
					.locator('article, li, section')
					.filter({ hasText: /\bkg\b|load/i })
					.filter({ has: page.locator('h2, h3, h4') })
			).count();
			app.must(cards >= 1, 'no support is named under a heading');
			app.must(await page.locator('main img, main svg, main [role=img]').filter({ visible: true }).count(), 'no picture');
			app.must(
				/\b([2-9]|1\d)\b[^.\n]{0,30}(needed|brackets|pegs|rails|supports|pieces|of them|×)|(need|use|number|how many)[^.]{0,40}\b([2-9]|1\d)\b|\b[2-9]\s*×|×\s*[2-9]/i.test(
					text.replace(/\n/g, ' ')
				),
				'how many are needed is not said'
			);
			app.must(/\d+(\.\d+)? ?kg/i.test(text), 'no largest load');
			const reason = linesOf(text)
				.filter((line) => line.split(/\s+/).length > 5)
				.join(' ');
			app.must(/brick/i.test(reason) && /book/i.test(reason), 'the reason does not speak of brick and books');
		},
		async (app) => {
			const first = await advise(app);
			const { page } = app;
			if (!(await entry(page, BACK, 600))) throw new Error('no way back');
			await (await entry(page, BACK)).click();
			await settle(page);
			const isKept = (await page.locator('main :checked, main [aria-checked=true], main [aria-pressed=true]').count()) > 0;
			app.must(isKept || /books/i.test(await mainText(page)), 'the answer given is not kept');
			await reply(page, /light/i);
			if (!app.must(await poll(async () => ADVICE.test(await mainText(page)), 1500), 'no advice comes after the change')) return;
			const second = await mainText(page);
			for (let step = 0; step < 4; step++) await (await entry(page, BACK, 400))?.click();
			await reply(page, /plasterboard/i);
			for (let step = 0; step < 3 && !ADVICE.test(await mainText(page)); step++) await next(page);
			const third = await mainText(page);
			app.must(second !== first && /light/i.test(second), 'light stuff changes nothing');
			app.must(ADVICE.test(third) && /plasterboard/i.test(third), 'earlier answers are lost when brick becomes plasterboard');
			app.must(third !== second, 'plasterboard changes nothing');
		},
		async (app) => {
			for (const wrong of [0, 'word']) {
				await app.open('/');
				await start(app);
				await reply(app.page, /^\W*brick/i);
				await reply(app.page, 25);
				const before = await mainText(app.page);
				if (!/long|length/i.test(before)) throw new Error('the length is not asked');
				await reply(app.page, wrong);
				const input = numberField(app.page);
				const isSaid = (await input.count()) && ((await problemAt(app.page, input)) || (await mainText(app.page)) !== before);
				app.must(isSaid && /long|length/i.test(await mainText(app.page)), `no message for the length '${wrong}'`);
				app.never(await offers(app.page, /books/i), `it goes on with the length '${wrong}'`);
			}
		},
		async (app) => {
			await advise(app);
			await (await entry(app.page, AGAIN, 800))?.click();
			await settle(app.page);
			if (!(await offers(app.page, /plasterboard/i))) await (await entry(app.page, START, 300))?.click();
			app.must(await poll(() => offers(app.page, /plasterboard/i), 1000), 'the first question does not come');
			const chosen = await app.page.locator('main :checked, main [aria-checked=true], main [aria-pressed=true]').count();
			app.must((await offers(app.page, /plasterboard/i)) && chosen === 0, 'something is chosen already');
		},
		async (app) => {
			const names = new Set();
			for (const path of app.pages.map((page) => page.path).slice(0, 6)) {
				await app.open(path);
				for (const name of await headingsOf(app.page))
					if (/bracket|peg|rail|support|clip|pin|angle|cleat|strut|shoe/i.test(name)) names.add(name);
			}
			for (const wall of [/^\W*brick/i, /plasterboard/i, /^\W*wood/i])
				for (const load of [/^\W*books/i, /light/i]) {
					if (names.size >= 10) break;
					await app.open('/');
					await advise(app, { wall, load, depth: load.source.includes('light') ? 12 : 25 });
					for (const name of await headingsOf(app.page))
						if (/bracket|peg|rail|support|clip|pin|angle|cleat|strut|shoe/i.test(name)) names.add(name);
				}
			const all = [...names].filter(
				(name) => name.split(/\s+/).length <= 6 && !/\?$|^(which|find|your|our|all|eight|shelf supports?)\b/i.test(name)
			);
			app.must(all.length >= 8, `only ${all.length} supports: ${all.join(', ')}`);
			for (const kind of [/bracket/i, /peg/i, /rail/i])
				app.must(
					all.some((name) => kind.test(name)),
					`no ${kind} among them`
				);
		},
		async (app) => {
			if (!/\?\s*$/m.test(await mainText(app.page)) || (await entry(app.page, /faq|questions/i, 300)))
				await goTo(app.page, /faq|questions/i);
			const questions = linesOf(await textOf(app.page)).filter((line) => line.endsWith('?') && line.split(/\s+/).length > 3);
			if (!app.must(questions.length >= 3, `only ${questions.length} questions`)) return;
			const about = questions.filter((line) =>
				/shelf|shelves|bracket|peg|rail|wall|screw|plug|load|support|hold|fix/i.test(line)
			);
			app.must(about.length >= questions.length * 0.6, 'they are not about shelf supports');
			const before = await textOf(app.page);
			await app.page.getByText(questions[0], { exact: true }).first().click();
			const after = await textOf(app.page);
			const below =
				after
					.slice(after.indexOf(questions[0]) + questions[0].length)
					.trim()
					.split('\n')[0] ?? '';
			app.must(after.length > before.length || below.length > 25, 'the first question shows no answer');
		}
	],
	not: [
		async (app) => neverControls(app, /ticket|\bagent\b|contact (customer )?support|help ?desk|live chat/i),
		async (app) => {
			neverControls(app, CART);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => neverControls(app, SIGN_IN, SIGN_UP)
	]
};
