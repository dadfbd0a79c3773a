/** Accounts as people get them: the first administrator in the way that the app offers, members by registering. */
import { field, fillAll, send, setValue } from './forms.mjs';
import { entry } from './moves.mjs';
import { SIGN_IN, SIGN_UP } from './pages.mjs';
import { firstVisible, settle } from './screen.mjs';

const EMAIL = /e-?mail|user ?name|benutzer|correo|usuario|邮箱|电子邮件|用户名/i;
const PASSWORD = /password|passwort|kennwort|contraseña|密码/i;
const STAFF = /owner|admin|staff|editor|keeper|coordinator|clerk|manager|verwaltung|店主|管理/i;
const SIGN_OUT = /(sign|log)[ -]?out|abmelden|cerrar sesión|salir|退出|登出/i;
const OWNER_PATHS = ['/sign-in', '/login', '/signin', '/admin', '/owner', '/setup', '/account'];
const SIGN_UP_PATHS = ['/sign-up', '/register', '/signup', '/join'];
const SECRET = 'Quiet-Ford-1911!';

/** Signs the page in as the owner. @throws Error where no way to do so is found */
export async function becomeOwner(visit, page) {
	const known = visit.accounts.get('the owner') ?? printedAccount(visit.output());
	if (known) {
		visit.accounts.set('the owner', known);
		await reachSignIn(visit, page);
		return signIn(visit, page, known);
	}
	const [, printedPath] = /(\/(?:register|setup|sign-?up|first|welcome|owner|admin)\S*)/.exec(visit.output()) ?? [];
	if (printedPath) await visit.open(printedPath, page);
	await reachSignIn(visit, page);
	const account = { email: 'owner@example.com', password: SECRET };
	await fillAccount(page, { ...account, name: 'Olive Owner' });
	visit.accounts.set('the owner', account);
	return page;
}

/** Signs the page in as a member, who registers the first time. @throws Error where no way to do so is found */
export async function become(visit, name, page) {
	const known = visit.accounts.get(name);
	// Where whoever comes first becomes the owner, nobody else may come first.
	if (!known && !visit.accounts.has('the owner') && !visit.accounts.has('nobody')) {
		visit.accounts.set('nobody', {});
		await becomeOwner(visit, await visit.visitor()).catch(() => {});
	}
	if (known) {
		await reachSignIn(visit, page);
		return signIn(visit, page, known);
	}
	await reach(visit, page, { names: [SIGN_UP, SIGN_IN], paths: SIGN_UP_PATHS });
	const instead = await entry(page, SIGN_UP, 300);
	if (
		instead &&
		(await page.locator('input[type=password]').filter({ visible: true }).count()) < 2 &&
		!(await field(page, /\bname\b|姓名/i, 200))
	)
		await instead.click().then(() => settle(page));
	const account = { email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`, password: SECRET };
	await fillAccount(page, { ...account, name });
	visit.accounts.set(name, account);
	return page;
}

/** Signs in with an account that is there. @throws Error where the app does not let her in */
export async function signIn(visit, page, { email, password }) {
	if (!(await field(page, PASSWORD, 300))) await reachSignIn(visit, page);
	const form = await passwordForm(page);
	const user = await field(form, EMAIL, 300);
	if (user) await setValue(user, email);
	await setValue(await field(form, PASSWORD), password);
	await send(form);
	if (!(await isSignedIn(page))) throw new Error(`signing in as ${email} was refused`);
	return page;
}

/** Whether somebody is signed in: there is a way out, or no password is asked for any more. */
export async function isSignedIn(page) {
	await settle(page);
	if (await entry(page, SIGN_OUT, 1500)) return true;
	return (await page.locator('input[type=password]').filter({ visible: true }).count()) === 0;
}

const reachSignIn = (visit, page) => reach(visit, page, { names: [SIGN_IN, STAFF], paths: OWNER_PATHS });

/** Goes to a page that asks for a password: by the names of links, then by addresses that are usual. */
async function reach(visit, page, { names, paths }) {
	const isThere = async () => (await page.locator('input[type=password]').filter({ visible: true }).count()) > 0;
	if (await isThere()) return;
	for (const name of names) {
		const link = await entry(page, name, 400);
		if (!link) continue;
		await link.click();
		await settle(page);
		if (await isThere()) return;
	}
	for (const path of paths) {
		await visit.open(path, page);
		if (await isThere()) return;
	}
	throw new Error('no way to sign in was found');
}

const passwordForm = async (page) =>
	page
		.locator('form')
		.filter({ has: page.locator('input[type=password]') })
		.first();

async function fillAccount(page, { email, password, name }) {
	const form = await passwordForm(page);
	const pairs = [];
	if (await field(form, EMAIL, 300)) pairs.push([EMAIL, email]);
	const named = await firstVisible([form.getByLabel(/\b(your |full )?name\b|^name|nombre|姓名|称呼/i)], 300);
	if (named) await setValue(named, name);
	for (const secret of await form.locator('input[type=password]').filter({ visible: true }).all()) await secret.fill(password);
	await fillAll(form, pairs);
	await send(form);
	if (!(await isSignedIn(page))) throw new Error(`no account could be made for ${email}`);
}

/** An account that the server printed when it started: an address and, after it, a password. */
function printedAccount(output) {
	const [, email, password] = /([\w.+-]+@[\w.-]+\w)[\s\S]{0,60}?password\W+(\S+)/i.exec(output) ?? [];
	return email ? { email, password } : undefined;
}
