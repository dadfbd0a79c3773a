/** Cooking videos from grandmothers. */
import { count, entriesOf, linesOf, mainText, pickIfThere, seen } from './support/find.mjs';
import { field } from './support/forms.mjs';
import { entry, reload } from './support/moves.mjs';
import { CART, neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { amountsOn, clockOf, minutesIn } from './support/recipes.mjs';
import { poll, settle } from './support/screen.mjs';

const PLAY = /^\W*play\b/i;
const PAUSE = /^\W*(pause|stop)\b/i;
const PORTIONS = /portion|serving|people|persons/i;
const HEART = /favou?rite|heart|♥|❤|like/i;

/** The page that lists the videos: entries with minutes and pictures. */
async function list(app) {
	const has = async () => (await cards(app.page)).length >= 3;
	for (const path of ['/', ...app.pages.map((page) => page.path).filter((path) => path.split('/').length === 2)].slice(0, 6)) {
		await app.open(path);
		if (await poll(has, 500)) return cards(app.page);
	}
	throw new Error('no list of recipes with their minutes');
}

/** @returns {Promise<{ text: string, href: string, pictures: number }[]>} entries that name how long it takes */
async function cards(page) {
	const all = await (
		await entriesOf(page)
	).evaluateAll((nodes) =>
		nodes.map((node) => ({
			text: node.innerText.replace(/\s+/g, ' '),
			href: (node.matches('a') ? node : node.querySelector('a'))?.getAttribute('href') ?? '',
			pictures: node.querySelectorAll('img, svg, picture, canvas, [role=img], video').length
		}))
	);
	return all.filter(({ text }) => minutesIn(text) !== undefined);
}

async function openRecipe(app, index = 0) {
	const all = await list(app);
	await app.open(all[index].href);
	return all[index];
}

/** Chooses a filter by its name: a select's option, a typed word, or a button. */
async function filter(page, name, value) {
	const control = await field(page, name, 400);
	if (!control) return pickIfThere(page, value instanceof RegExp ? value : new RegExp(value, 'i'), 400);
	const tag = await control.evaluate((node) => `${node.tagName} ${node.type ?? ''}`);
	if (/SELECT/.test(tag))
		return pickIfThere(control.locator('..'), value instanceof RegExp ? value : new RegExp(`^${value}$`, 'i'), 400);
	if (/checkbox/.test(tag)) await control.check();
	else if (tag.includes('INPUT')) await control.fill(value instanceof RegExp ? '30' : value);
	else return pickIfThere(control, value instanceof RegExp ? value : new RegExp(value, 'i'), 400);
	await settle(page);
	return true;
}

async function setPortions(page, to) {
	const input = await field(page, PORTIONS, 600);
	const kind = input && (await input.evaluate((node) => node.tagName));
	if (kind === 'INPUT') {
		await input.fill(String(to));
		await page.keyboard.press('Tab');
	} else if (kind === 'SELECT') await pickIfThere(input.locator('..'), new RegExp(`^\\D*${to}\\b`));
	else
		await page
			.getByRole('button', { name: /fewer|less|minus|decrease|^[-−–]$/i })
			.first()
			.click({ clickCount: 2, delay: 60 });
	await settle(page);
}

const isHalf = (before, after) =>
	before.length > 1 &&
	before.length === after.length &&
	before.every((amount, at) => Math.abs(after[at] * 2 - amount) <= Math.max(0.08 * amount, 0.35));

export default {
	checks: [
		async (app) => {
			const all = await list(app);
			app.must(
				all.every(({ pictures }) => pictures > 0),
				'not every recipe has a picture'
			);
			app.must(
				all.every(({ href }) => href),
				'not every recipe leads to a page'
			);
			app.must(/[A-Z]\p{L}{3,}/u.test(all[0].text.replace(/\d+ ?min.*/, '')), 'no title');
			const countries =
				/Ital|Greece|Greek|Turk|Mexic|Japan|India|Poland|Pol|France|French|Spain|German|China|Chin|Korea|Morocc|Leban|Georgia|Hungar|Portug|Vietnam|Thai|Peru|Ukrain|Russia|Iran|Sweden|Ethiop|Brazil|Ireland|Austria|Syria|Croat|Serb|Roman|Bulgar|Egypt|Senegal|Nigeria|Argentin|Cuba|Philipp|Czech/i;
			app.must(all.filter(({ text }) => countries.test(text)).length >= all.length * 0.7, 'not every recipe names its country');
			neverControls(app, SIGN_IN, SIGN_UP);
		},
		async (app) => {
			await openRecipe(app);
			const { page } = app;
			app.must((await amountsOn(page)).length >= 3, 'no ingredients with amounts');
			app.must(minutesIn(await mainText(page)) !== undefined, 'it does not say how long it takes');
			app.must((await count(page.locator('main ol li'))) >= 3 || /step 3|3\.\s/i.test(await mainText(page)), 'no steps');
			const play = await entry(page, PLAY, 800);
			const media = page.locator('video[controls], audio[controls]');
			if (!play && (await media.count())) {
				await media.first().evaluate((element) => element.play().catch(() => {}));
				return app.must(
					await poll(() => media.first().evaluate((element) => element.currentTime > 0), 2500),
					'the video does not play'
				);
			}
			if (!app.must(play, 'nothing plays')) return;
			const before = (await clockOf(page)) ?? 0;
			await play.click();
			app.must(await poll(async () => ((await clockOf(page)) ?? 0) > before, 4000), 'the time does not move after Play');
			await (await entry(page, PAUSE, 800))?.click();
			const at = await clockOf(page);
			await page.waitForTimeout(1600);
			app.must(at !== undefined && (await clockOf(page)) === at, 'it does not pause');
		},
		async (app) => {
			await openRecipe(app);
			const { page } = app;
			await setPortions(page, 4);
			const four = await amountsOn(page);
			await setPortions(page, 2);
			const two = await amountsOn(page);
			app.must(isHalf(four, two), `${four.join(', ')} become ${two.join(', ')}`);
			app.must(two.length > 0 && !/\d\.\d{3,}|NaN/.test(await mainText(page)), 'the numbers are not sensible');
			const input = await field(page, PORTIONS, 300);
			const isInput = input && (await input.evaluate((node) => node.tagName === 'INPUT'));
			if (isInput) {
				await input.fill('0');
				await page.keyboard.press('Tab');
				await settle(page);
				const isTaken = (await amountsOn(page)).length > 0 && (await amountsOn(page)).every((amount) => amount === 0);
				app.must(
					!isTaken &&
						((await input.inputValue()) !== '0' ||
							/least|portion.*1|invalid/i.test(await mainText(page)) ||
							(await input.getAttribute('aria-invalid')) === 'true'),
					'0 portions are possible'
				);
			} else {
				const fewer = page.getByRole('button', { name: /fewer|less|minus|decrease|^[-−–]$/i }).first();
				for (let step = 0; step < 4 && (await fewer.count()) && (await fewer.isEnabled()); step++) await fewer.click();
				app.must(two.length > 0 && !(await amountsOn(page)).some((amount) => amount === 0), '0 portions are possible');
			}
		},
		async (app) => {
			const all = await list(app);
			const { page } = app;
			const texts = async () => (await cards(page)).map(({ text }) => text);
			const under = await filter(page, /time|min/i, /(under|less|<|up to|below|at most).*30|30/);
			const quick = await texts();
			if (app.must(under && quick.length > 0 && quick.length < all.length, 'under 30 minutes leaves all or nothing'))
				app.must(
					quick.every((text) => minutesIn(text) < 30),
					`not under 30 minutes: ${quick.find((text) => minutesIn(text) >= 30)}`
				);
			await list(app);
			const box = await field(page, /country/i, 500);
			const countries = box ? await box.locator('option').allInnerTexts() : [];
			const country = countries.find((name, at) => at > 0 && all.some(({ text }) => text.includes(name)));
			if (
				app.must(country || (await pickIfThere(page, /italy|greece|mexico|japan|poland|turkey|india/i)), 'no choice of a country')
			) {
				if (country) await filter(page, /country/i, country);
				const some = await texts();
				app.must(
					some.length > 0 && some.length < all.length && (!country || some.every((text) => text.includes(country))),
					'the country changes nothing'
				);
			}
			await openRecipe(app, 0);
			const ingredient =
				linesOf(await mainText(page)).flatMap(
					(line) => /(?:\d|[½¼¾])\s*(?:g|ml|kg|l|tbsp|tsp|cups?|cloves?|pieces?)?\s+(?:of )?([a-z]{4,})/i.exec(line)?.[1] ?? []
				)[0] ?? 'flour';
			await list(app);
			app.must(await filter(page, /ingredient|search|find/i, ingredient), 'no search by ingredient');
			const found = await texts();
			app.must(found.length > 0 && found.length < all.length, `'${ingredient}' finds ${found.length} of ${all.length}`);
			await filter(page, /ingredient|search|find/i, 'xylophone');
			app.must((await texts()).length === 0 && /no |none|nothing|not/i.test(await mainText(page)), 'no message when none fits');
		},
		async (app) => {
			await list(app);
			const { page } = app;
			const hearts = seen(
				page
					.getByRole('button', { name: HEART })
					.or(page.getByRole('checkbox', { name: HEART }))
					.or(page.getByRole('switch', { name: HEART }))
			);
			const isPerCard = (await hearts.count()) >= 2;
			if (isPerCard) for (const at of [0, 1]) await hearts.nth(at).click();
			else
				for (const at of [0, 1]) {
					await openRecipe(app, at);
					await hearts.first().click();
				}
			await reload(page);
			app.must((await favourites(app)).length === 2, `${(await favourites(app)).length} favourites after a reload and not two`);
			await list(app);
			if (!isPerCard) await openRecipe(app, 0);
			await hearts.first().click();
			app.must((await favourites(app)).length === 1, 'pressing again takes none out');
		},
		async (app) => {
			await openRecipe(app);
			const { page } = app;
			const steps = seen(page.locator('main ol li'));
			const third = (await steps.count()) >= 3 ? steps.nth(2) : page.getByText(/^\W*(step )?3\b/i).first();
			if (!(await third.count())) throw new Error('there is no third step');
			const told = /(\d+):(\d{2})/.exec(await third.innerText());
			const before = await clockOf(page);
			const button = third.getByRole('button').or(third.getByRole('link'));
			await ((await button.count()) ? button.first() : third).click();
			await settle(page);
			const at = await poll(async () => {
				const now = await clockOf(page);
				return now > 0 && now !== before && now;
			}, 2500);
			if (!app.must(at, 'the player does not jump')) return;
			if (told)
				app.must(
					Math.abs(at - (Number(told[1]) * 60 + Number(told[2]))) <= 3,
					`the step is at ${told[0]} and the player at ${at} s`
				);
		},
		async (app) => {
			const { text, href } = await openRecipe(app, 1);
			const other = await app.visitor();
			await app.open(href, other);
			const title = (await seen(other.locator('h1')).first().innerText()).trim();
			app.must(text.includes(title) && (await amountsOn(other)).length > 0, `${href} opens '${title}'`);
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP),
		async (app) => neverControls(app, CART, /order ingredients/i),
		async (app) => neverControls(app, /\b(comments?|rate (this|it)|rating|stars?|reviews?)\b/i)
	]
};

/** The favourites as the app lists them: on a page, or by a filter. */
async function favourites(app) {
	const link = await entry(app.page, HEART, 300);
	const isLink = link && (await link.evaluate((node) => node.tagName === 'A'));
	if (isLink) {
		await link.click();
		await settle(app.page);
		return cards(app.page);
	}
	await list(app);
	await pickIfThere(app.page, /^\W*(my |only |show )*(my )?favou?rites?( only)?\W*\d*\W*$/i, 500);
	return cards(app.page);
}
