/** Every page that a visitor reaches by following links, and what stands on it. */
import { settle, textOf } from './screen.mjs';

const MOST_PAGES = 24;

/** @returns {Promise<{ path: string, text: string, controls: string[], width: number }[]>} the front page first */
export async function pagesOf(browser, url) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	const waiting = ['/'];
	const pages = [];
	while (waiting.length > 0 && pages.length < MOST_PAGES) {
		const path = waiting.shift();
		await page.goto(new URL(path, url).href, { timeout: 15_000 }).catch(() => {});
		await settle(page);
		const { links, controls } = await page.evaluate(readLinks).catch(() => ({ links: [], controls: [] }));
		pages.push({ path, text: await textOf(page), controls });
		const known = new Set([...waiting, ...pages.map((entry) => entry.path)]);
		// One of each folder first: twenty articles would leave no room for the other pages.
		for (const link of links) if (!known.has(link)) waiting.push(link);
		waiting.sort((a, b) => a.split('/').length - b.split('/').length);
	}
	await context.close();
	return pages;
}

/** Runs in the page. */
function readLinks() {
	const links = [...document.querySelectorAll('a[href]')].flatMap((link) => {
		const { origin, pathname } = new URL(link.href, location.href);
		return origin === location.origin && !/\.\w{2,5}$/.test(pathname) ? [pathname] : [];
	});
	const named = document.querySelectorAll('a, button, input, select, textarea, summary, [role=button], [role=tab], [role=link]');
	const controls = [...named].map((element) =>
		[element.innerText, element.getAttribute('aria-label'), element.labels?.[0]?.innerText, element.getAttribute('placeholder')]
			.filter(Boolean)
			.join(' ')
			.replace(/\s+/g, ' ')
			.trim()
	);
	return { links: [...new Set(links)], controls: controls.filter(Boolean) };
}

/** Where something that fits stands on the pages, with the words around it; '' where nowhere. */
export function seenIn(pages, pattern) {
	for (const { path, text } of pages) {
		const at = text.search(pattern);
		if (at >= 0) return `${path}: "${text.slice(Math.max(0, at - 40), at + 60)}"`;
	}
	return '';
}

/** Which link, button or field fits, on which page; '' where none. */
export function controlIn(pages, pattern) {
	for (const { path, controls } of pages) {
		const control = controls.find((candidate) => pattern.test(candidate));
		if (control) return `${path}: "${control}"`;
	}
	return '';
}

/** A way to sign in, in four languages. */
export const SIGN_IN = /\b(sign|log)[ -]?in\b|\blogin\b|anmelden|einloggen|iniciar sesión|acceder|登录/i;
/** A way to get an account, in four languages. */
export const SIGN_UP =
	/sign[ -]?up|create (an |your )?account|\bregister (an account|as)|registrieren|konto (anlegen|erstellen)|registrarse|crear (una )?cuenta|注册/i;
/** A way to buy. */
export const CART = /\b(cart|basket|checkout|buy now|add to (cart|bag))\b|warenkorb|carrito|cesta|购物车/i;
/** An amount of money. */
export const PRICE = /[€$£¥]\s?\d|\d(?:[.,]\d\d)?\s?(?:€|£|EUR\b|USD\b|GBP\b)|\bprices? (from|start)/i;

/** Fails a visit for each pattern that a link, a button or a field of any page fits. */
export function neverControls(visit, ...patterns) {
	for (const pattern of patterns) visit.never(controlIn(visit.pages, pattern), controlIn(visit.pages, pattern));
}
