/** The fencing contractor's brochure. */
import { asksColours } from './support/colours.mjs';
import { fillAll, formWith, problemAt, send, THANKS } from './support/forms.mjs';
import { goTo, menuNames, reload, sectionOf } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { FILLER, gains, reads, sentencesIn, textOf } from './support/screen.mjs';

const FIELDS = [/name/i, /phone|telephone/i, /message/i];

export default {
	checks: [
		async (app) => {
			app.must(await reads(app.page, /Hollowmere Fencing/), 'Hollowmere Fencing is not named');
			const menu = await menuNames(app.page);
			for (const name of ['Home', 'Services', 'About', 'Contact'])
				app.must(
					menu.some((entry) => entry.toLowerCase().startsWith(name.toLowerCase())),
					`the menu has no ${name}: ${menu.join(', ')}`
				);
		},
		async (app) => {
			await goTo(app.page, /^services/i);
			for (const name of [/fence posts|posts/i, /field gates|gates/i, /preservative/i]) {
				const section = await sectionOf(app.page, name);
				const heading = await app.page.getByRole('heading', { name }).count();
				if (app.must(section && heading, `no heading ${name}`))
					app.must(sentencesIn(await textOf(section)).length > 0, `no sentence below ${name}`);
			}
			app.never(PRICE.test(await textOf(app.page)), 'a price is shown');
		},
		async (app) => {
			await goTo(app.page, /^about/i);
			const text = await textOf(app.page.locator('main'));
			app.must(sentencesIn(text).length >= 3, `only ${sentencesIn(text).length} sentences`);
			app.must(/hollowmere|\bwe\b|fenc/i.test(text), 'nothing about the contractor');
			app.never(FILLER.test(text), 'filler');
		},
		async (app) => {
			await goTo(app.page, /^contact/i);
			const form = await formWith(app.page, /message/i);
			const before = await textOf(app.page);
			await send(form);
			for (const name of FIELDS) app.must(await problemAt(form, name), `${name} is not marked as missing`);
			app.never(await gains(app.page, before, /thank/i, 500), 'thanks although nothing was filled in');
		},
		async (app) => {
			await goTo(app.page, /^contact/i);
			const form = await formWith(app.page, /message/i);
			const before = await textOf(app.page);
			await fillAll(form, [
				[FIELDS[0], 'Ann Guest'],
				[FIELDS[1], '020 7946 0958'],
				[FIELDS[2], 'Twelve posts, please.']
			]);
			await send(form);
			if (!app.must(await gains(app.page, before, THANKS), 'no confirmation')) return;
			const message = app.page.getByLabel(FIELDS[2]).filter({ visible: true });
			app.must(!(await message.count()) || (await message.first().inputValue()) === '', 'the fields are not cleared');
		},
		(app) => asksColours(app, { ground: '#f5f5dc', part: '#8b4513' }),
		async (app) => {
			await goTo(app.page, /^contact/i);
			app.must(new URL(app.page.url()).pathname !== '/', 'Contact has no address of its own');
			await reload(app.page);
			app.must(await app.page.getByLabel(/message/i).count(), 'after a reload there is no contact form');
		}
	],
	not: [
		async (app) => neverControls(app, /\b(blog|feed|new post|write a post|comment)\b/i),
		async (app) => neverControls(app, /\b(application form|your application|apply now|download the app)\b/i),
		async (app) => {
			neverControls(app, CART, SIGN_IN, SIGN_UP);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		}
	]
};
