/** Finding what a check is about, wherever an app has it: by following its links, and by the words of what can be chosen. */
import { firstVisible, poll, settle, textOf } from './screen.mjs';
import { pageOf } from './moves.mjs';

const LEAVES = /(sign|log)[ -]?out/i;
const MOST_PAGES = 10;

export const seen = (locator) => locator.filter({ visible: true });
export const count = (locator) => seen(locator).count();

/**
 * Opens page after page, along the app's own links from where this page stands, those first whose words are likely.
 * @param {(page: import('playwright').Page) => Promise<unknown>} isThere
 * @throws Error with `what` where it is on none of them
 */
export async function goWhere(app, isThere, { page = app.page, likely = /$^/, what = 'it' } = {}) {
	const waiting = [new URL(page.url()).pathname];
	const been = new Set();
	while (waiting.length > 0 && been.size < MOST_PAGES) {
		const path = waiting.shift();
		if (been.has(path)) continue;
		been.add(path);
		if (been.size > 1) await app.open(path, page);
		if (await poll(() => isThere(page), been.size > 1 ? 300 : 1000)) return page;
		waiting.push(...(await linksOf(page, likely)));
	}
	throw new Error(`${what} is on no page`);
}

/** Paths of this app that the page links to, those first whose words or address fit. */
export async function linksOf(page, likely = /$^/) {
	const { origin } = new URL(page.url());
	const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => [link.href, link.innerText]));
	const inside = links.filter(
		([href, text]) => href.startsWith(`${origin}/`) && !LEAVES.test(`${text} ${href}`) && !/\.\w{2,5}$/.test(href)
	);
	const isLikely = ([href, text]) => likely.test(text) || likely.test(decodeURIComponent(href.slice(origin.length)));
	const sorted = [...inside.filter(isLikely), ...inside.filter((link) => !isLikely(link))];
	return [...new Set(sorted.map(([href]) => new URL(href).pathname))];
}

/** Radio buttons, check boxes, buttons, tabs and links of this name. */
const CHOICES = ['radio', 'checkbox', 'button', 'tab', 'switch', 'option', 'link'];

/** Chooses by words: a radio button, a check box, a button, a tab, a link or a select box's option. @throws Error where none is offered */
export async function pick(scope, name, waitMs = 1500) {
	if (!(await pickIfThere(scope, name, waitMs))) throw new Error(`nothing to choose is called ${name}`);
}

/** @returns {Promise<boolean>} whether it was there to choose */
export async function pickIfThere(scope, name, waitMs = 500) {
	const control = await poll(async () => (await controlCalled(scope, name)) ?? optionCalled(scope, name), waitMs);
	if (!control) return false;
	if (control.value !== undefined) await control.box.selectOption(control.value);
	else if (control.isTicked) await control.box.check({ force: true });
	else await control.box.click();
	await settle(pageOf(scope));
	return true;
}

async function controlCalled(scope, name) {
	for (const role of CHOICES) {
		const isTicked = role === 'radio' || role === 'checkbox';
		const all = isTicked ? scope.getByRole(role, { name }) : seen(scope.getByRole(role, { name }));
		if (await all.count()) return { box: all.first(), isTicked };
	}
	return undefined;
}

async function optionCalled(scope, name) {
	for (const box of await seen(scope.locator('select')).all()) {
		const options = await optionsOf(box);
		const option = options.find(({ text }) => name.test(text));
		if (option) return { box, value: option.value };
	}
	return undefined;
}

/** @returns {Promise<{ value: string, text: string }[]>} what a select box offers */
export const optionsOf = (box) =>
	box.locator('option').evaluateAll((all) => all.map(({ value, text }) => ({ value, text: text.trim() })));

export const linesOf = (text) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** Does something, and hands back the lines that can be read since. */
export async function linesAfter(page, act, waitMs = 2000) {
	const before = new Set(linesOf(await textOf(page)));
	await act();
	const fresh = async () => linesOf(await textOf(page)).filter((line) => !before.has(line));
	await poll(async () => (await fresh()).length > 0, waitMs);
	await settle(page);
	return fresh();
}

/** The row, list entry or card that has these words, the smallest of them. */
export const entryWith = (scope, words) =>
	seen(scope.locator('tr, li, article, [role=row], [role=listitem]').filter({ hasText: words })).last();

/** What repeats on the page: rows of a table's body, else cards, else list entries of the main part. */
export async function entriesOf(page) {
	for (const selector of ['main tbody tr', 'main article', 'main li:has(a, button, h2, h3, h4)']) {
		const all = seen(page.locator(selector));
		if ((await all.count()) > 1) return all;
	}
	return seen(page.locator('main article, main li, main tbody tr'));
}

/** The text between header and footer. */
export async function mainText(page) {
	const main = await firstVisible([page.locator('main'), page.locator('body')], 200);
	return main ? textOf(main) : '';
}

/** A question that a browser or the page asks before something is lost: says yes to either. @returns {Promise<boolean>} whether it was asked */
export async function sayYes(page, act) {
	let isAsked = false;
	const accept = (dialog) => {
		isAsked = true;
		return dialog.accept();
	};
	page.on('dialog', accept);
	await act();
	await settle(page);
	const dialog = seen(page.locator('dialog[open], [role=dialog], [role=alertdialog]')).last();
	if (await dialog.count()) {
		const yes = await firstVisible([dialog.getByRole('button', { name: /yes|delete|remove|confirm|ok|discharge|hide/i })], 500);
		isAsked ||= Boolean(yes);
		await yes?.click();
		await settle(page);
	}
	page.off('dialog', accept);
	return isAsked;
}

/** A small picture, as a camera hands it over. */
const PICTURE = {
	name: 'picture.png',
	mimeType: 'image/png',
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8Dwn4GB4f9/BgYGAB74A/3J4JkVAAAAAElFTkSuQmCC',
		'base64'
	)
};

/** Chooses a picture in the form, by any way that it has to take one. @returns {Promise<boolean>} */
export async function choosePicture(scope) {
	const input = scope.locator('input[type=file]');
	if (!(await input.count())) return false;
	await input.first().setInputFiles(PICTURE);
	await settle(pageOf(scope));
	return true;
}

/** Whether it is wider than the window. */
export const scrollsSideways = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
