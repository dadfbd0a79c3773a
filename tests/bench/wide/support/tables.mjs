/** Staff's lists: the row that has a word, and what can be done there. */
import { setValue } from './forms.mjs';
import { entry } from './moves.mjs';
import { firstVisible, settle, textOf } from './screen.mjs';

/** The smallest row, card or list entry in which a text stands, with what can be pressed there. */
export async function rowWith(page, text, waitMs = 2500) {
	const rows = page.locator('tr, li, article, [role=row], details, section').filter({ hasText: text });
	const seen = await firstVisible([rows], waitMs);
	return seen ? rows.filter({ visible: true }).last() : undefined;
}

/** Goes to a list of staff's by the first of these names that leads to one with this text; stays where it already is. */
export async function findRow(page, text, names) {
	const here = await rowWith(page, text, 600);
	if (here) return here;
	for (const name of names) {
		const link = await entry(page, name, 500);
		if (!link) continue;
		await link.click();
		await settle(page);
		const row = await rowWith(page, text, 1200);
		if (row) return row;
	}
	return undefined;
}

/** Sets the state of what a row stands for: by its drop-down or button, or on the page that it leads to. @throws Error where that is not offered */
export async function setState(page, row, state) {
	if (await setStateIn(row, state)) return settle(page);
	const link = await firstVisible([row.getByRole('link'), row.getByRole('button')], 300);
	if (link) {
		await link.click();
		await settle(page);
		const place = page.locator('main, [role=dialog]').last();
		if (await setStateIn(place, state)) return settle(page);
	}
	throw new Error(`no way to set it to ${state}`);
}

async function setStateIn(place, state) {
	for (const select of await place.locator('select').filter({ visible: true }).all()) {
		const options = await select.locator('option').allInnerTexts();
		if (!options.some((option) => state.test(option))) continue;
		await setValue(select, state);
		const save = await firstVisible([place.getByRole('button', { name: /save|update|change|speichern|保存|更新/i })], 300);
		if (save) await save.click();
		return true;
	}
	const button = await firstVisible([place.getByRole('button', { name: state }), place.getByRole('radio', { name: state })], 300);
	if (button) await button.click({ force: true });
	return !!button;
}

/** Whether a visitor, signed out, gets nothing of a page: she is asked to sign in, or refused. */
export async function isClosed(page, secret) {
	const text = await textOf(page);
	const asks = (await page.locator('input[type=password]').filter({ visible: true }).count()) > 0;
	const refuses = /sign in|log in|not allowed|no access|forbidden|not found|only (for )?the|anmelden|登录/i.test(text);
	return (asks || refuses) && !secret.test(text);
}
