/** The fleet of thirty vans: when each is due, and what drivers write on the road. */
import { count, linksOf, mainText, pickIfThere, scrollsSideways, seen } from './support/find.mjs';
import { numbersIn } from './support/days.mjs';
import { field, fillAll, formWith, isoDay, send } from './support/forms.mjs';
import { entry, press } from './support/moves.mjs';
import { neverControls, PRICE } from './support/pages.mjs';
import { gains, poll, reads, settle, textOf } from './support/screen.mjs';
import { make, openEntry, staff, toPage } from './support/staff.mjs';

const VANS = /vans|fleet|vehicles/i;
const DRIVER = { name: 'Dan Driver', role: /driver/i };
const KM = /kilomet(er|re)s|\bkm\b/i;
const PROBLEM = 'The left mirror is loose';

const rows = (page) => seen(page.locator('main tbody tr, main li, main article')).filter({ hasText: /\d/ });

async function toVans(app, page) {
	await app.open('/', page);
	if ((await rows(page).count()) < 10) await toPage(page, VANS);
	await poll(async () => (await rows(page).count()) > 5, 1500);
}

/** Gives a van, by its place in the list, another next service. @returns {Promise<string>} its plate */
async function setService(app, page, index, pairs) {
	await toVans(app, page);
	const row = rows(page).nth(index);
	const plate = (await textOf(row)).split(/\n|\t/)[0].trim();
	const link = seen(row.getByRole('link').or(row.getByRole('button'))).first();
	await ((await link.count()) ? link : row).click();
	await settle(page);
	if (!(await field(page, /next service.*(date|day)|service (date|day)|date/i, 300))) await press(page, /edit|change/i);
	const form = await formWith(page, /service|date/i);
	await fillAll(form, pairs);
	await send(form);
	return plate;
}

const SERVICE_DAY = /next service.*(date|day)|service (date|day)|date/i;
const SERVICE_KM = /service.*(kilomet|km)|next service k/i;

