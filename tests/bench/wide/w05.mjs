/** The cutter of paper silhouettes. */
import { NEXT, PREVIOUS } from './support/carousel.mjs';
import { asksColours } from './support/colours.mjs';
import { entriesIn } from './support/entries.mjs';
import { offers, pick } from './support/filters.mjs';
import { field, fillAll, formWith, problemAt, send, sendAndRead } from './support/forms.mjs';
import { entry, goTo, press } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { firstVisible, sentencesIn, settle, textOf } from './support/screen.mjs';

const HOW_MANY = /how many|number|quantity|count/i;
const pictures = (page) => entriesIn(page, { having: /[\s\S]*/, picture: true });

async function toGallery(app) {
	const link = await entry(app.page, /gallery|silhouettes|portfolio|works?\b|profiles/i, 500);
	if (link && (await pictures(app.page)).length < 12) await link.click().then(() => settle(app.page));
	return pictures(app.page);
}

/** The picture seen large, with its words. */
async function large(app) {
	const dialog = await firstVisible([app.page.getByRole('dialog')], 800);
	const place = dialog ?? app.page.locator('main');
	const box = await place.evaluate((root) => {
		const all = [...root.querySelectorAll('img, svg, canvas, [role=img]')].filter((element) => !element.closest('button, a'));
		const best = all.sort((a, b) => b.getBoundingClientRect().width - a.getBoundingClientRect().width)[0];
		return { width: best?.getBoundingClientRect().width ?? 0, look: best?.currentSrc || best?.outerHTML || '' };
	});
	return { ...box, place, text: await textOf(place) };
}

async function openFirst(app) {
	const [first] = await toGallery(app);
	if (!first) throw new Error('no pictures in the gallery');
	const { width } = (await first.at.boundingBox()) ?? { width: 0 };
	const inner = await firstVisible([first.at.getByRole('button'), first.at.getByRole('link')], 200);
	await (inner ?? first.at).click();
	await settle(app.page);
	return { thumbnail: width, first };
}

export default {
	checks: [
		async (app) => {
			const all = await toGallery(app);
			app.must(all.length >= 12, `${all.length} pictures`);
			for (const name of [/^\W*people/i, /^\W*pets/i, /^\W*couples/i, /^\W*all\b/i])
				app.must(await offers(app.page, name), `no choice ${name}`);
		},
		async (app) => {
			const all = (await toGallery(app)).length;
			const counts = {};
			for (const name of ['people', 'couples', 'pets']) {
				await pick(app.page, new RegExp(`^\\W*${name}`, 'i'));
				counts[name] = (await entriesIn(app.page, { having: /[\s\S]*/, picture: true, least: 1 })).length;
			}
			const { people, couples, pets } = counts;
			app.must(pets > 0 && pets < all, `${pets} of ${all} with pets chosen`);
			app.must(
				all > 0 && people + couples + pets === all,
				`${people} people, ${couples} couples and ${pets} pets are not the ${all}`
			);
			await pick(app.page, /^\W*all\b/i);
			app.must(all >= 12 && (await pictures(app.page)).length === all, 'all do not return');
		},
		async (app) => {
			const { thumbnail } = await openFirst(app);
			const { width, text } = await large(app);
			app.must(
				width > thumbnail * 1.2 || width > 500,
				`the picture is ${Math.round(width)} px wide, its small one ${Math.round(thumbnail)} px`
			);
			app.must(/\b(19|20)\d\d\b/.test(text), 'no year');
			app.must(/\p{L}{3,}/u.test(text.replace(/close|next|previous/gi, '')), 'no title');
		},
		async (app) => {
			await openFirst(app);
			const seen = [await large(app)];
			for (const step of [NEXT, NEXT, PREVIOUS]) {
				await press((await firstVisible([app.page.getByRole('dialog')], 300)) ?? app.page.locator('main'), step);
				const now = await large(app);
				const last = seen.at(-1);
				app.must(now.text !== last.text && now.look !== last.look, `after ${step} picture or words stay the same`);
				seen.push(now);
			}
			app.must(seen[3]?.text === seen[1]?.text && seen[1]?.text !== seen[2]?.text, 'previous does not lead back');
			const close = await firstVisible(
				[app.page.getByRole('button', { name: /close|×|✕/i }), app.page.getByRole('link', { name: /close|back|gallery/i })],
				500
			);
			if (close) await close.click();
			else await app.page.keyboard.press('Escape');
			await settle(app.page);
			app.must((await pictures(app.page)).length >= 12, 'closing does not lead back to the gallery');
		},
		async (app) => {
			await goTo(app.page, /about|odalys/i);
			const text = await textOf(app.page.locator('main'));
			app.must(/Odalys/.test(text) && /paper/i.test(text), 'not about Odalys Brenn and paper');
			app.must(sentencesIn(text).length >= 3, `only ${sentencesIn(text).length} sentences`);
		},
		async (app) => {
			const form = await commission(app, 0);
			await send(form);
			app.must(await problemAt(form, HOW_MANY), '0 is not refused at the field');
		},
		async (app) => {
			const form = await commission(app, 2);
			const kind = await field(form, /kind|which|type|what/i);
			const offered = kind ? await textOf(kind.locator('xpath=.')) : '';
			const options = (await kind?.locator('option').allInnerTexts()) ?? [];
			const choices = options.length
				? options.filter((option) => /people|pets|couples/i.test(option)).length
				: (offered.match(/people|pets|couples/gi) ?? []).length;
			app.must(choices === 3, `the kinds offered: ${options.join(', ') || offered}`);
			app.must(await sendAndRead(app.page, form), 'no confirmation');
		},
		(app) => asksColours(app, { ground: '#e6e6fa', part: '#4b0082' })
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /my profile|edit profile|avatar|account/i),
		async (app) => {
			neverControls(app, CART);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		}
	]
};

/** The commission form, filled in for so many. */
async function commission(app, count) {
	if (!(await field(app.page, HOW_MANY, 300))) await goTo(app.page, /commission|request|order/i);
	const form = await formWith(app.page, HOW_MANY);
	await fillAll(form, [
		[/\bname\b/i, 'Ann Guest'],
		[/e-?mail/i, 'ann@example.com'],
		[/kind|which|type|what/i, /couples?/i],
		[HOW_MANY, String(count)]
	]);
	return form;
}
