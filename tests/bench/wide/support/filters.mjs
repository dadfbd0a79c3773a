/** Choosing among what a list offers: by a drop-down, radio buttons, tabs, check boxes, buttons or links. */
import { firstVisible, settle } from './screen.mjs';

/** Chooses what is called so, wherever it is offered. @throws Error where nothing offers it */
export async function pick(page, name, scope = page.locator('main')) {
	const found = (await choiceOf(page, name, scope)) ?? (await choiceOf(page, name, page.locator('body')));
	if (!found) throw new Error(`no choice ${name}`);
	if (found.option !== undefined) await found.select.selectOption({ label: found.option });
	else await found.target.click({ force: found.isHidden });
	await settle(page);
}

/** Whether this can be chosen. */
export const offers = async (page, name, scope = page.locator('body')) => !!(await choiceOf(page, name, scope));

async function choiceOf(page, name, scope) {
	for (const select of await scope.locator('select').filter({ visible: true }).all()) {
		const option = (await select.locator('option').allInnerTexts()).find((text) => name.test(text.trim()));
		if (option !== undefined) return { select, option: option.trim() };
	}
	const roles = ['radio', 'tab', 'checkbox', 'option', 'button', 'link', 'switch', 'menuitemradio'];
	const target = await firstVisible(
		roles.map((role) => scope.getByRole(role, { name })),
		300
	);
	if (target) return { target, isHidden: true };
	const label = await firstVisible([scope.locator('label').filter({ hasText: name })], 100);
	return label ? { target: label, isHidden: false } : undefined;
}

/** Types into the search field and waits for what it finds. @throws Error where there is none */
export async function search(page, word) {
	const name = /search|find|look|word|busca|suche|搜索|查找/i;
	const box = await firstVisible([
		page.getByRole('searchbox'),
		page.locator('input[type=search]'),
		page.getByRole('textbox', { name }),
		page.getByPlaceholder(name)
	]);
	if (!box) throw new Error('no search field');
	await box.fill(word);
	await box.press('Enter');
	await settle(page);
}