/** How a van is marked: yellow, red or not, by words and colours of its row. */
async function markOf(app, page, plate) {
	await toVans(app, page);
	const row = seen(page.locator('tr, li, article').filter({ hasText: plate })).last();
	if (!(await poll(() => row.count()))) throw new Error(`${plate} is not in the list`);
	return row.evaluate((node) => {
		const kindOf = (colour) => {
			const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
			if (a < 0.1 || Math.max(r, g, b) - Math.min(r, g, b) < 40) return '';
			if (r > 120 && g < r * 0.62 && b < r * 0.7) return 'red';
			return r > 120 && g > r * 0.6 && b < g * 0.85 ? 'yellow' : '';
		};
		const kinds = [node, ...node.querySelectorAll('*')].flatMap((element) => {
			const { backgroundColor, color, borderTopColor, borderLeftColor, borderLeftWidth, borderTopWidth, fill } =
				getComputedStyle(element);
			const edges = [parseFloat(borderLeftWidth) ? borderLeftColor : '', parseFloat(borderTopWidth) ? borderTopColor : ''];
			const words = [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
			return [backgroundColor, words ? color : '', element instanceof SVGElement ? fill : '', ...edges].map(kindOf);
		});
		return kinds.includes('red') ? 'red' : kinds.includes('yellow') ? 'yellow' : 'neither';
	});
}

/** The driver's day: chooses a van by its plate, and writes what was driven. */
async function writeDay(app, page, { plate, km, problem }) {
	await app.open('/', page);
	if (!(await field(page, KM, 400))) await (await entry(page, /day|kilomet|trip|my van|log|write|vans?/i, 600))?.click();
	await settle(page);
	if (!(await field(page, KM, 400))) await openEntry(page, plate).catch(() => {});
	if (!(await field(page, KM, 300))) await pickIfThere(page, /write|add|enter|new/i);
	const form = await formWith(page, KM);
	const pairs = [[KM, km]];
	if (await field(form, /van|plate|vehicle/i, 200)) pairs.unshift([/van|plate|vehicle/i, new RegExp(plate)]);
	if (problem) pairs.push([/problem|defect|note/i, problem]);
	const before = await textOf(page);
	await fillAll(form, pairs);
	await send(form);
	return before;
}

/** Plate and kilometres of a van, from the manager's list. */
async function vanAt(app, page, index) {
	await toVans(app, page);
	const text = await textOf(rows(page).nth(index));
	const plate = text.split(/\n|\t/)[0].trim();
	const km = Math.max(
		...numbersIn(text.replace(plate, '').replace(/20\d\d-\d\d-\d\d|\b20\d\d\b/g, '')).filter((number) => number > 500)
	);
	return { plate, km };
}

export default {
	checks: [
		async (app) => {
			const page = await app.owner();
			await toVans(app, page);
			app.must(
				(await rows(page).count()) === 30 || /\b30\b/.test(await mainText(page)),
				`${await rows(page).count()} vans are listed`
			);
			const head = (await mainText(page)).replace(/\s+/g, ' ');
			for (const name of [/plate/i, /model/i, KM, /next service/i]) app.must(name.test(head), `the list has no ${name}`);
			app.must(/service[^|]{0,12}(kilomet|km)/i.test(head), 'the list has no kilometers of the next service');
		},
		async (app) => {
			const page = await app.owner();
			const far = [[SERVICE_KM, 900_000]];
			const soon = await setService(app, page, 0, [[SERVICE_DAY, isoDay(10)], ...far]);
			const past = await setService(app, page, 1, [[SERVICE_DAY, isoDay(-1)], ...far]);
			const later = await setService(app, page, 2, [[SERVICE_DAY, isoDay(200)], ...far]);
			app.must((await markOf(app, page, soon)) === 'yellow', `in 10 days it is ${await markOf(app, page, soon)}`);
			app.must((await markOf(app, page, past)) === 'red', `past since yesterday it is ${await markOf(app, page, past)}`);
			app.must((await markOf(app, page, later)) === 'neither', `far from both it is ${await markOf(app, page, later)}`);
		},
		async (app) => {
			const owner = await app.owner();
			const { plate } = await vanAt(app, owner, 3);
			const driver = await staff(app, { ...DRIVER, boss: owner });
			await driver.setViewportSize({ width: 375, height: 740 });
			const before = await writeDay(app, driver, { plate, km: 400_000, problem: PROBLEM });
			app.must(await gains(driver, before, /saved|thank|noted|received|written|recorded|done|added/i), 'no confirmation');
			app.never(await scrollsSideways(driver), 'it scrolls sideways at 375 px');
		},
		async (app) => {
			const owner = await app.owner();
			const { plate } = await vanAt(app, owner, 4);
			const driver = await staff(app, { ...DRIVER, boss: owner });
			const before = await writeDay(app, driver, { plate, km: 1 });
			app.must(
				await gains(driver, before, /fewer|less|lower|below|more than|at least|already|before/i),
				'fewer kilometers are not refused'
			);
		},
		async (app) => {
			const owner = await app.owner();
			const plate = await setService(app, owner, 5, [
				[SERVICE_DAY, isoDay(200)],
				[SERVICE_KM, 500_500]
			]);
			const driver = await staff(app, { ...DRIVER, boss: owner });
			await writeDay(app, driver, { plate, km: 500_000, problem: PROBLEM });
			await toVans(app, owner);
			const row = seen(owner.locator('tr, li, article').filter({ hasText: plate })).last();
			app.must(numbersIn(await textOf(row)).includes(500_000), "the van's kilometers are not the new ones");
			app.must((await markOf(app, owner, plate)) === 'yellow', 'within 1000 km of service it is not yellow');
			await openEntry(owner, plate);
			if (!(await reads(owner, new RegExp(PROBLEM), 800))) await toPage(owner, /problems|reports|days|trips/i).catch(() => {});
			const problem = seen(owner.locator('tr, li, article, section').filter({ hasText: PROBLEM })).last();
			app.must((await problem.count()) && /Dan/.test(await textOf(problem)), 'the problem is not visible with its driver');
		},
		async (app) => {
			const page = await app.owner();
			const { plate } = await vanAt(app, page, 6);
			await openEntry(page, plate);
			if (!(await entry(page, /plan|garage/i, 500))) throw new Error('no service can be planned');
			await (await entry(page, /plan|garage/i)).click();
			await settle(page);
			const form = await formWith(page, /date|day/i);
			await fillAll(form, [[/date|day/i, isoDay(12)]]);
			await send(form);
			await toVans(app, page);
			await openEntry(page, plate);
			const day = new Date(`${isoDay(12)}T12:00`);
			app.must(
				await reads(
					page,
					new RegExp(
						`${isoDay(12)}|\\b0?${day.getDate()}[. /]|${day.toLocaleString('en', { month: 'short' })}[a-z]* 0?${day.getDate()}\\b`,
						'i'
					)
				),
				'its day is not shown at the van'
			);
			app.must(/garage|service|planned/i.test(await mainText(page)), 'the planned service is not shown');
		},
		async (app) => {
			const page = await app.owner();
			await toVans(app, page);
			await make(app, page, {
				first: /plate/i,
				pairs: [
					[/plate/i, 'ZZ 4711'],
					[/model/i, 'Transit']
				]
			});
			await toVans(app, page);
			app.must(await reads(page, /ZZ 4711/), 'the new van is not listed');
			const driver = await staff(app, { name: 'Dilys Driver', role: /driver/i, boss: page });
			app.must(await entry(driver, /sign ?out|log ?out|van|day/i, 800), 'the new driver cannot sign in');
			await app.open('/', page);
			await toPage(page, /fuel|cost/i);
			const text = await mainText(page);
			app.must(
				/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d-\d\d/i.test(text) && /\d/.test(text),
				'fuel cost is not shown by month'
			);
			app.must(/van|plate|[A-Z]{2}/.test(text) && PRICE.test(text), 'fuel cost is not shown per van');
		},
		async (app) => {
			const owner = await app.owner();
			await app.open('/', owner);
			const paths = (await linksOf(owner)).filter((path) => /fuel|cost|driver|users|staff|people/i.test(path));
			const driver = await staff(app, { ...DRIVER, boss: owner });
			const own = await textOf(driver);
			app.must(
				/van/i.test(own) && !(await entry(driver, /fuel|costs?|drivers|users/i, 500)),
				'the driver has a menu entry for costs or drivers'
			);
			if (!paths.length) throw new Error('the manager has no pages for costs or drivers');
			for (const path of paths.slice(0, 4)) {
				await app.open(path, driver);
				const text = await mainText(driver);
				app.must(
					!PRICE.test(text) && !/Dilys/.test(text) && !(await count(driver.locator('main table'))),
					`${path} can be reached`
				);
			}
		}
	],
	not: [
		async (app) => neverControls(app, /pricing|subscri|upgrade|price plan/i),
		async (app) => neverControls(app, /customer service|rent (a )?van|rental/i),
		async (app) => {
			const open = app.pages.find(
				({ text, controls }) => !/password|sign in|log in/i.test(`${text} ${controls.join(' ')}`) && /plate|kilomet/i.test(text)
			);
			app.never(open, `${open?.path} is open to everybody`);
		}
	]
};
