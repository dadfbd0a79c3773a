/** The religious order's website. */
import { asksColours } from './support/colours.mjs';
import { groupSizes } from './support/entries.mjs';
import { fill, fillAll, formWith, problemAt, send, sendAndRead } from './support/forms.mjs';
import { goTo, sectionOf } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { FILLER, sentencesIn, settle, textOf } from './support/screen.mjs';

/** The times that stand right after or right before a service's name, wherever it is listed. */
function timesOf(text, name) {
	const after = text.matchAll(new RegExp(`${name}[^\\d]{0,40}?(\\d{1,2}[:.]\\d{2})`, 'gi'));
	const before = text.matchAll(new RegExp(`(\\d{1,2}[:.]\\d{2})[^\\d\\p{L}]{0,6}${name}`, 'giu'));
	return [...after, ...before].map(([, time]) => time.replace('.', ':').padStart(5, '0'));
}

/** The home page's text as it is on a day. */
async function homeOn(app, day) {
	await app.page.clock.setFixedTime(day);
	await app.page.reload();
	await settle(app.page);
	return textOf(app.page);
}

async function contactForm(app, email) {
	if (!(await app.page.getByLabel(/message/i).count())) await goTo(app.page, /contact/i);
	const form = await formWith(app.page, /message/i);
	await fillAll(form, [
		[/name/i, 'Ann'],
		[/e-?mail/i, email],
		[/message/i, 'May I come in May?']
	]);
	return form;
}

export default {
	checks: [
		async (app) => {
			const weekday = await homeOn(app, new Date(2030, 4, 15, 9));
			app.must(/welcome|glad (to|that)|we greet/i.test(weekday), 'no welcome');
			app.must(timesOf(weekday, 'Lauds').includes('06:30'), 'Lauds is not at 06:30 on a weekday');
			app.must(timesOf(weekday, 'Midday Prayer').includes('12:15'), 'no Midday Prayer at 12:15');
			app.must(timesOf(weekday, 'Compline').includes('20:00'), 'no Compline at 20:00');
			app.must(/sundays?[^.]{0,60}0?7[:.]30|0?7[:.]30[^.]{0,60}sundays?/i.test(weekday), 'no note on Sundays 07:30');
			const sunday = timesOf(await homeOn(app, new Date(2030, 4, 19, 9)), 'Lauds');
			app.must(sunday.includes('07:30') && !sunday.includes('06:30'), `on a Sunday Lauds is at ${sunday.join(', ')}`);
		},
		async (app) => {
			await goTo(app.page, /our life/i);
			const text = await textOf(app.page.locator('main'));
			app.must(sentencesIn(text).length >= 3, 'a typical day is not described');
			for (const time of ['6:30', '12:15', '20:00'])
				app.must(text.replaceAll('.', ':').includes(time), `${time} is not in the day`);
			app.never(FILLER.test(text), 'filler');
		},
		async (app) => {
			await goTo(app.page, /the order/i);
			const text = await textOf(app.page.locator('main'));
			app.must(/1911/.test(text), '1911 is not mentioned');
			app.must(sentencesIn(text).length >= 5, 'hardly any history');
			const rule = await sectionOf(app.page, /rule|articles/i);
			const sizes = rule ? await groupSizes(rule, /\p{L}{2,}/u) : [];
			app.must(sizes.includes(5), `no five articles of the rule (groups of ${sizes.join(', ') || 'nothing'})`);
		},
		async (app) => {
			await goTo(app.page, /guest ?house/i);
			const text = await textOf(app.page.locator('main'));
			app.must(/bed and board/i.test(text), 'no bed and board');
			app.must(/(five|5) nights/i.test(text), 'no five nights');
			app.must(
				/by (letter|post)( or| and|,)( by)? (tele)?phone|by (tele)?phone or( by)? letter/i.test(text),
				'not by letter or telephone'
			);
			app.never(await app.page.locator('main input[type=date]').count(), 'a date picker');
			app.never(
				await app.page
					.locator('main')
					.getByRole('button', { name: /book|reserve/i })
					.count(),
				'a booking button'
			);
		},
		async (app) => {
			const form = await contactForm(app, 'ann@');
			await send(form);
			app.must(await problemAt(form, /e-?mail/i), 'ann@ is not refused at the field');
		},
		async (app) => {
			const form = await contactForm(app, 'ann@');
			await send(form);
			await fill(form, /e-?mail/i, 'ann@example.com');
			app.must(await sendAndRead(app.page, form), 'no confirmation');
		},
		(app) => asksColours(app, { ground: '#fdf5e6', part: '#a0522d' })
	],
	not: [
		async (app) => neverControls(app, CART, /order (list|now)|my orders|place (an )?order/i),
		async (app) => {
			neverControls(app, /forum|discussion|new post|new topic|our services/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => neverControls(app, SIGN_IN, SIGN_UP)
	]
};
