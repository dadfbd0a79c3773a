/** The paint calculator: litres and tins by calculation, in metres and in feet. */
import { asksColours } from './support/colours.mjs';
import { goWhere, linesOf, pick } from './support/find.mjs';
import { field, fill, problemAt } from './support/forms.mjs';
import { entry } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { poll, textOf } from './support/screen.mjs';

const LENGTH = /length/i;
const SUBTRACT = /subtract|door|window|opening/i;
const COATS = /coat/i;
const RATE = /rate|per lit|coverage|m² ?\//i;
const FIELDS = [LENGTH, /width/i, /height/i, SUBTRACT, COATS, RATE];
const TOLD = [5, 4, 2.5, 5, 2, 10];

async function open(app) {
	const isThere = async (page) => (await field(page, LENGTH, 100)) && field(page, RATE, 100);
	return goWhere(app, isThere, { likely: /paint|calc/i, what: 'a calculator with length and rate' });
}

async function fillIn(page, values) {
	for (const [index, value] of values.entries()) await fill(page, FIELDS[index], value);
	await compute(page);
}

async function compute(page) {
	await page.keyboard.press('Tab');
	const button = await entry(page, /calculate|work (it )?out|how (much|many)|compute/i, 100);
	await button?.click();
}

/** The numbers beside the words litres and tins. */
async function result(page) {
	const text = linesOf(await textOf(page)).join(' ');
	const beside = (words) => {
		const number = '(\\d+(?:\\.\\d+)?)';
		const found = [`${number} (?:× )?(?:${words})`, `(?:${words})[^\\d.]{0,24}${number}`];
		return found.flatMap((form) => [...text.matchAll(new RegExp(form, 'gi'))].map((match) => Number(match[1])));
	};
	return { litres: beside('litres?|liters?|l\\b'), tins: beside('tins?|(?:of )?2\\.5 ?(?:l|litres?) tins?|cans?') };
}

async function gives(app, litres, tins, tolerance = 0.06) {
	const isSo = async () => {
		const now = await result(app.page);
		return now.litres.some((litre) => Math.abs(litre - litres) <= tolerance) && now.tins.includes(tins);
	};
	const now = (await poll(isSo, 1500)) || JSON.stringify(await result(app.page));
	app.must(now === true, `not ${litres} litres and ${tins} tins but ${now}`);
}

export default {
	checks: [
		async (app) => {
			const page = await open(app);
			for (const name of FIELDS) app.must(await field(page, name, 200), `no field ${name}`);
			app.must(/metres?|meters?|\bm\b|m²/i.test(await textOf(page)), 'nothing says metres');
			neverControls(app, SIGN_IN, SIGN_UP);
		},
		async (app) => {
			await fillIn(await open(app), TOLD);
			await gives(app, 8, 4);
		},
		async (app) => {
			const page = await open(app);
			await fillIn(page, TOLD);
			await fill(page, COATS, 1);
			await compute(page);
			await gives(app, 4, 2);
		},
		async (app) => {
			const page = await open(app);
			await pick(page, /\bfeet\b|\bft\b/i);
			const about = await (
				await field(page, LENGTH)
			).evaluate((input) => {
				const words = (input.labels?.[0] ?? input).innerText ?? '';
				return `${words} ${input.getAttribute('aria-label') ?? ''} ${(input.closest('label, div, li') ?? input).innerText}`;
			});
			app.must(/feet|\bft\b/i.test(about), `the label of the length does not say feet: ${about}`);
			await fillIn(page, [16.4, 13.1, 8.2, 53.8, 2, 10]);
			await gives(app, 8, 4, 0.25);
		},
		async (app) => {
			const page = await open(app);
			await fillIn(page, TOLD);
			const before = await textOf(page);
			await fill(page, SUBTRACT, 500);
			await compute(page);
			const fresh = async () => linesOf(await textOf(page)).filter((line) => !before.includes(line));
			const said = () => fresh().then((lines) => lines.find((line) => (line.match(/\p{L}+/gu) ?? []).length >= 4));
			app.must((await problemAt(page, SUBTRACT)) || (await poll(said, 1500)), 'no message');
			app.never(/[-−]\s?\d+(\.\d+)? ?(l\b|lit)/i.test(await textOf(page)), 'negative litres');
		},
		async (app) => {
			const page = await open(app);
			for (const [name, value] of [
				[RATE, '0'],
				[RATE, ''],
				[LENGTH, '-3']
			]) {
				await fillIn(page, TOLD);
				await fill(page, name, value);
				await compute(page);
				app.must(await problemAt(page, name), `no message at ${name} for '${value}'`);
				app.never(/NaN|Infinity|∞/.test(await textOf(page)), `NaN or Infinity for '${value}'`);
			}
		},
		async (app) => {
			await open(app);
			await asksColours(app, { ground: '#fffafa', part: '#dc143c' });
		}
	],
	not: [
		async (app) => neverControls(app, /\b(your application|apply now|application form|applicant)\b/i),
		async (app) => {
			neverControls(app, CART);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => neverControls(app, SIGN_IN, SIGN_UP)
	]
};
