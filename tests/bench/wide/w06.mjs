/** The bridge engineer's CV. */
import { entriesIn } from './support/entries.mjs';
import { isFalling } from './support/amounts.mjs';
import { press, sectionOf } from './support/moves.mjs';
import { staysReadable } from './support/narrow.mjs';
import { neverControls, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { textOf } from './support/screen.mjs';

const YEAR = /\b(19|20)\d\d\b/;
const SECTIONS = [/summary|profile/i, /experience/i, /education/i, /languages/i];

export default {
	checks: [
		async (app) => {
			const text = await textOf(app.page);
			app.must(/Tomas Verrick/.test(text.slice(0, 300)), 'Tomas Verrick is not at the top');
			app.must(/bridge engineer/i.test(text.slice(0, 400)), 'bridge engineer is not at the top');
			const headings = await app.page.getByRole('heading').allInnerTexts();
			const places = SECTIONS.map((name) => headings.findIndex((heading) => name.test(heading)));
			app.must(
				places.every((at) => at >= 0),
				`headings: ${headings.join(', ')}`
			);
			app.must(
				places[0] >= 0 && places.every((at, index) => index === 0 || at > places[index - 1]),
				'the order is not summary, experience, education, languages'
			);
		},
		async (app) => {
			const section = await sectionOf(app.page, SECTIONS[1]);
			const jobs = section ? await entriesIn(section, { having: YEAR }) : [];
			app.must(jobs.length >= 2, `${jobs.length} jobs with years`);
			const years = jobs.map(({ text }) => Number(YEAR.exec(text)[0]));
			app.must(jobs.length > 1 && isFalling(years), `years in the order ${years.join(', ')}`);
			app.must(jobs.length > 1 && jobs.every(({ text }) => text.split(/\s+/).length >= 9), 'a job has no line on what was done');
		},
		async (app) => {
			await app.page.addInitScript(
				() => (globalThis.print = () => (globalThis.timesPrinted = (globalThis.timesPrinted ?? 0) + 1))
			);
			await app.open('/');
			await press(app.page, /print/i);
			app.must((await app.page.evaluate(() => globalThis.timesPrinted)) === 1, 'the print dialog does not open');
		},
		async (app) => {
			const button = app.page.getByRole('button', { name: /print/i }).first();
			const screen = await textOf(app.page);
			app.must(await button.isVisible(), 'no print button');
			const onScreen = SECTIONS.filter((name) => name.test(screen));
			await app.page.emulateMedia({ media: 'print' });
			app.never(await button.isVisible(), 'the print button is printed');
			const onPaper = await textOf(app.page);
			app.must(onScreen.length > 1 && onScreen.every((name) => name.test(onPaper)), 'a section is not printed');
			const pdf = (await app.page.pdf({ format: 'A4' })).toString('latin1');
			const sheets = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
			app.never(sheets < 1 || sheets > 2, `${sheets} sheets`);
			const wide = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			app.never(wide > 1, `cut off by ${wide} px`);
		},
		async (app) => {
			app.must(/Tomas Verrick/.test(await textOf(app.page)), 'no CV');
			const others = app.pages.map(({ path }) => path).filter((path) => path !== '/');
			app.never(others.length, `other pages: ${others.join(', ')}`);
		},
		async (app) => {
			await staysReadable(app);
			app.must(
				SECTIONS.every((name) => name.test(app.pages[0].text)),
				'not all sections are there'
			);
		}
	],
	not: [
		async (app) => {
			neverControls(app, SIGN_IN, SIGN_UP, /\bblog\b/i);
			app.never(await app.page.locator('form, textarea').count(), 'a form');
		},
		async (app) =>
			app.never(
				seenIn(app.pages, /[★☆]|testimonial|our clients|client logos/i),
				seenIn(app.pages, /[★☆]|testimonial|our clients/i)
			)
	]
};
