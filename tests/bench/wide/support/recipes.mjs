/** Recipes as their pages show them: amounts, minutes, and the clock of a player. */
import { linesOf, mainText } from './find.mjs';

/** The whole minutes that a text names. */
export const minutesIn = (text) => {
	const hours = Number(/(\d+)\s*(?:h\b|hours?)/i.exec(text)?.[1] ?? 0);
	const minutes = Number(/(\d+)\s*min/i.exec(text)?.[1] ?? 0);
	return hours || minutes ? hours * 60 + minutes : undefined;
};

const PARTS = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3, '⅛': 0.125 };

/** The amount at a line's beginning or end, `1 ½` as 1.5. */
function amountIn(line) {
	const match = /(\d+(?:[.,]\d+)?)?\s*([½¼¾⅓⅔⅛])|(\d+)\s+(\d)\/(\d)|(\d)\/(\d)(?!\d)|(\d+(?:[.,]\d+)?)/.exec(line);
	if (!match) return undefined;
	const [, whole, part, mixed, top, bottom, over, under, plain] = match;
	if (part) return Number(whole ?? 0) + PARTS[part];
	if (mixed) return Number(mixed) + Number(top) / Number(bottom);
	if (over) return Number(over) / Number(under);
	return Number(plain.replace(',', '.'));
}

/** Amounts of the ingredients, by the entries of the list below the heading that names them. */
export async function amountsOn(page) {
	const lists = await page.locator('main ul, main ol, main table, main dl').evaluateAll((all) =>
		all.map((list) => {
			let before = list;
			while (before && !/ingredient/i.test(before.previousElementSibling?.innerText ?? before.getAttribute('aria-label') ?? '')) {
				if (before.closest('main') === before.parentElement || before.parentElement?.innerText.length > 4000) before = undefined;
				else before = before.previousElementSibling ?? before.parentElement;
			}
			const entries = [...list.querySelectorAll('li, tr, dt')].map((element) =>
				element.tagName === 'DT' ? `${element.innerText} ${element.nextElementSibling?.innerText}` : element.innerText
			);
			return { isNamed: Boolean(before), entries: entries.map((text) => text.replace(/\s+/g, ' ')) };
		})
	);
	const measured = lists.filter(
		({ entries }) => entries.filter((text) => /\d|[½¼¾⅓⅔]/.test(text)).length >= Math.max(2, entries.length * 0.5)
	);
	const list =
		measured.find(({ isNamed }) => isNamed) ?? measured.find(({ entries }) => entries.every((text) => text.length < 60));
	return (list?.entries ?? []).flatMap((text) => amountIn(text) ?? []);
}

/** The seconds that the player stands at, from its clock or the media itself. */
export async function clockOf(page) {
	const media = page.locator('video, audio');
	if (await media.count()) {
		const at = await media.first().evaluate((element) => element.currentTime);
		if (at > 0) return at;
	}
	const lines = linesOf(await mainText(page)).join(' ');
	const match = /(\d+):(\d{2})(?:\s*\/|\s+of\s)/.exec(lines);
	if (match) return Number(match[1]) * 60 + Number(match[2]);
	const slider = page.locator('main [role=slider], main input[type=range], main [role=progressbar], main progress');
	if (!(await slider.count())) return undefined;
	return slider.first().evaluate((element) => Number(element.getAttribute('aria-valuenow') ?? element.value));
}
