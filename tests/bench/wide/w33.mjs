/** The reaction test: red, green, five rounds, and a best that stays. */
import { linesAfter, linesOf, pickIfThere } from './support/find.mjs';
import { entry } from './support/moves.mjs';
import { neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { areaOf, pressable, waitFor } from './support/reaction.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';

const START = /start|begin|play|try|go\b|again/i;
const ON = /next|continue|go on|round|ready|again/i;
const EARLY = /too (early|soon|fast|quick)|early|not yet/i;
const ROUND = (number) => new RegExp(`(round\\W*)?\\b${number}\\s*(of|/|out of)\\s*5|round ${number}\\b`, 'i');

async function start(app, page = app.page) {
	if ((await areaOf(page)).colour === 'red') return;
	const button = await entry(page, START, 1500);
	if (button) await button.click();
	if (!(await waitFor(page, 'red', button ? 1200 : 0))) await pressAnywhere(page);
	if (!(await waitFor(page, 'red', 2500))) throw new Error('no red area comes after the start');
}

async function pressAnywhere(page) {
	const { x, y } = await pressable(page);
	await page.mouse.click(x, y);
}

/** Clicks on the green; starts the next wait where the game wants a click for it. */
async function playRound(page, { delayMs = 0, act } = {}) {
	if ((await areaOf(page)).colour !== 'red') await goOn(page);
	const waitedMs = await waitFor(page, 'green', 8000);
	if (waitedMs === undefined) throw new Error('it does not turn green within 8 s');
	if (delayMs) await page.waitForTimeout(delayMs);
	const { x, y } = await areaOf(page);
	await (act ? act(x, y) : page.mouse.click(x, y));
	await settle(page);
	return waitedMs;
}

async function goOn(page) {
	if (await poll(async () => (await areaOf(page)).colour === 'red', 1200)) return;
	if (!(await pickIfThere(page, ON, 200))) await pressAnywhere(page);
	if (!(await waitFor(page, 'red', 2500))) throw new Error('the next round does not begin');
}

const msIn = (text) => [...text.matchAll(/(\d+(?:\.\d+)?)\s*(?:ms\b|milliseconds)/gi)].map(([, number]) => Number(number));
/** The number beside a word, on either side. */
function beside(text, word) {
	const flat = linesOf(text).join(' ');
	const after = new RegExp(`(?:${word})[^\\d.]{0,24}(\\d+(?:\\.\\d+)?)`, 'i').exec(flat);
	const before = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(?:ms)?\\s*(?:${word})`, 'i').exec(flat);
	return (after ?? before)?.[1] && Number((after ?? before)[1]);
}
const ALL_TIME = 'best (?:of all times?|ever|so far)|all[- ]time best|(?:personal |your )best|record';

async function playAll(app, options) {
	await start(app);
	for (let round = 0; round < 5; round++) await playRound(app.page, options);
	const isOver = async () => /average|mean/i.test(await textOf(app.page));
	if (await poll(isOver, 1200)) return;
	if (!(await pickIfThere(app.page, /next|continue|go on|result|finish|done/i, 200))) await pressAnywhere(app.page);
	await poll(isOver, 1500);
}

export default {
	checks: [
		async (app) => {
			await start(app);
			app.must(await reads(app.page, /wait/i, 800), 'the red area does not say to wait');
			const waits = [];
			for (let round = 0; round < 3; round++) waits.push(await playRound(app.page));
			app.must(
				waits.every((ms) => ms > 1500 && ms < 5600),
				`green after ${waits.join(', ')} ms`
			);
			app.must(Math.max(...waits) - Math.min(...waits) > 150, `always after about ${waits[0]} ms`);
		},
		async (app) => {
			await start(app);
			await playRound(app.page);
			app.must(msIn(await textOf(app.page)).length > 0, 'no milliseconds are shown');
			if (!(await reads(app.page, ROUND(2), 800))) await goOn(app.page);
			app.must(await reads(app.page, ROUND(2), 1000), 'round 2 of 5 does not follow');
		},
		async (app) => {
			await start(app);
			const { x, y } = await areaOf(app.page);
			const said = await linesAfter(app.page, () => app.page.mouse.click(x, y));
			if (
				!app.must(
					said.some((line) => EARLY.test(line)),
					'it is not said that it was too early'
				)
			)
				return;
			app.never(msIn(said.join(' ')).length, 'a time is noted');
			await playRound(app.page);
			const text = await textOf(app.page);
			app.must(ROUND(1).test(text) || ROUND(2).test(text), 'which round it is cannot be read');
			app.never(ROUND(3).test(text), 'the round was not repeated');
		},
		async (app) => {
			await playAll(app);
			const text = await textOf(app.page);
			const listed = await app.page
				.locator('li, tr, dd, [role=listitem]')
				.filter({ hasText: /\d\s*(ms\b|milli)|^\W*\d\W+\d{2,4}/i })
				.allInnerTexts();
			const rounds = listed.filter((line) => !/average|mean|best|fastest|record/i.test(line));
			const times = rounds.map((line) => msIn(line)[0] ?? Number(/(\d{2,5})\D*$/.exec(line)?.[1]));
			if (!app.must(times.length === 5, `not five times are listed but ${times.length}`)) return;
			const average = times.reduce((sum, time) => sum + time, 0) / 5;
			app.must(
				Math.abs(beside(text, 'average|mean') - average) <= 1,
				`the average is not ${average} but ${beside(text, 'average|mean')}`
			);
			app.must(
				msIn(text).filter((ms) => ms === Math.min(...times)).length >= 2,
				`the best, ${Math.min(...times)} ms, is not named`
			);
		},
		async (app) => {
			await start(app);
			const top = await app.page.evaluate(() => scrollY);
			await playRound(app.page, { act: () => app.page.keyboard.press('Space') });
			app.must(msIn(await textOf(app.page)).length > 0, 'the space key notes no time');
			app.never((await app.page.evaluate(() => scrollY)) !== top, 'the page scrolls');
		},
		async (app) => {
			await playAll(app);
			const best = beside(await textOf(app.page), ALL_TIME);
			const again = await app.page.context().newPage();
			await app.page.close();
			app.page = again;
			await app.open('/', again);
			const kept = beside(await textOf(again), ALL_TIME);
			if (!app.must(kept && (best === undefined || kept === best), `the best was ${best} and is ${kept} after closing`)) return;
			await playAll(app, { delayMs: 500 });
			app.must(beside(await textOf(again), ALL_TIME) === kept, 'a slower game replaced the best');
		},
		async (app) => {
			const page = await app.visitor({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
			const button = await entry(page, START, 1500);
			const place = await pressable(page);
			if (button) await button.tap();
			else await page.touchscreen.tap(place.x, place.y);
			if (!(await waitFor(page, 'red', 2500))) throw new Error('no red area comes after a tap on the start');
			await playRound(page, { act: (x, y) => page.touchscreen.tap(x, y) });
			app.must(msIn(await textOf(page)).length > 0, 'a tap notes no time');
			await page.waitForTimeout(400);
			app.never(EARLY.test(await textOf(page)), 'one tap counts as two');
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /leader ?board|world(wide)? ranking|global/i),
		async (app) => neverControls(app, /\b(game )?mode\b|hard mode|difficulty/i)
	]
};
