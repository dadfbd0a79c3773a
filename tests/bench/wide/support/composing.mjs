/** A form that a clerk composes of questions of five kinds, and that residents fill in. */
import { goWhere, optionsOf, pickIfThere, seen } from './find.mjs';
import { field, fillAll, formWith, send, setValue } from './forms.mjs';
import { entry } from './moves.mjs';
import { poll, settle, textOf } from './screen.mjs';

export const QUESTIONS = [
	{ title: 'Do you want a bench', kind: /single|one (choice|answer)|choice/i, options: ['Yes', 'No'] },
	{ title: 'Which places suit you', kind: /several|multiple|many/i, options: ['Pond', 'Green'] },
	{ title: 'How old is your house', kind: /number/i, answer: '42', isRequired: true },
	{ title: 'When did you move here', kind: /date/i, answer: '2020-05-17' },
	{ title: 'What else is missing', kind: /free|text/i, answer: 'More shade, please' }
];

const FORMS = /forms?|surveys?|questions|questionnaires?|desk|clerk|compose/i;
const ADD = /add (a )?question|new question|another question/i;

/** Composes the form with all five questions. */
export async function composeForm(app, page, { title, opens, closes }) {
	await app.open('/', page);
	const has = async () => (await field(page, /title|name/i, 50)) && (await field(page, /clos/i, 50));
	await goWhere(app, async () => (await has()) || (await entry(page, /new (form|survey|question)|compose|create/i, 100)), {
		page,
		likely: FORMS,
		what: 'a page where forms are composed'
	});
	if (!(await has())) await (await entry(page, /new (form|survey|question)|compose|create/i))?.click();
	await settle(page);
	const form = await formWith(page, /title|name/i);
	await setValue(await field(form, /title|name/i), title);
	for (const [name, value] of [
		[/open/i, opens],
		[/clos/i, closes]
	]) {
		const box = await field(form, name, 300);
		if (!box) throw new Error(`no date ${name}`);
		const type = await box.evaluate((node) => node.type);
		await setValue(box, type === 'datetime-local' ? `${value}T12:00` : value);
	}
	for (const question of QUESTIONS) await addQuestion(page, question);
	await send(form, /save|create|publish|compose/i);
}

async function addQuestion(page, { title, kind, options, isRequired }) {
	const byKind = page.getByRole('button', { name: kind }).filter({ visible: true });
	if (!(await pickIfThere(page, ADD, 400)) && (await byKind.count())) await byKind.first().click();
	await settle(page);
	const titles = seen(
		page.getByLabel(/question|title|text|asks?/i).and(page.locator('input[type=text], input:not([type]), textarea'))
	);
	const last = titles.last();
	await last.fill(title);
	const box = last.locator('xpath=ancestor::*[self::fieldset or self::li or self::section or self::article or self::form][1]');
	for (const select of await seen(box.locator('select')).all()) {
		const option = (await optionsOf(select)).find(({ text }) => kind.test(text));
		if (option) await select.selectOption(option.value);
	}
	await settle(page);
	if (options) await addOptions(page, box, options);
	const required = box.getByRole('checkbox', { name: /required|must/i });
	if (isRequired) await required.last().check({ force: true });
	await pickIfThere(box, /^\W*(save|add|done)( question)?$/i, 100);
}

/** Choices, a line each in one field, or a field each. */
async function addOptions(page, box, options) {
	const area = seen(box.getByLabel(/choices|options|answers/i).and(page.locator('textarea')));
	if (await area.count()) return area.last().fill(options.join('\n'));
	for (const [index, option] of options.entries()) {
		const fields = seen(box.getByLabel(/choice|option|answer/i).and(page.locator('input:not([type=checkbox])')));
		if ((await fields.count()) <= index) await pickIfThere(box, /add (a |another )?(choice|option|answer)/i);
		if ((await fields.count()) === 1 && index > 0) return fields.first().fill(options.join(', '));
		await fields.nth(index).fill(option);
	}
	return undefined;
}

/** Opens a form from the clerk's list. */
export async function toForm(app, page, title) {
	await app.open('/', page);
	const there = async () => (await textOf(page)).includes(title);
	await goWhere(app, there, { page, likely: FORMS, what: `the form '${title}'` });
	const link = seen(page.getByRole('link', { name: title }).or(page.getByRole('button', { name: title })));
	if (await link.count()) await link.first().click();
	await settle(page);
}

/** The path by which residents come to it; '' for none. */
export async function linkOf(app, page, title) {
	await toForm(app, page, title);
	const own = new URL(page.url()).pathname;
	const find = async () => {
		const { origin } = new URL(page.url());
		const values = await page
			.locator('input, textarea, a[href], code')
			.evaluateAll((all) => all.map((element) => element.value || element.href || element.innerText));
		const text = (await textOf(page)).match(/https?:\S+/g) ?? [];
		const links = [...text, ...values].filter((link) => link?.startsWith(origin)).map((link) => new URL(link).pathname);
		return links.find(
			(path) => path !== own && path !== '/' && /\/[\w-]{4,}$/.test(path) && !/sign|admin|desk|account|result/i.test(path)
		);
	};
	return (await poll(find, 1500)) || '';
}

/** Fills in a resident's reply, all but the question to skip. @returns the form */
export async function fillReply(page, skips = '') {
	for (const { title, options, answer } of QUESTIONS) {
		if (title === skips) continue;
		const name = new RegExp(title);
		const box = await field(page, name, 800);
		if (!box) throw new Error(`the form does not ask '${title}'`);
		if (answer) await setValue(box, answer);
		else await pickIfThere(box, new RegExp(options[0]), 500);
	}
	const form = await formWith(page, new RegExp(QUESTIONS[4].title));
	if (!skips) await fillAll(form, []);
	return form;
}
