/** What members of a community do: fill in a profile, post, like, comment, follow, and write to each other. */
import { choosePicture, count, entryWith, goWhere, pickIfThere, seen } from './find.mjs';
import { field, fillAll, formWith, send, setValue } from './forms.mjs';
import { entry } from './moves.mjs';
import { poll, settle, textOf } from './screen.mjs';

const COMPOSE = /new (post|picture|photo)|post (a|your)|add (a )?(post|picture|photo)|share|write (a )?post|^post$|^write$/i;
const TEXT = /text|line|caption|say|write|what|post|body|words/i;
const TITLE = /title|subject|heading/i;

/** Fills in the member's own profile. @param {[RegExp, unknown][]} pairs names and values of fields */
export async function makeProfile(app, page, pairs) {
	const [[name]] = pairs;
	const has = () => field(page, name, 100);
	const isThere = async () =>
		(await has()) || (await count(page.getByRole('button', { name: /(edit|make|create|add).*(profile|dog)|edit/i }))) > 0;
	const likely = /profile|my dog|account|settings|about me/i;
	await (await entry(page, likely, 600))?.click();
	await settle(page);
	await goWhere(app, isThere, { page, likely, what: 'a profile to fill in' });
	if (!(await has())) await pickIfThere(page, /edit|make|create|add/i);
	const form = await formWith(page, name);
	await fillAll(form, pairs);
	await choosePicture(form);
	await send(form);
}

/** Where posts are written. */
async function composer(app, page) {
	const has = async () => {
		const forms = seen(page.locator('form, [role=form], dialog')).filter({ has: page.locator('textarea, input[type=file]') });
		for (const form of await forms.all())
			if (!/comment|message|letter/i.test(await labelsOf(form)) || /photo|picture/i.test(await labelsOf(form))) return form;
		return undefined;
	};
	const opened = await has();
	if (opened) return opened;
	await goWhere(app, async () => (await has()) || (await entry(page, COMPOSE, 100)), {
		page,
		likely: COMPOSE,
		what: 'a form to post with'
	});
	if (!(await has())) await (await entry(page, COMPOSE))?.click();
	await settle(page);
	const form = await poll(has, 1500);
	if (!form) throw new Error('no form to post with comes');
	return form;
}

const labelsOf = (form) =>
	form
		.locator('label, legend, button, textarea')
		.evaluateAll((all) =>
			all
				.map((element) => `${element.innerText} ${element.getAttribute('aria-label') ?? ''} ${element.placeholder ?? ''}`)
				.join(' ')
		);

/** Posts some words with a picture. @returns {Promise<boolean>} whether a picture could be chosen */
export async function post(app, page, { text, category }) {
	const form = await composer(app, page);
	if (category) {
		const box = await field(form, /category|section|under|topic|about/i, 300);
		if (box) await setValue(box, category);
		else if (!(await pickIfThere(form, category))) throw new Error(`${category} is not offered for a post`);
	}
	const title = await field(form, TITLE, 100);
	const writing = (await count(form.locator('textarea'))) ? seen(form.locator('textarea')).first() : await field(form, TEXT);
	if (title) await title.fill(text);
	await (writing ?? title).fill(text);
	const hasPicture = await choosePicture(form);
	await fillAll(form, []);
	await send(form, /post|share|publish|send|save|add/i);
	return hasPicture;
}

/** The post with these words, on the page where posts are listed. */
export async function postWith(app, page, text, { waitMs = 1500 } = {}) {
	await app.open('/', page);
	const found = () => count(page.getByText(text));
	if (!(await poll(found, waitMs)))
		await goWhere(app, found, { page, likely: /newest|feed|posts|pictures|community|all/i, what: `the post '${text}'` });
	const own = entryWith(page, text);
	return (await own.count()) ? own : seen(page.getByText(text)).last().locator('xpath=ancestor::*[.//button or .//img][1]');
}

const LIKE = /like|♥|❤|love|heart|paw|woof/i;
export const likeButton = (post) => seen(post.getByRole('button', { name: LIKE })).first();
/** How many like it, by the button's name or what stands beside it. */
export async function likesOf(post) {
	const button = likeButton(post);
	const about = await button.evaluate((node) => `${node.getAttribute('aria-label') ?? ''} ${node.innerText}`);
	const told = /\d+/.exec(about) ?? /(\d+) (?:likes?|paws?|hearts?)/i.exec(await textOf(post));
	return told ? Number(told[1] ?? told[0]) : 0;
}

/** Comments on the post, there or on its own page. */
export async function comment(app, page, { on, words }) {
	let part = await postWith(app, page, on);
	if (!(await field(part, /comment/i, 300))) {
		const opener = seen(part.getByRole('button', { name: /comment/i }).or(part.getByRole('link'))).first();
		await opener.click();
		await settle(page);
		part = page;
	}
	const box = await field(part, /comment/i, 1000);
	if (!box) throw new Error('there is no field for a comment');
	await box.fill(words);
	const form = await formWith(page, /comment/i);
	await send(form, /comment|send|post/i);
}

/** Opens the profile of whoever wrote it, or is called so. */
export async function toMember(app, page, name, likely = /members|dogs|growers|people|find|pen.?friends/i) {
	await app.open('/', page);
	const link = () => seen(page.getByRole('link', { name })).first();
	if (!(await poll(() => link().count(), 600)))
		await goWhere(app, () => link().count(), { page, likely, what: `a link to ${name}` });
	await link().click();
	await settle(page);
}

export const FOLLOW = /^\W*follow\b(?!ing|ed|ers)/i;
export const UNFOLLOW = /unfollow|following|stop following|followed/i;

/** Writes to the member of this name, from her profile or from the messages. */
export async function writeTo(app, page, { name, words, button = /message|write|letter|contact/i }) {
	await toMember(app, page, name).catch(() => {});
	if (!(await field(page, /message|letter|text|write/i, 200))) await (await entry(page, button, 800))?.click();
	await settle(page);
	const to = await field(page, /^\W*to\b|receiver|recipient/i, 200);
	if (to) await setValue(to, name);
	const form = await formWith(page, /message|letter|text|write|words/i);
	await fillAll(form, [[/message|letter|text|write|words/i, words]]);
	await send(form, /send|post|write/i);
}

/** The page of messages, opened where the sender's name has to be pressed. */
export async function messagesOf(app, page, from, likely = /messages|letters|inbox|post ?box|mail/i) {
	await app.open('/', page);
	await (await entry(page, likely, 800))?.click();
	await settle(page);
	if (from && (await count(page.getByRole('link', { name: from }).or(page.getByRole('button', { name: from })))))
		await pickIfThere(page, from);
	return textOf(page);
}
