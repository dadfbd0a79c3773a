/** The Spanish magazine of hiking. */
import { isFalling, isRising, numbersBefore } from './support/amounts.mjs';
import { asksColours } from './support/colours.mjs';
import { openEntry } from './support/detail.mjs';
import { entriesIn } from './support/entries.mjs';
import { pick, search } from './support/filters.mjs';
import { englishIn, speaks } from './support/language.mjs';
import { entry, goTo, menuNames } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn } from './support/pages.mjs';
import { firstVisible, reads, sentencesIn, settle, textOf } from './support/screen.mjs';

const ROUTE = /\d\s?km/i;
const LEVEL = /\b(fácil|media|difícil)\b/i;
const NOTHING = /no (se )?(ha|han|hay|hemos|encontr)|ning[uú]n|sin resultados|nada/i;
const routes = (page, least = 1) => entriesIn(page, { having: ROUTE, least });

/** Sorts the list by distance, in whatever way it offers. */
async function sortByDistance(page) {
	for (const select of await page.locator('main select').filter({ visible: true }).all()) {
		const options = await select.locator('option').allInnerTexts();
		const wanted = options.find((option) => /distancia|km|cort/i.test(option) && !/nombre/i.test(option));
		if (!wanted) continue;
		await select.selectOption({ label: wanted.trim() });
		return settle(page);
	}
	const roles = ['button', 'radio', 'columnheader', 'link'].map((role) =>
		page.locator('main').getByRole(role, { name: /distancia/i })
	);
	const button = await firstVisible(roles);
	if (!button) throw new Error('no way to sort by distance');
	await button.click({ force: true });
	await settle(page);
}

export default {
	checks: [
		async (app) => {
			const text = await textOf(app.page);
			app.must(/Botas y Barro/.test(text), 'Botas y Barro is not named');
			const menu = (await menuNames(app.page)).join(' ');
			for (const name of ['Rutas', 'Material', 'Refugios', 'Relatos'])
				app.must(menu.includes(name), `the menu has no ${name}: ${menu}`);
			app.must((await entriesIn(app.page, { having: /\p{L}{3,}[\s\S]{20,}/u })).length >= 3, 'no latest articles');
			app.must(speaks(text, 'es'), 'not in Spanish');
			app.never(englishIn(text, 'es').length, `English words: ${englishIn(text, 'es').join(', ')}`);
		},
		async (app) => {
			await goTo(app.page, /^rutas/i);
			const all = await routes(app.page);
			app.must(all.length >= 3, `${all.length} routes`);
			for (const level of [/^\W*fácil/i, /^\W*difícil/i]) {
				await pick(app.page, level);
				const seen = await routes(app.page);
				const others = seen.filter(
					({ text }) => !(LEVEL.exec(text) ?? [''])[0].toLowerCase().match(level.source.includes('dif') ? /difícil/ : /fácil/)
				);
				app.must(
					seen.length > 0 && seen.length < all.length && others.length === 0,
					`${level}: ${seen.length} of ${all.length}, ${others.length} of another difficulty`
				);
				const reset = await entry(app.page, /^\W*(todas?|todos?)\b|quitar|limpiar/i, 200);
				if (reset) await reset.click().then(() => settle(app.page));
			}
		},
		async (app) => {
			await goTo(app.page, /^rutas/i);
			await sortByDistance(app.page);
			const distances = (await routes(app.page)).map(({ text }) => numbersBefore(text, 'km')[0]);
			app.must(distances.length >= 3 && (isRising(distances) || isFalling(distances)), `distances ${distances.join(', ')}`);
		},
		async (app) => {
			await goTo(app.page, /^rutas/i);
			const [first] = await routes(app.page);
			if (!first) throw new Error('no route');
			const path = app.page.url();
			await openEntry(app.page, first);
			const text = await textOf(app.page.locator('main'));
			app.must(app.page.url() !== path, 'a route has no page of its own');
			for (const name of [/distancia/i, /desnivel/i, /dificultad/i, /época/i]) app.must(name.test(text), `no ${name}`);
			app.must(sentencesIn(text).length >= 2, 'no text');
		},
		async (app) => {
			const articles = await entriesIn(app.page, { having: /\p{L}{3,}[\s\S]{20,}/u });
			const title = (articles[0]?.text ?? '').split('\n').find((line) => line.split(/\s+/).length >= 3) ?? '';
			const word = title.split(/\s+/).sort((a, b) => b.length - a.length)[0] ?? 'refugio';
			if (!(await firstVisible([app.page.getByRole('searchbox'), app.page.getByLabel(/busca/i)], 300))) {
				const link = await entry(app.page, /busca/i, 300);
				if (link) await link.click().then(() => settle(app.page));
			}
			await search(app.page, word);
			app.must(
				title && (await reads(app.page.locator('main'), new RegExp(title.slice(0, 20).replace(/[^\p{L} ]/gu, '.'), 'iu'))),
				`'${word}' does not find '${title}'`
			);
			await search(app.page, 'xyzzyq');
			app.must(await reads(app.page, NOTHING), 'no message that nothing was found');
		},
		async (app) => {
			for (const name of [/^material/i, /^refugios/i, /^relatos/i]) {
				await app.open('/');
				await goTo(app.page, name);
				const list = app.page.url();
				const articles = await entriesIn(app.page, { having: /\p{L}{3,}[\s\S]{15,}/u });
				if (!app.must(articles.length >= 2, `${name} has ${articles.length} articles`)) continue;
				await openEntry(app.page, articles[1]);
				const isOwn = app.page.url() !== list && sentencesIn(await textOf(app.page.locator('main'))).length >= 2;
				app.must(isOwn, `${name}: an article has no page of its own`);
			}
		},
		(app) => asksColours(app, { ground: '#f0fff0', part: '#228b22' })
	],
	not: [
		async (app) => neverControls(app, /registr|iniciar sesión|acceder|crear cuenta|sign in/i),
		async (app) => {
			for (const { path, controls, text } of app.pages.slice(0, 10)) {
				const words = [...new Set([...englishIn(controls.join(' '), 'es'), ...englishIn(text, 'es')])];
				app.never(words.length, `${path}: ${words.join(', ')}`);
			}
		},
		async (app) => {
			neverControls(app, CART, /comprar/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		}
	]
};
