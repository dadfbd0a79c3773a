/** Accounts that an administrator makes for people who work there, by an invitation or with a password at once. */
import { entriesOf, goWhere, optionsOf, pickIfThere, seen } from './find.mjs';
import { field, fillAll, formWith, send } from './forms.mjs';
import { signIn } from './accounts.mjs';
import { entry } from './moves.mjs';
import { poll, settle, textOf } from './screen.mjs';

const PEOPLE = /staff|users|accounts|team|people|members|employees|drivers|detectives|doctors/i;
const NEW = /new (user|account|member|person|staff|driver|detective|doctor)|add|invite|create|new/i;
const SECRET = 'Quiet-Ford-1911!';
const ANY_EMAIL = /e-?mail|user ?name/i;

/** Makes an account of this kind of staff, and signs in with it. @returns the page of whoever has it */
export async function staff(app, { name, role, more = [], boss }) {
	const account = { email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`, password: SECRET };
	const page = await app.visitor();
	if (app.accounts.has(name)) return signIn(app, page, app.accounts.get(name));
	const owner = boss ?? (await app.owner());
	const invitation = await makeAccount(app, owner, { name, role, account, more });
	if (invitation) await accept(app, page, { invitation, name, account });
	else await signIn(app, page, account);
	app.accounts.set(name, account);
	return page;
}

/** @returns {Promise<string>} the address of an invitation; '' where the account is ready */
async function makeAccount(app, owner, { name, role, account, more }) {
	const has = async (page) => (await field(page, ANY_EMAIL, 50)) && !/\/sign|\/log/.test(new URL(page.url()).pathname);
	const offers = async (page) =>
		(await has(page)) || (PEOPLE.test(new URL(page.url()).pathname) && (await entry(page, NEW, 100)));
	await goWhere(app, offers, { page: owner, likely: PEOPLE, what: 'a page where accounts are made' });
	if (!(await has(owner))) await (await entry(owner, NEW))?.click();
	await settle(owner);
	const form = await formWith(owner, ANY_EMAIL);
	const pairs = [[ANY_EMAIL, account.email]];
	if (await field(form, /name/i, 200)) pairs.push([/(^|full |first )name|name/i, name]);
	await chooseRole(form, role);
	for (const secret of await seen(form.locator('input[type=password]')).all()) await secret.fill(account.password);
	const secret = await field(form, /password/i, 100);
	if (secret) pairs.push([/password/i, account.password]);
	const before = await textOf(owner);
	await fillAll(form, [...pairs, ...more]);
	await send(form);
	return invitationOn(owner, before);
}

async function chooseRole(form, role) {
	for (const box of await seen(form.locator('select')).all()) {
		const option = (await optionsOf(box)).find(({ text }) => role.test(text));
		if (option) return box.selectOption(option.value);
	}
	await pickIfThere(form, role, 200);
}

/** A link that was not there before, to hand on to somebody. */
async function invitationOn(page, before) {
	const link = async () => {
		const fields = await page.locator('input, textarea').evaluateAll((all) => all.map(({ value }) => value));
		const links = await page.locator('a[href]').evaluateAll((all) => all.map(({ href }) => href));
		const text = (await textOf(page)).replace(before, '');
		return [...fields, ...links, ...(text.match(/https?:\S+/g) ?? [])].find((candidate) =>
			/^https?:.*(invit|token|join|accept)/i.test(candidate)
		);
	};
	return (await poll(link, 1500)) || '';
}

async function accept(app, page, { invitation, name, account }) {
	const { pathname, search, hash } = new URL(invitation);
	await app.open(`${pathname}${search}${hash}`, page);
	for (const secret of await seen(page.locator('input[type=password]')).all()) await secret.fill(account.password);
	const form = seen(page.locator('form')).first();
	const named = await field(form, /name/i, 200);
	if (named && !(await named.inputValue())) await named.fill(name);
	await send(form);
	await settle(page);
	if (await seen(page.locator('input[type=password]')).count()) await signIn(app, page, account);
}

/** Opens the page that the menu calls so. @throws Error where there is none */
export async function toPage(page, name) {
	const link = await entry(page, name, 1500);
	if (!link) throw new Error(`no page ${name}`);
	await link.click();
	await settle(page);
}

/** Makes something new on the page that the menu calls so, by its form. */
export async function make(app, page, { on, button = /^\W*(new|add|create|register)\b/i, first, pairs }) {
	if (on) await toPage(page, on);
	if (!(await field(page, first, 300))) await (await entry(page, button, 1000))?.click();
	await settle(page);
	const form = await formWith(page, first);
	await fillAll(form, pairs);
	await send(form);
}

/** Opens what has these words from the list on the page. */
export async function openEntry(page, words) {
	const row = seen(page.locator('tr, li, article').filter({ hasText: words })).last();
	const link = seen(page.getByRole('link', { name: words }).or(row.getByRole('link'))).first();
	if (await poll(() => link.count(), 1200)) await link.click();
	else if (await row.count()) await row.click();
	else throw new Error(`nothing in the list has ${words}`);
	await settle(page);
}

export const listed = async (page) => (await entriesOf(page)).allInnerTexts();
