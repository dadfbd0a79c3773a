/** The river authority's dashboard of water levels. */
import { asksColours } from './support/colours.mjs';
import { pick } from './support/filters.mjs';
import { field, isoDay, setValue } from './support/forms.mjs';
import { firstVisible, gains, reads, settle, textOf } from './support/screen.mjs';
import { neverControls, SIGN_IN } from './support/pages.mjs';

const FROM = /from|start/i;
const TO = /\b(to|until|till|end)\b/i;

async function range(app, from, to) {
	for (const [name, day] of [
		[FROM, from],
		[TO, to]
	]) {
		const box = await field(app.page, name);
		if (!box) throw new Error(`no date field ${name}`);
		await setValue(box, isoDay(day));
		await box.press('Tab');
	}
	await settle(app.page);
	const button = await firstVisible([app.page.locator('main').getByRole('button', { name: /^(show|apply|update|go)/i })], 200);
	if (button) await button.click().then(() => settle(app.page));
}

/** Lowest, highest and mean as they stand. */
async function figures(app) {
	const text = (await textOf(app.page)).replaceAll(',', '.');
	const near = (names) => {
		const after = new RegExp(`\\b(?:${names})\\b[^\\d\\n]{0,20}\\n?[^\\d\\n]{0,6}(\\d+\\.\\d+)`, 'i').exec(text);
		const before = new RegExp(`(\\d+\\.\\d+) ?m?\\s*\\n\\s*(?:${names})\\b`, 'i').exec(text);
		const found = (after ?? before)?.[1];
		return found === undefined ? undefined : Number(found);
	};
	return { low: near('lowest|minimum|min|low'), high: near('highest|maximum|max|high|peak'), mean: near('mean|average|avg') };
}

/** The chart with the most in it: its words, its lines with their styles, and marks of flood. */
async function chart(app) {
	return app.page.evaluate(() => {
		const size = (element) => element.getBoundingClientRect().width * element.getBoundingClientRect().height;
		const all = [...document.querySelectorAll('main svg, main canvas')].filter((element) => size(element) > 40_000);
		const [best] = all.sort((a, b) => size(b) - size(a));
		if (!best) return undefined;
		const lines = [...best.querySelectorAll('path, polyline')].filter((line) => {
			const style = getComputedStyle(line);
			const drawn = (line.getAttribute('d') ?? line.getAttribute('points') ?? '').match(/-?[\d.]+/g) ?? [];
			return style.fill === 'none' && style.stroke !== 'none' && drawn.length >= 12;
		});
		const flood = [...best.querySelectorAll('*')].filter((element) =>
			/flood/i.test(
				`${element.getAttribute('class')} ${element.getAttribute('aria-label')} ${element.tagName === 'title' || element.tagName === 'text' ? element.textContent : ''}`
			)
		);
		return {
			text: [...best.querySelectorAll('text')].map((element) => element.textContent).join('\n'),
			isBroken: /NaN|undefined|Infinity/.test(best.outerHTML),
			styles: lines.map((line) => `${getComputedStyle(line).strokeDasharray} ${line.getAttribute('stroke-dasharray') ?? ''}`),
			flood: flood.length
		};
	});
}

/** The choice of stations and, from all of them, the second one's. */
async function stations(app) {
	for (const select of await app.page.locator('main select').filter({ visible: true }).all()) {
		const options = (await select.locator('option').allInnerTexts()).map((option) => option.trim());
		if (options.length >= 5) return { select, names: options.filter((option) => !/^(none|no |choose|all|–|-)/i.test(option)) };
	}
	const radios = app.page
		.locator('main')
		.getByRole('radio')
		.or(app.page.locator('main').getByRole('tab'))
		.or(app.page.locator('main').getByRole('checkbox'));
	const names = [];
	for (const radio of await radios.all())
		names.push(
			(
				(await radio.getAttribute('aria-label')) ??
				(await radio.evaluate((element) => element.labels?.[0]?.innerText ?? element.innerText))
			).trim()
		);
	return { names };
}

