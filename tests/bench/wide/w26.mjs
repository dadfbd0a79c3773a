/** Ten lessons of Morse code, of which the next one opens with 80 %. */
import { linesOf, linksOf, mainText, seen } from './support/find.mjs';
import { entry } from './support/moves.mjs';
import { codesIn, exercise, percentIn } from './support/morse.mjs';
import { CART, neverControls } from './support/pages.mjs';
import { poll, settle, textOf } from './support/screen.mjs';

const LESSON = (number) => new RegExp(`(lesson|^)\\W*${number}\\b`, 'i');
const CLOSED = /closed|locked|not (yet )?open|opens (after|when)|finish (lesson|the)/i;
const TELLS_ACCOUNT = /account|sign ?up|register|sign in|log in|join/i;

/** Opens a lesson from the list, as a link or a button of it. */
async function toLesson(app, page, number) {
	await app.open('/', page);
	if (!(await seen(page.getByText(LESSON(number))).count())) await (await entry(page, /lessons|learn|start/i, 600))?.click();
	await settle(page);
	const link = await entry(page, LESSON(number), 800);
	if (!link) throw new Error(`lesson ${number} cannot be opened`);
	await link.click({ force: true });
	await settle(page);
}

/** The list's entries of lessons, by their numbers. */
async function lessonsOn(page) {
	const all = await seen(page.locator('li, article, tr, a, [role=listitem]')).allInnerTexts();
	const byNumber = new Map();
	for (const text of all) {
		const number = Number(/lesson\W*(\d+)/i.exec(text)?.[1] ?? /^\W*(\d+)\b/.exec(text)?.[1]);
		if (
			number >= 1 &&
			number <= 20 &&
			!(byNumber.get(number)?.length >= text.length) &&
			(text.match(/lesson/gi) ?? []).length <= 2
		)
			byNumber.set(number, text);
	}
	return byNumber;
}

async function toList(app, page) {
	await app.open('/', page);
	if ((await lessonsOn(page)).size >= 8) return lessonsOn(page);
	await (await entry(page, /lessons|learn|course/i, 600))?.click();
	await settle(page);
	return lessonsOn(page);
}

const isLesson = async (page) => codesIn(await mainText(page)).length >= 3;

export default {
	checks: [
		async (app) => {
			const { page } = app;
			await page.addInitScript(() => {
				globalThis.beeps = 0;
				const start = OscillatorNode.prototype.start;
				OscillatorNode.prototype.start = function (...values) {
					globalThis.beeps++;
					return start.apply(this, values);
				};
				const play = HTMLMediaElement.prototype.play;
				HTMLMediaElement.prototype.play = function () {
					globalThis.beeps++;
					return play.call(this);
				};
			});
			await toLesson(app, page, 1);
			const codes = new Set(codesIn(await mainText(page)));
			app.must(codes.size >= 3 && codes.size <= 4, `${codes.size} letters with dots and dashes`);
			const sounds = seen(page.getByRole('button', { name: /play|listen|hear|sound/i }));
			app.must((await sounds.count()) >= 3, `${await sounds.count()} sound buttons`);
			await sounds.first().click();
			app.must(await poll(() => page.evaluate(() => globalThis.beeps > 0), 1500), 'no sound begins');
			app.must(/exercise|practi[cs]e|test|question/i.test(await mainText(page)), 'no exercise');
		},
		async (app) => {
			await toLesson(app, app.page, 2);
			app.must(TELLS_ACCOUNT.test(await mainText(app.page)) && !(await isLesson(app.page)), 'one is not told to make an account');
		},
		async (app) => {
			const page = await app.member('Mila Morse');
			const lessons = await toList(app, page);
			app.must(lessons.size === 10, `${lessons.size} lessons`);
			const closed = [...lessons].filter(([number, text]) => number > 1 && CLOSED.test(text));
			app.must(closed.length === 9, `${closed.length} of nine are marked closed`);
			app.must(lessons.get(1) && !/closed|locked/i.test(lessons.get(1)), 'the first one is not open');
		},
		async (app) => {
			const page = await app.member('Wanda Wrong');
			await toLesson(app, page, 1);
			const percent = await exercise(page, false);
			app.must(percent < 80, `wrong answers give ${percent} %`);
			await toLesson(app, page, 2).catch(() => {});
			app.must(percent < 80 && !(await isLesson(page)), 'lesson 2 is open');
		},
		async (app) => {
			const page = await app.member('Rita Right');
			await toLesson(app, page, 1);
			const percent = await exercise(page, true);
			app.must(percent >= 80, `right answers give ${percent} %`);
			await toLesson(app, page, 2);
			app.must(percent >= 80 && (await isLesson(page)), 'lesson 2 stays closed');
		},
		async (app) => {
			const page = await app.member('Rita Right');
			await app.open('/', page);
			const says = async () => {
				const text = linesOf(await textOf(page)).join(' ');
				return { lessons: /(\d+)\s*(?:of|\/|out of)\s*10\b/i.exec(text)?.[1], best: percentIn(text.slice(text.search(/best/i))) };
			};
			const first = await says();
			app.must(first.lessons === '1', `it says ${first.lessons} of 10`);
			app.must(first.best >= 80, `the best result is ${first.best} %`);
			const again = await app.member('Rita Right');
			await app.open('/', again);
			const text = linesOf(await textOf(again)).join(' ');
			app.must(first.lessons === '1' && /\b1\s*(of|\/|out of)\s*10\b/i.test(text), 'it is lost after signing in again');
		},
		async (app) => {
			const page = await app.member('Rita Right');
			await toList(app, page);
			const known = (await linksOf(page, /5|five/)).find((path) => /lesson.*5\b|5$/i.test(path));
			const first = (await linksOf(page, /lesson/i)).find((path) => /1\b/.test(path));
			const path = known ?? first?.replace(/1(?!\d)/, '5');
			if (!path) throw new Error('the address of a lesson cannot be told');
			await app.open(path, page);
			const text = await mainText(page);
			app.must(
				(CLOSED.test(text) || /not open|first/i.test(text)) && !(await isLesson(page)),
				`${path}: no message that it is not open`
			);
		}
	],
	not: [
		async (app) => neverControls(app, CART, /certificate|premium|buy|pricing|subscri/i),
		async (app) => neverControls(app, /\bchat\b|community|forum/i)
	]
};
