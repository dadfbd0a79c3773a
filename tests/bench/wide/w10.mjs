/** The Soil Profile Day's landing page. */
import { timesIn } from './support/amounts.mjs';
import { allSlides } from './support/carousel.mjs';
import { daysOn } from './support/countdown.mjs';
import { entriesIn } from './support/entries.mjs';
import { questionsOn, unfold } from './support/faq.mjs';
import { field, fillAll, formWith, problemAt, send, sendAndRead, setValue } from './support/forms.mjs';
import { reload, sectionOf } from './support/moves.mjs';
import { neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { poll, reads, textOf } from './support/screen.mjs';

const DAY_MS = 86_400_000;
const FULL = /full|no (more )?(places|spaces)|none (left|remain)|closed|sold out|booked out/i;
const PLACES =
	/(\d+)\s*(?:of \d+\s*)?(?:remaining |free )?(?:places|spaces|seats)|(?:places|spaces|seats)(?: left| remaining| free)?\W{1,3}(\d+)/i;

/** The number of places that are said to be left. */
async function placesLeft(page) {
	const text = await textOf(page);
	const line = text.split('\n').find((candidate) => PLACES.test(candidate) && /left|remain|free|still/i.test(candidate));
	const [, before, after] = PLACES.exec(line ?? text) ?? [];
	return (before ?? after) ? Number(before ?? after) : undefined;
}

/** The words of a drawing, of each label apart. */
const wordsIn = (drawing) =>
	drawing.evaluate((root) => {
		const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const words = [];
		while (texts.nextNode()) words.push(texts.currentNode.data);
		return words.join(' ');
	});

/** The registration form, filled in; brought back where it was replaced by a thank-you. */
async function registration(app, { name = 'Ann Guest', email }) {
	if (!(await field(app.page, /e-?mail/i, 400))) await app.open('/');
	const form = await formWith(app.page, /e-?mail/i);
	await fillAll(form, [
		[/name/i, name],
		[/e-?mail/i, email]
	]);
	await lunch(form);
	return form;
}

async function lunch(form) {
	const target = await field(form, /lunch/i, 300);
	if (!target) return false;
	const isBox = (await target.getAttribute('type')) === 'checkbox';
	await setValue(target, isBox ? true : /yes/i);
	return true;
}

/** Registers as fast as the form allows, until it no longer does. @returns how many times it was thanked for */
async function fillUp(app) {
	for (let guest = 0; guest < 66; guest++) {
		const isOpen = await registerGuest(app, guest);
		if (!isOpen) return guest;
	}
	return 66;
}

/** @returns whether there was a form to send */
async function registerGuest(app, guest) {
	const email = app.page.getByLabel(/e-?mail/i).filter({ visible: true });
	if (!(await email.count())) {
		await app.open('/');
		if (!(await email.count())) return false;
	}
	const form = email.first().locator('xpath=ancestor::form[1]');
	await form.getByLabel(/name/i).first().fill(`Guest ${guest}`);
	await email.first().fill(`guest${guest}@example.com`);
	await lunch(form);
	const button = form.locator('button').filter({ visible: true }).last();
	if (await button.isDisabled()) return false;
	const before = await placesLeft(app.page);
	await button.click();
	await poll(async () => (await placesLeft(app.page)) !== before, 2500);
	return (await placesLeft(app.page)) !== before;
}

export default {
	checks: [
		async (app) => {
			const text = await textOf(app.page);
			app.must(/Soil Profile Day/i.test(text), 'Soil Profile Day is not named');
			app.must(
				/12(th)? Sep(t|tember)?\.? 2031|September 12(th)?,? 2031|12\.0?9\.2031|12\/0?9\/2031/i.test(text),
				'no 12 September 2031'
			);
			app.must(/0?9[:.]00/.test(text) && /16[:.]30|4[:.]30 ?pm/i.test(text), 'not from 09:00 to 16:30');
			const exact = (new Date(2031, 8, 12, 9) - Date.now()) / DAY_MS;
			const days = await daysOn(app.page);
			app.must(days === Math.floor(exact) || days === Math.ceil(exact), `${days} days instead of ${Math.floor(exact)}`);
		},
		async (app) => {
			const section = await sectionOf(app.page, /programme|program|schedule|the day/i);
			const items = section ? await entriesIn(section, { having: /\d{1,2}[:.]\d{2}[\s\S]*\p{L}{3}/u }) : [];
			app.must(items.length === 6, `${items.length} items`);
			const times = items.map(({ text }) => timesIn(text)[0]);
			app.must(
				times.length > 1 && times.every((time, index) => index === 0 || time > times[index - 1]),
				`times ${times.join(', ')}`
			);
			app.must(times.length > 1 && times[0] >= 540 && times.at(-1) <= 990, 'a time outside 09:00 to 16:30');
		},
		async (app) => {
			const slides = await allSlides(app.page);
			app.must(slides.length >= 4, `${slides.length} pictures`);
			app.must(slides.length > 1 && slides.every(({ picture }) => picture), 'a slide without a picture');
			app.must(
				new Set(slides.map(({ text }) => text)).size === slides.length && slides.every(({ text }) => text.length > 3),
				'a slide without its own caption'
			);
			app.must(
				/soil|layer|horizon|sand|clay|peat|humus|heath/i.test(slides.map(({ text }) => text).join(' ')),
				'not about layers of soil'
			);
		},
		async (app) => {
			const plans = app.page.locator('main svg, main figure, main [role=img], main canvas').filter({ visible: true });
			let plan = false;
			for (const drawing of await plans.all()) {
				const text = `${await wordsIn(drawing)} ${(await drawing.getAttribute('aria-label')) ?? ''}`;
				const { width = 0, height = 0 } = (await drawing.boundingBox()) ?? {};
				plan ||= /\bpit\b/i.test(text) && /car park|parking/i.test(text) && width > 200 && height > 100;
			}
			app.must(plan, 'no drawing on which pit and car park are labelled');
		},
		async (app) => {
			const questions = await questionsOn(app.page);
			app.must(questions.length === 5, `${questions.length} questions`);
			for (const question of questions)
				app.must((await unfold(app.page, question)).opens, `no answer to ${await question.innerText()}`);
		},
		async (app) => {
			const before = await placesLeft(app.page);
			app.must(before !== undefined && before <= 60, `${before} places left`);
			const form = await registration(app, { email: 'ann@example.com' });
			app.must(await field(form, /lunch/i, 300), 'no lunch to choose');
			app.must(await sendAndRead(app.page, form, /thank|registered|confirm|see you|your place/i), 'no confirmation');
			app.must(
				await poll(async () => (await placesLeft(app.page)) === before - 1),
				`after it ${await placesLeft(app.page)} are left of ${before}`
			);
			await reload(app.page);
			app.must((await placesLeft(app.page)) === before - 1, `after a reload ${await placesLeft(app.page)} are left of ${before}`);
		},
		async (app) => {
			const before = await placesLeft(app.page);
			const nameless = await registration(app, { name: ' ', email: 'ann@example.com' });
			await send(nameless);
			app.must(await problemAt(nameless, /name/i), 'no name is not refused at the field');
			const wrong = await registration(app, { email: 'ann@' });
			await send(wrong);
			app.must(await problemAt(wrong, /e-?mail/i), 'a wrong e-mail is not refused at the field');
			await app.open('/');
			app.never((await placesLeft(app.page)) !== before, 'the number of places changed');
		},
		async (app) => {
			const before = await placesLeft(app.page);
			app.must(before > 0, 'no number of places');
			const registered = await fillUp(app);
			app.must(before > 0 && registered === before, `${registered} could register for ${before} places`);
			app.must(registered > 0 && (await reads(app.page, FULL)), 'the page does not say that it is full');
			await app.open('/');
			app.must(registered > 0 && (await reads(app.page, FULL)), 'after a reload the page does not say that it is full');
		}
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /profile (page|picture)|my profile|account/i),
		async (app) => {
			neverControls(app, /subscri|choose (a |this )?plan|per month/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => neverControls(app, /\bpay(ment)?\b|card number|iban/i)
	]
};
