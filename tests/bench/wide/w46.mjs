/** Questions of a parish council: forms that a clerk composes and residents fill in by a link. */
import { readFile } from 'node:fs/promises';
import { composeForm, fillReply, linkOf, QUESTIONS, toForm } from './support/composing.mjs';
import { count, mainText, pick, pickIfThere, seen } from './support/find.mjs';
import { isoDay, problemAt, send } from './support/forms.mjs';
import { entry } from './support/moves.mjs';
import { neverControls, SIGN_UP } from './support/pages.mjs';
import { reads, settle, textOf } from './support/screen.mjs';

const THANKS = /thank/i;
const RESULTS = /result|repl|answers|responses/i;

/** A form by the clerk with its link, once for all checks. */
async function composed(app) {
	const clerk = await app.owner();
	const known = app.accounts.get('the form');
	if (known) return { clerk, link: known };
	await composeForm(app, clerk, { title: 'A bench by the pond', opens: isoDay(-1), closes: isoDay(20) });
	const link = await linkOf(app, clerk, 'A bench by the pond');
	app.accounts.set('the form', link);
	return { clerk, link };
}

async function reply(app, { skips = '' } = {}) {
	const { clerk, link } = await composed(app);
	const page = await app.visitor();
	await app.open(link, page);
	const form = await fillReply(page, skips);
	return { clerk, link, page, form };
}

async function toResults(app, clerk) {
	await toForm(app, clerk, 'A bench by the pond');
	if (!(await reads(clerk, /%|\d+ (repl|answers|responses)/i, 500))) await (await entry(clerk, RESULTS, 800))?.click();
	await settle(clerk);
}

export default {
	checks: [
		async (app) => {
			const { link } = await composed(app);
			app.must(link, 'the form has no link');
			const { clerk } = await composed(app);
			await toForm(app, clerk, 'A bench by the pond');
			const dates = await clerk.locator('input[type=date]').evaluateAll((all) => all.map(({ value }) => value).join(' '));
			const text = `${await textOf(clerk)} ${dates}`;
			app.must(/open/i.test(text) && /clos/i.test(text), 'opening and closing date are not shown');
		},
		async (app) => {
			const { link } = await composed(app);
			await app.open(link);
			const text = await mainText(app.page);
			for (const { title } of QUESTIONS) app.must(text.includes(title), `the form does not ask '${title}'`);
			app.must(
				!(await count(app.page.locator('input[type=password]'))) && text.includes(QUESTIONS[0].title),
				'an account is asked for'
			);
		},
		async (app) => {
			const required = QUESTIONS.find((question) => question.isRequired);
			const { page, form } = await reply(app, { skips: required.title });
			await send(form);
			app.must(await problemAt(page, new RegExp(required.title)), 'no message at the required question');
			const values = await page
				.locator('textarea, input[type=text], input[type=number]')
				.evaluateAll((all) => all.map(({ value }) => value).join(' '));
			app.must(/42/.test(values), 'the other answers are lost');
			await send(await fillReply(page));
			app.must(await reads(page, THANKS), 'no thank-you');
		},
		async (app) => {
			const { page, form, link } = await reply(app);
			await send(form);
			if (!(await reads(page, THANKS))) throw new Error('a complete reply is not taken');
			await app.open(link, page);
			app.must(await reads(page, /already|have replied|once/i), 'it does not say that one has replied already');
			app.never(await count(page.getByRole('button', { name: /send|submit/i })), 'one can reply once more');
		},
		async (app) => {
			const { clerk, form } = await reply(app);
			await send(form);
			await toResults(app, clerk);
			const text = await mainText(clerk);
			for (const { title } of QUESTIONS) app.must(text.includes(title), `no results of '${title}'`);
			const bars = clerk
				.locator('main')
				.locator('meter, progress, [role=meter], [role=progressbar], [role=img], svg rect, svg path, [class*=bar i]');
			app.must(await count(bars), 'no charts');
			app.must(/\d/.test(text) && text.includes('More shade, please'), 'free texts are not listed');
		},
		async (app) => {
			const { clerk, form } = await reply(app);
			await send(form);
			await toResults(app, clerk);
			const button = await entry(clerk, /csv|download|export/i, 1000);
			if (!button) throw new Error('no CSV can be downloaded');
			const [download] = await Promise.all([clerk.waitForEvent('download'), button.click()]);
			const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
			for (const { title } of QUESTIONS) app.must(lines[0].includes(title), `no column '${title}'`);
			app.must(lines.length >= 2 && lines.at(-1).includes('More shade'), `${lines.length - 1} rows`);
		},
		async (app) => {
			const { clerk, form } = await reply(app);
			await send(form);
			await toResults(app, clerk);
			const { pathname } = new URL(clerk.url());
			const visitor = await app.visitor();
			await app.open(pathname, visitor);
			const isRefused = !/More shade, please/.test(await textOf(visitor));
			const control = seen(
				clerk
					.getByRole('switch', { name: /public|everybody|share/i })
					.or(clerk.getByRole('checkbox', { name: /public|everybody|share/i }))
			).first();
			if (await control.count()) await control.click();
			else await pick(clerk, /make (the )?(results )?public|public/i);
			await pickIfThere(clerk, /^\W*save/i);
			const open = async () => {
				for (const path of [pathname, (await composed(app)).link]) {
					await app.open(path, visitor);
					await pickIfThere(visitor, RESULTS, 300);
					if (/More shade, please|\d+ ?%|\d+ (repl|answers|responses)/i.test(await mainText(visitor))) return true;
				}
				return false;
			};
			const isShown = await open();
			app.must(isRefused && isShown, isRefused ? 'with the switch on they are not shown' : 'with the switch off they are shown');
		},
		async (app) => {
			const clerk = await app.owner();
			await composeForm(app, clerk, { title: 'A closed question', opens: isoDay(-9), closes: isoDay(-1) });
			const link = await linkOf(app, clerk, 'A closed question');
			if (!link) throw new Error('the form has no link');
			await app.open(link);
			app.must(await reads(app.page, /closed|over|ended|no longer/i), 'it does not say that it is closed');
			app.must(
				(await reads(app.page, /closed|over|ended|no longer/i, 100)) &&
					!(await count(app.page.getByRole('button', { name: /send|submit/i }))),
				'it takes replies'
			);
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_UP),
		async (app) => neverControls(app, /payment|planning application|pay now/i),
		async (app) => {
			const link = app.accounts.get('the form');
			if (!link) return;
			await app.open(link);
			const ticked = await app.page.locator('main input:checked').count();
			app.never(ticked, `${ticked} answers are ticked already`);
		}
	]
};
