/** The harbour festival's landing page. */
import { timesIn } from './support/amounts.mjs';
import { asksColours } from './support/colours.mjs';
import { countdownOn, runsDown } from './support/countdown.mjs';
import { entriesIn } from './support/entries.mjs';
import { questionsOn, unfold } from './support/faq.mjs';
import { sectionOf } from './support/moves.mjs';
import { neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { sentencesIn, settle, textOf } from './support/screen.mjs';

const EVENING = /order of the evening|programme|program|the evening|schedule/i;
const DAY_MS = 86_400_000;

export default {
	checks: [
		async (app) => {
			app.must(await countdownOn(app.page), 'no countdown with days, hours, minutes and seconds labelled');
			app.must(await runsDown(app.page), 'the seconds do not run down');
		},
		async (app) => {
			const seen = await countdownOn(app.page);
			const now = new Date();
			const thisYear = new Date(now.getFullYear(), 11, 31, 20);
			const left = (thisYear > now ? thisYear : new Date(now.getFullYear() + 1, 11, 31, 20)) - now;
			const [days, hours] = [Math.floor(left / DAY_MS), Math.floor((left % DAY_MS) / 3_600_000)];
			app.must(seen?.[0] === days, `${seen?.[0]} days instead of ${days}`);
			app.must(seen?.[1] === hours, `${seen?.[1]} hours instead of ${hours}`);
		},
		async (app) => {
			const section = await sectionOf(app.page, EVENING);
			const points = section ? await entriesIn(section, { having: /\d{1,2}[:.]\d{2}[\s\S]*\p{L}{3}/u }) : [];
			app.must(points.length === 5, `${points.length} points`);
			const times = points.map(({ text }) => timesIn(text)[0]).map((time) => (time < 12 * 60 ? time + 24 * 60 : time));
			app.must(
				times.length > 1 && times.every((time, index) => index === 0 || time > times[index - 1]),
				`times ${times.join(', ')}`
			);
			app.must(times.length > 1 && times[0] >= 20 * 60, 'a point before 20:00');
		},
		async (app) => {
			const [question] = await questionsOn(app.page);
			if (!app.must(question, 'no question that folds')) return;
			const { opens, folds } = await unfold(app.page, question);
			app.must(opens, 'the answer does not unfold');
			app.must(folds, 'the answer does not fold away');
		},
		async (app) => {
			await app.page.evaluate(() => (globalThis.isSamePage = true));
			const links = app.page.locator('header a, nav a').filter({ visible: true });
			const count = await links.count();
			app.must(count >= 4, `the menu has ${count} entries`);
			const places = new Set();
			for (let index = 0; index < count; index++) {
				const name = await links.nth(index).innerText();
				await links.nth(index).click();
				await settle(app.page);
				await app.page.waitForTimeout(900);
				app.never(!(await app.page.evaluate(() => globalThis.isSamePage)), `${name} loads another page`);
				places.add(Math.round(await app.page.evaluate(() => scrollY)));
			}
			app.must(places.size >= 3, `the menu moves to ${places.size} places only`);
		},
		async (app) => {
			const section = await sectionOf(app.page, /get(ting)? (there|here)|find us|arriv|directions/i);
			const text = section ? await textOf(section) : '';
			app.must(/foot|walk|bus|tram|train|car\b|park|bike|ferry/i.test(text), 'no words on how to get there');
			app.must(sentencesIn(text).length > 0, 'no sentence on how to get there');
		},
		(app) => asksColours(app, { ground: '#191970', part: '#ffd700' })
	],
	not: [
		async (app) => neverControls(app, /order now|place (an )?order|my orders|tickets?\b|\bbuy\b/i),
		async (app) => {
			neverControls(app, SIGN_IN, SIGN_UP);
			app.never(await app.page.getByRole('dialog').filter({ visible: true }).count(), 'a dialog pops up');
		}
	]
};
