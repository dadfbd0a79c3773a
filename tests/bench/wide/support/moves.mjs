/** Moving about an app by what its links and buttons are called. */
import { firstVisible, settle, textOf } from './screen.mjs';

const MENU = /menu|menü|menú|navigation|菜单/i;

/** Follows the menu's entry of this name, else any link, tab or button of it. @throws Error where there is none */
export async function goTo(page, name) {
	const target = await entry(page, name);
	if (!target) throw new Error(`no menu entry, link or button ${name}`);
	await target.click();
	await settle(page);
}

/** The menu's entry, link, tab or button of this name, with the menu unfolded where it is behind a button. */
export async function entry(page, name, waitMs = 1500) {
	const here = () => firstVisible(namedIn(page, name), 100);
	const found = await firstVisible(namedIn(page, name), waitMs);
	if (found) return found;
	const opener = await firstVisible([page.getByRole('button', { name: MENU }), page.locator('header summary, nav summary')], 100);
	if (!opener) return undefined;
	await opener.click();
	await settle(page);
	return here();
}

const namedIn = (page, name) => [
	page.getByRole('navigation').getByRole('link', { name }),
	page.getByRole('banner').getByRole('link', { name }),
	page.getByRole('navigation').getByRole('button', { name }),
	page.getByRole('tab', { name }),
	page.getByRole('link', { name }),
	page.getByRole('button', { name })
];

/** What the menu offers: names of links in header and navigation, as they stand. */
export async function menuNames(page) {
	const links = page.locator('header a, nav a, [role=navigation] a, header nav button').filter({ visible: true });
	const names = await links.allInnerTexts();
	return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

/** Presses the first visible button (else link) of this name. @throws Error where there is none */
export async function press(scope, name) {
	const options = { name };
	const target = await firstVisible([
		scope.getByRole('button', options),
		scope.getByRole('link', options),
		scope.getByText(name)
	]);
	if (!target) throw new Error(`no button ${name}`);
	await target.click();
	await settle(pageOf(scope));
}

export const pageOf = (scope) => ('goto' in scope ? scope : scope.page());

/** The heading of this name and all that stands below it, up to the next of its rank: the smallest section, card or list around it. */
export async function sectionOf(page, name) {
	const heading = await firstVisible([page.getByRole('heading', { name }), page.getByText(name)], 800);
	if (!heading) return undefined;
	const around = heading.locator(
		'xpath=ancestor::*[self::section or self::article or self::li or self::dialog or self::main][1]'
	);
	return (await around.count()) ? around : heading.locator('xpath=..');
}

/** The smallest part of the page around a text that has more than the text: a card, a row, a list's entry. */
export async function cardOf(page, name) {
	const target = await firstVisible([
		page.getByRole('heading', { name }),
		page.getByRole('link', { name }),
		page.getByText(name)
	]);
	if (!target) return undefined;
	const around = target.locator(
		'xpath=ancestor::*[self::li or self::article or self::tr or self::section or self::figure or self::main][1]'
	);
	if (await around.count()) return around;
	return target.locator('xpath=..');
}

/** The same page after F5. */
export async function reload(page) {
	await page.reload();
	await settle(page);
	return textOf(page);
}
