/** The factory of shoe insoles. */
import { entriesIn } from './support/entries.mjs';
import { fillAll, formWith, problemAt, send, sendAndRead } from './support/forms.mjs';
import { cardOf, goTo, sectionOf } from './support/moves.mjs';
import { staysReadable } from './support/narrow.mjs';
import { CART, neverControls, PRICE, seenIn } from './support/pages.mjs';
import { sentencesIn, textOf } from './support/screen.mjs';

const MAKE = /what we make|our models|models|insoles|products/i;
const APPLY = /how to (apply|fit|use|put)|apply|fitting/i;
/** Wordings of the request that no correct English has. */
const REQUEST =
	/am needing|insole give\b|please to|we are from 1987|must to|is not online|each one with|in 4 steps with number|name is passolino/i;

export default {
	checks: [
		async (app) => {
			app.must(/Passolino/.test(await textOf(app.page)), 'Passolino is not named');
			const heading = app.page.getByRole('heading', { level: 1 }).first();
			const hero = await textOf(heading.locator('xpath=ancestor::*[self::section or self::header or self::main][1]'));
			const main = hero.slice(0, 400);
			app.must(/arch/i.test(main) && /support/i.test(main), 'the arch of the foot is not the main statement');
		},
		async (app) => {
			await goTo(app.page, MAKE);
			const models = await entriesIn(app.page, { having: /\b(Walk|Run|Stand)\b/ });
			app.must(models.length === 3, `${models.length} models`);
			for (const name of ['Walk', 'Run', 'Stand']) {
				const text = await textOf(
					(await cardOf(app.page, new RegExp(`^\\W*(Passolino )?${name}\\b`))) ?? app.page.locator('nothing')
				);
				app.must(
					text.split('\n').some((line) => line.trim().split(/\s+/).length >= 4),
					`${name} has no text`
				);
				app.must(/36\b[\s\S]{0,12}\b46|36, 37.*46/.test(text), `${name} has no sizes 36 to 46`);
			}
		},
		async (app) => {
			await goTo(app.page, APPLY);
			const text = await textOf(app.page.locator('main'));
			app.must(/insole/i.test(text) && /shoe/i.test(text), 'not about an insole in a shoe');
			const steps = await entriesIn(app.page.locator('main'), { having: /\p{L}{3,}[\s\S]*\p{L}{3,}/u });
			const numbers = await app.page.locator('main').evaluate((main) => {
				const lists = [...main.querySelectorAll('ol')].filter((list) => list.getBoundingClientRect().height > 0);
				const marked = lists.find((list) => getComputedStyle(list.children[0] ?? list).listStyleType.includes('decimal'));
				return marked ? [...marked.children].map((_, index) => index + 1) : [];
			});
			const written = [...text.matchAll(/(?:^|\n)\s*(?:step )?([1-9])[.)]?\s/gi)].map(([, number]) => Number(number));
			const seen = [numbers, written].some((list) => list.join() === '1,2,3,4');
			app.must(seen, `no steps numbered 1 to 4 (${written.join() || numbers.join() || 'none'}, ${steps.length} parts)`);
		},
		async (app) => {
			await goTo(app.page, /factory|about/i);
			const text = await textOf(app.page.locator('main'));
			app.must(/1987/.test(text), 'no 1987');
			app.must(
				/(22|twenty-two)[^.\n]{0,30}(worker|people|employee|staff|hands|craft)|(worker|people|employee|team)\w*\W{0,12}(of )?22/i.test(
					text
				),
				'no 22 workers'
			);
		},
		async (app) => {
			await goTo(app.page, /contact/i);
			const form = await formWith(app.page, /message|name/i);
			await send(form);
			const fields = await form.locator('input, textarea').filter({ visible: true }).all();
			const marked = [];
			for (const field of fields) if (await problemAt(form, field)) marked.push(field);
			app.must(marked.length >= 2, `${marked.length} fields are marked when it is sent empty`);
			await fillAll(form, []);
			app.must(await sendAndRead(app.page, form), 'no confirmation');
			const address = await sectionOf(app.page, /address|where|find us|visit/i);
			const text = `${await app.page.locator('address').allInnerTexts()} ${address ? await textOf(address) : ''}`;
			app.must(/\d+[^\n]*\n?[^\n]*\p{Lu}\p{L}+|\p{Lu}\p{L}+[^\n]* \d+/u.test(text), 'no postal address');
		},
		async (app) => {
			await staysReadable(app, { menu: [MAKE, APPLY, /factory|about/i, /contact/i] });
		},
		async (app) => {
			const text = app.pages.map((page) => page.text).join('\n');
			const [wording] = REQUEST.exec(text) ?? [];
			if (wording) return `not: '${wording}' is the wording of the request`;
			if (sentencesIn(text).length < 8) return 'not: there are hardly any sentences';
			return 'unplayable: none of the known mistakes of the request is there; the rest has to be read';
		}
	],
	not: [
		async (app) => neverControls(app, /^\W*support\W*$|help ?desk|ticket|live chat|open chat/i),
		async (app) => neverControls(app, /apply (now|here|for)|application|your r[eé]sum[eé]|upload your cv/i),
		async (app) => {
			neverControls(app, CART, /\bbuy\b/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		}
	]
};
