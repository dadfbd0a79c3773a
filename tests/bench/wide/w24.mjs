/** The beehive dashboard: four hives, two charts, a table, and readings from a file. */
import { asksColours } from './support/colours.mjs';
import { dayAfter, holdsDay } from './support/days.mjs';
import { goWhere, linesAfter } from './support/find.mjs';
import { CART, neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import {
	chartsOn,
	columnsIn,
	compareWith,
	daysOn,
	drawnBy,
	importFile,
	rowsOn,
	setRange,
	sourcesOn
} from './support/readings.mjs';
import { poll, textOf } from './support/screen.mjs';

const HIVE = /hive|colony/i;

async function open(app, page = app.page) {
	const isThere = async () => (await chartsOn(page)).length > 0 && (await rowsOn(page)).length > 0;
	await goWhere(app, isThere, { page, likely: /reading|hive|dashboard|chart/i, what: 'a chart with a table of readings' });
}

/** Lines of a file with these columns, from the day after the last one that is shown. */
async function fileFor(page, columns) {
	const hives = await sourcesOn(page, HIVE);
	const days = await daysOn(page);
	const next = dayAfter(days.at(-1), 1);
	const line = (at, weight) =>
		columns
			.map((name) => {
				if (/date|day|time/i.test(name)) return dayAfter(next, at);
				if (/hive|colony|name/i.test(name)) return hives[0] ?? 'Hive 1';
				return /weight|kg/i.test(name) ? weight : `${17 + at}.5`;
			})
			.join(',');
	const lines = [line(0, '71.3'), line(1, '72.4'), line(2, 'heavy'), line(3, '73.9')];
	return {
		text: [columns.join(','), ...lines].join('\n'),
		first: days[0],
		last: dayAfter(next, 3),
		good: ['71.3', '72.4', '73.9'],
		days: [0, 1, 3].map((at) => dayAfter(next, at))
	};
}

async function importLines(app) {
	await open(app);
	const { page } = app;
	const told = columnsIn(await textOf(page));
	let file = await fileFor(page, told ?? ['date', 'hive', 'weight', 'temperature']);
	const hand = () => linesAfter(page, () => importFile(page, 'hives.csv', file.text));
	let said = await hand();
	// Refused for its columns, with those that are wanted: once more with them.
	const wanted = /column/i.test(said.join(' ')) && columnsIn(said.join(' ').replace(/^.*(columns?|names?)\W/i, ''));
	if (wanted) {
		file = await fileFor(page, wanted);
		said = await hand();
	}
	await setRange(page, file.first, file.last).catch(() => {});
	return { ...file, said: said.join(' ') };
}

const hasAll = (page, { good, days }) =>
	poll(async () => {
		const rows = await rowsOn(page);
		return good.every((weight, at) => rows.some((row) => row.includes(weight) && holdsDay(row, days[at])));
	}, 1500);

export default {
	checks: [
		async (app) => {
			await open(app);
			const { page } = app;
			const hives = await sourcesOn(page, HIVE);
			app.must(hives.length === 4, `not four hives to choose but ${hives.length}: ${hives.join(', ')}`);
			app.must((await chartsOn(page)).length >= 2, `${(await chartsOn(page)).length} chart and not two`);
			const head = await page.locator('main table thead').first().innerText();
			app.must(/weight/i.test(head) && /temp/i.test(head), `the table has ${head.replace(/\s+/g, ' ')}`);
			neverControls(app, SIGN_IN, SIGN_UP);
		},
		async (app) => {
			await open(app);
			const { page } = app;
			const days = await daysOn(page);
			const before = await drawnBy(page);
			if (days.length < 4) throw new Error(`readings of only ${days.length} days are shown`);
			const [from, to] = [days[1], days[3]];
			await setRange(page, from, to);
			const left = await daysOn(page);
			app.must(
				left.length > 0 && left.every((day) => day >= from && day <= to),
				`the table shows ${left[0]} to ${left.at(-1)} and not ${from} to ${to}`
			);
			const after = await drawnBy(page);
			app.must(after.length >= 2 && after.slice(0, 2).every((chart, at) => chart !== before[at]), 'not both charts change');
		},
		async (app) => {
			await open(app);
			const { page } = app;
			const hives = await sourcesOn(page, HIVE);
			if (hives.length < 2) throw new Error('there are no two hives to choose');
			const named = () => labelled(page, hives);
			const before = await named();
			const second = hives.find((hive) => !before.includes(hive)) ?? hives[1];
			const charts = await drawnBy(page);
			await compareWith(page, second);
			app.must((await drawnBy(page)).join() !== charts.join(), 'the charts do not change');
			const after = await named();
			app.must(after.includes(second) && after.length >= 2, `labelled are only ${after.join(', ') || 'none'}`);
		},
		async (app) => {
			const read = await importLines(app);
			app.must(await hasAll(app.page, read), 'the three good lines are not in the table');
			app.must(/heavy|(line|row) ?(3|4|5)\b/i.test(read.said), `the bad line is not named: ${read.said.slice(0, 120)}`);
			app.must(/weight|number/i.test(read.said), 'no reason is given');
		},
		async (app) => {
			const read = await importLines(app);
			if (!(await hasAll(app.page, read))) throw new Error('the good lines were not taken in');
			const drawn = (await drawnBy(app.page)).length;
			await app.page.reload();
			await open(app);
			await setRange(app.page, read.first, read.last).catch(() => {});
			app.must(await hasAll(app.page, read), 'the table has lost them');
			app.must((await drawnBy(app.page)).length === drawn, 'the charts are gone');
		},
		async (app) => {
			await open(app);
			const { page } = app;
			const before = (await rowsOn(page)).join('\n');
			const said = await linesAfter(page, () => importFile(page, 'bees.png', '\u0089PNG\r\n\u001a\n\u0000\u0001\u0002'));
			app.must(
				said.some((line) => line.split(/\s+/).length >= 3),
				'no message'
			);
			app.must(said.length > 0 && (await rowsOn(page)).join('\n') === before, 'the readings have changed');
		},
		async (app) => {
			await open(app);
			await asksColours(app, { ground: '#fff8dc', part: '#b8860b', also: 'svg *', alsoName: 'chart' });
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP),
		async (app) => {
			neverControls(app, CART, /buy|honey (shop|for sale)/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		}
	]
};

/** Hives that are named outside of what one chooses them with. */
async function labelled(page, hives) {
	const text = await page.evaluate(() => {
		const copy = (document.querySelector('main') ?? document.body).cloneNode(true);
		copy
			.querySelectorAll('select, option, input, label:has(input), button, [role=tablist], thead')
			.forEach((node) => node.remove());
		return copy.textContent;
	});
	return hives.filter((hive) => text.includes(hive));
}
