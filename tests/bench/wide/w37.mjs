/** The helper page of a heating firm: questions, a chat that answers from them, and the emergency number. */
import { count, linesAfter, linesOf, mainText, pickIfThere, seen } from './support/find.mjs';
import { field, fill, fillAll, formWith, problemAt, send, THANKS } from './support/forms.mjs';
import { entry } from './support/moves.mjs';
import { CART, neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { gains, poll, reads, settle, textOf } from './support/screen.mjs';

const SEARCH = /search|find|question/i;
const CHAT = /chat|ask|assistant|message|help/i;
const NUMBER = '000 555 0199';
const NO_ANSWER = /(no|not|n't|sorry)[^.!?]{0,60}(answer|know|found|find|help|sure)|cannot (answer|help)/i;
const CALL = /call ?-?back|call you|phone/i;

const questionsOn = async (page) =>
	linesOf(await mainText(page)).filter((line) => line.endsWith('?') && line.split(/\s+/).length > 2);
const searchBox = (page) => field(page, SEARCH, 800).then((found) => found ?? seen(page.getByRole('searchbox')).first());

/** The chat's line to type into, opened from its button where it has one. */
async function chatLine(page) {
	const line = () => seen(page.getByRole('textbox', { name: /message|question|ask|type|chat/i })).last();
	const isOpen = async () => (await count(page.getByRole('log'))) > 0 || (await count(page.getByRole('dialog'))) > 0;
	if (!(await isOpen())) await (await entry(page, CHAT, 600))?.click();
	await settle(page);
	if (!(await line().count())) throw new Error('there is no chat to type into');
	return line();
}

/** Asks the chat. @returns {Promise<string[]>} what can be read since, without the question itself */
async function ask(page, question) {
	const line = await chatLine(page);
	const said = await linesAfter(page, async () => {
		await line.fill(question);
		await line.press('Enter');
		if ((await line.inputValue()) === question) await pickIfThere(page, /send|ask/i);
		await page.waitForTimeout(900);
	});
	return said.filter((text) => text !== question);
}

/** A question of the page with its answer, opened. */
async function answered(page, index) {
	const question = (await questionsOn(page))[index];
	if (!question) throw new Error('no questions are shown');
	const said = await linesAfter(page, () => page.getByText(question, { exact: true }).first().click());
	return { question, answer: said.find((line) => line.length > 20) ?? '' };
}

/** Of how many px the number is written, and whether nothing of the answer stands before it. */
const numberOn = (page) =>
	page.evaluate((number) => {
		const all = [...document.querySelectorAll('body *')].filter(
			(element) => element.getClientRects().length && element.innerText?.includes(number)
		);
		const own = all.filter((element) => ![...element.children].some((child) => child.innerText?.includes(number)));
		return Math.max(0, ...own.map((element) => parseFloat(getComputedStyle(element).fontSize)));
	}, NUMBER);

export default {
	checks: [
		async (app) => {
			app.must(await reads(app.page, /Brannock Warmth/), 'Brannock Warmth is not named');
			app.must(await (await searchBox(app.page)).count(), 'no search field');
			const questions = await questionsOn(app.page);
			app.must(questions.length >= 17 && questions.length <= 24, `not about 20 questions but ${questions.length}`);
			const groups = await app.page
				.getByRole('heading')
				.or(app.page.getByRole('tab'))
				.or(app.page.getByRole('button'))
				.allInnerTexts();
			for (const name of [/boiler/i, /deliver/i, /invoice/i, /emergenc/i])
				app.must(
					groups.some((group) => name.test(group)),
					`no group ${name}`
				);
		},
		async (app) => {
			const all = await questionsOn(app.page);
			await (await searchBox(app.page)).fill('invoice');
			const isFewer = async () => (await questionsOn(app.page)).length < all.length;
			if (!app.must(all.length > 0 && (await poll(isFewer, 1500)), 'searching leaves the questions as they are')) return;
			const left = await questionsOn(app.page);
			app.must(left.length > 0, 'no question remains');
			const { answer } = await answered(app.page, 0);
			const isShown = answer || (await mainText(app.page)).split(left[0])[1]?.trim().length > 20;
			app.must(isShown, 'clicking a question shows no answer');
			const fits = /invoice|bill|pay|statement|account|charge|cost/i;
			app.must(
				left.filter((question) => fits.test(question)).length >= left.length * 0.7,
				`what remains does not fit: ${left.join(' ')}`
			);
		},
		async (app) => {
			const { question, answer } = await answered(app.page, 1);
			const key = answer.split(/\s+/).slice(0, 6).join(' ');
			if (!app.must(answer, 'a question shows no answer')) return;
			await app.open('/');
			const words = question
				.replace(/[?]/g, '')
				.split(/\s+/)
				.filter((word) => word.length > 3)
				.reverse()
				.join(' ');
			const said = await ask(app.page, `Hello, please tell me: ${words}`);
			app.must(said.join(' ').includes(key), `asked '${words}', it replies '${said.join(' ').slice(0, 120)}'`);
		},
		async (app) => {
			const said = (await ask(app.page, 'What is the capital of the moon?')).join(' ');
			app.must(NO_ANSWER.test(said), `it does not say that it has no answer but '${said.slice(0, 120)}'`);
			app.must(CALL.test(said) || (await entry(app.page, CALL, 300)), 'it offers no call back');
		},
		async (app) => {
			const { page } = app;
			await ask(page, 'What is the capital of the moon?');
			if (!(await field(page, /phone|number/i, 500))) await pickIfThere(page, CALL, 800);
			const form = await formWith(page, /phone|number/i);
			await fillAll(form, [
				[/phone|number/i, 'abc'],
				[/message|about|question|what/i, 'Please call me about the burner']
			]);
			let before = await textOf(page);
			await send(form);
			app.must(await problemAt(form, /phone|number/i), "'abc' is not refused");
			if (app.never(await gains(page, before, THANKS, 400), "thanks for 'abc'")) return;
			await fill(form, /phone|number/i, '020 7946 0958');
			before = await textOf(page);
			await send(form);
			app.must(
				await gains(page, before, /thank|call you|will (call|ring)|received|noted|got it/i),
				'no confirmation for a real number'
			);
		},
		async (app) => {
			const said = await ask(app.page, 'I smell gas');
			const first = said.find((line) => line.length > 3) ?? '';
			app.must(said.join(' ').includes(NUMBER), 'the number is not said');
			app.must(first.includes(NUMBER) || said.slice(0, 2).join(' ').includes(NUMBER), `first comes '${first.slice(0, 60)}'`);
			app.must((await numberOn(app.page)) >= 20, `the number is ${await numberOn(app.page)} px high`);
		},
		async (app) => {
			const { page } = app;
			const line = await chatLine(page);
			const before = await textOf(page);
			const errors = [];
			page.on('pageerror', (error) => errors.push(error.message));
			await line.fill('   ');
			await line.press('Enter');
			await pickIfThere(page, /^send|^ask/i, 200).catch(() => {});
			await page.waitForTimeout(500);
			const said = linesOf(await textOf(page)).length - linesOf(before).length;
			app.must(said <= 1 && !NO_ANSWER.test((await textOf(page)).replace(before, '')), 'an empty line is sent');
			app.never(errors.length, `it breaks: ${errors[0]}`);
			app.must((await ask(page, 'How do I pay my invoice?')).length > 0, 'it does not answer any more');
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /ticket/i),
		async (app) => neverControls(app, CART, /order (heating )?oil|order now/i),
		async (app) => {
			await (await entry(app.page, CHAT, 500))?.click();
			await settle(app.page);
			app.never(
				/(is|are) typing|human|agent|operator is|person is|staff (is|are) online/i.test(
					(await textOf(app.page)).replace(/not? a? ?human|no human/gi, '')
				),
				'it claims that a human types'
			);
		}
	]
};
