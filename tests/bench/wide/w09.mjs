/** The launch of three surf boards. */
import { allSlides, carouselOn, dotsOf, isMarked, slideOf } from './support/carousel.mjs';
import { asksColours } from './support/colours.mjs';
import { questionsOn, unfold } from './support/faq.mjs';
import { fillAll, formWith, problemAt, send, sendAndRead } from './support/forms.mjs';
import { CART, neverControls, PRICE, seenIn } from './support/pages.mjs';
import { poll, reads, textOf } from './support/screen.mjs';

const BOARDS = [/Drifter/, /Pike/, /Old Aunt/];
const LENGTH = /\d+(?:[.,]\d+)?\s?(?:cm|m|ft|feet|foot|in|inch|′|'|’)|\d\s?['’′]\s?\d/i;

async function waitingList(app, email, page = app.page) {
	const form = await formWith(page, /e-?mail/i);
	await fillAll(form, [[/e-?mail/i, email]]);
	return form;
}

/** How often the slide changes while nobody presses anything. */
async function changesWithin(app, ms) {
	const carousel = await carouselOn(app.page);
	const until = performance.now() + ms;
	const at = [];
	let last = (await slideOf(carousel)).text;
	while (performance.now() < until) {
		await app.page.waitForTimeout(200);
		const now = (await slideOf(carousel)).text;
		// Half-way through its movement a carousel shows two slides, or none.
		if (now !== last && BOARDS.filter((name) => name.test(now)).length === 1) {
			at.push(performance.now());
			last = now;
		}
	}
	return at;
}

export default {
	checks: [
		async (app) => {
			const slides = await allSlides(app.page, 5);
			app.must(slides.length === 3, `${slides.length} slides until the first comes again`);
			BOARDS.forEach((name, index) => {
				const slide = slides[index] ?? { text: '', picture: '' };
				app.must(name.test(slide.text), `slide ${index + 1} is not ${name}: ${slide.text.slice(0, 60)}`);
				app.must(slide.picture, `${name} has no picture`);
				app.must(LENGTH.test(slide.text), `${name} has no length`);
				app.must(/\bfor\b|beginner|rider|surfer/i.test(slide.text), `${name} does not say who it is for`);
			});
		},
		async (app) => {
			const carousel = await carouselOn(app.page);
			const dots = await dotsOf(carousel);
			if (!app.must(dots.length === 3, `${dots.length} dots`)) return;
			await dots[2].click();
			await app.page.waitForTimeout(800);
			app.must(BOARDS[2].test((await slideOf(carousel)).text), 'the third dot does not show the third slide');
			app.must(await isMarked(dots[2], dots.slice(0, 2)), 'its dot is not marked');
		},
		async (app) => {
			await app.page.mouse.move(2, 2);
			const alone = await changesWithin(app, 12_000);
			app.must(alone.length >= 2 && alone.length <= 3, `${alone.length} changes in 12 seconds`);
			const [first = 0, second = 0] = alone;
			app.must(Math.abs(second - first - 5000) < 1200, `${Math.round((second - first) / 100) / 10} s between two changes`);
			if (alone.length === 0) return;
			await (await carouselOn(app.page)).hover();
			await app.page.waitForTimeout(600);
			app.never((await changesWithin(app, 12_000)).length, 'it moves on while hovered');
		},
		async (app) => {
			const form = await waitingList(app, 'wave@example.com');
			app.must(
				await sendAndRead(app.page, form, /on the (waiting )?list|you('| a)re (in|on)|thank|joined|added/i),
				'no confirmation'
			);
		},
		async (app) => {
			await send(await waitingList(app, 'wave@example.com'));
			if (
				!(await app.page
					.getByLabel(/e-?mail/i)
					.filter({ visible: true })
					.count())
			)
				await app.open('/');
			await send(await waitingList(app, 'WAVE@example.com'));
			app.must(await reads(app.page, /already|twice/i), 'nothing says that the address is on the list already');
		},
		async (app) => {
			const form = await waitingList(app, 'abc');
			await send(form);
			app.must(await problemAt(form, /e-?mail/i), 'abc is not refused at the field');
		},
		async (app) => {
			const questions = await questionsOn(app.page);
			app.must(questions.length === 4, `${questions.length} questions`);
			for (const question of questions) {
				const { opens } = await unfold(app.page, question);
				app.must(opens, `no answer to ${await question.innerText()}`);
			}
		},
		(app) => asksColours(app, { ground: '#e0ffff', part: '#ff6347' })
	],
	not: [
		async (app) => neverControls(app, /forum|new post|new topic|message board|job board|vacanc/i),
		async (app) => {
			neverControls(app, CART, /\bbuy\b/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => {
			await send(await waitingList(app, 'seen-by-nobody@example.com')).catch(() => {});
			const other = await app.visitor();
			const isSeen = await poll(async () => /seen-by-nobody/.test(await textOf(other)), 500);
			app.never(isSeen, 'another visitor sees the address');
		}
	]
};