export default {
	checks: [
		async (app) => {
			const { names } = await stations(app);
			app.must(names.length === 5, `${names.length} stations: ${names.join(', ')}`);
			for (const name of [FROM, TO])
				app.must((await (await field(app.page, name))?.getAttribute('type')) === 'date', `no date field ${name}`);
			const seen = await chart(app);
			app.must(seen?.styles.length >= 1, 'no line chart');
			app.must(
				/\d/.test(seen?.text ?? '') &&
					/\bm\b|met(re|er)/i.test(`${seen?.text} ${await textOf(app.page.locator('main figure, main section').last())}`),
				'axes without labels in metres'
			);
		},
		async (app) => {
			await range(app, -60, -30);
			const before = { ...(await figures(app)), text: (await chart(app))?.text };
			await range(app, -20, -11);
			const after = await figures(app);
			const seen = await chart(app);
			app.must(
				[after.low, after.high, after.mean].every(Number.isFinite),
				`lowest ${after.low}, highest ${after.high}, mean ${after.mean}`
			);
			app.must(after.low <= after.mean && after.mean <= after.high, 'the mean does not lie between');
			app.must(
				Number.isFinite(after.mean) && (after.low !== before.low || after.high !== before.high) && after.mean !== before.mean,
				'they do not change with the range'
			);
			app.must(seen && seen.text !== before.text, 'the chart does not change with the range');
			const days = [...(seen?.text ?? '').matchAll(/\b(\d{1,2})\b(?= ?\p{L}{3})|(?<=\p{L}{3}\.? )\b(\d{1,2})\b(?![.,]\d)/gu)].map(
				([, one, other]) => Number(one ?? other)
			);
			const allowed = Array.from({ length: 10 }, (_, index) => Number(isoDay(-20 + index).slice(-2)));
			app.never(
				days.some((day) => !allowed.includes(day)),
				`the chart has days ${days.join(', ')}, not only ${allowed.join(', ')}`
			);
		},
		async (app) => {
			const before = await textOf(app.page);
			await range(app, -10, -20);
			const said =
				(await gains(app.page, before, /later|earlier|before|after|must|order|swap/i, 1500)) ||
				(await reads(app.page, /from.{0,40}(later|after).{0,20}\bto\b|\bto\b.{0,30}(before|earlier)/i, 200));
			app.must(said, 'no message');
			app.never((await chart(app))?.isBroken, 'a broken chart');
		},
		async (app) => {
			const { select, names } = await stations(app);
			const [first] = select ? [await select.evaluate((element) => element.selectedOptions[0]?.innerText.trim())] : names;
			const second = names.find((name) => name !== first);
			const compare = await field(app.page, /compar|second|with|add/i, 600);
			if (compare) await setValue(compare, new RegExp(second ?? 'x')).catch(() => compare.click());
			else {
				await pick(app.page, /compar|add (a )?(second )?station/i);
				const other = await field(app.page, /compar|second|with/i, 600);
				if (other) await setValue(other, new RegExp(second ?? 'x'));
			}
			await settle(app.page);
			const seen = await chart(app);
			app.must(seen?.styles.length >= 2, `${seen?.styles.length ?? 0} lines`);
			app.must(new Set(seen?.styles).size >= 2, 'the lines have the same style');
			const legend = await app.page.locator('main').evaluate((main) => {
				const copy = main.cloneNode(true);
				copy.querySelectorAll('select, option, label:has(input), h1, h2').forEach((element) => element.remove());
				return copy.textContent;
			});
			app.must(first && second && legend.includes(first) && legend.includes(second), `no legend names ${first} and ${second}`);
		},
		async (app) => {
			const { select, names } = await stations(app);
			const floods = async () =>
				((await chart(app))?.flood ?? 0) + ((await textOf(app.page.locator('main'))).match(/flood/gi) ?? []).length;
			const seen = { above: undefined, below: undefined };
			for (const name of names) {
				if (select) await select.selectOption({ label: name });
				else await pick(app.page, new RegExp(name));
				for (const [from, to] of [
					[-89, 0],
					[-30, -21],
					[-60, -51],
					[-80, -71]
				]) {
					await range(app, from, to);
					const { high } = await figures(app);
					if (high > 4.5) seen.above ??= await floods();
					else if (high <= 4.5) seen.below ??= await floods();
				}
				if (seen.above !== undefined && seen.below !== undefined) break;
			}
			app.must(seen.above !== undefined, 'no reading above 4.50 m');
			app.must(
				seen.above > (seen.below ?? 0),
				`flood is marked ${seen.above ?? 0} times with, ${seen.below ?? 0} times without a reading above 4.50 m`
			);
		},
		async (app) => {
			const before = await textOf(app.page);
			await range(app, -1830, -1820);
			app.must(
				await gains(app.page, before, /no (readings|data|values)|none|nothing|without readings/i, 1500),
				'no message that there are none'
			);
		},
		(app) => asksColours(app, { ground: '#dcdcdc', part: '#008080', also: 'main svg', alsoName: 'chart' })
	],
	not: [
		async (app) => neverControls(app, SIGN_IN),
		async (app) => neverControls(app, /apply (now|for|here)|application|submit your/i),
		async (app) => neverControls(app, /\b(news|weather|map|forecast)\b/i)
	]
};
