/** A page of readings: its charts, its table by days, its range of dates and its sources. */
import { dayIn } from './days.mjs';
import { optionsOf, pick, seen } from './find.mjs';
import { field, setValue } from './forms.mjs';
import { settle } from './screen.mjs';

const FROM = /from|start|begin|since|first day/i;
const TO = /^to\b|until|end|till|last day|\bto\b/i;

/** What is drawn larger than an icon: charts. */
export const chartsOn = async (page) => {
	const all = await page.locator('main svg, main canvas').filter({ visible: true }).elementHandles();
	const boxes = await Promise.all(all.map((element) => element.boundingBox()));
	return all.filter((_, index) => boxes[index]?.width > 180 && boxes[index]?.height > 70);
};

/** What each chart draws: equal while nothing changes. */
export const drawnBy = async (page) =>
	Promise.all(
		(await chartsOn(page)).map((chart) =>
			chart.evaluate((node) => (node.tagName === 'CANVAS' ? node.toDataURL() : node.outerHTML))
		)
	);

/** The table's rows as texts, without its head. */
export const rowsOn = (page) =>
	seen(page.locator('main table tbody tr')).evaluateAll((all) =>
		all.map((row) => [...row.cells].map((cell) => cell.querySelector('time')?.dateTime || cell.innerText).join(' | '))
	);

/** The days of the table's rows, without doubles, in rising order. */
export const daysOn = async (page) => [...new Set((await rowsOn(page)).map(dayIn).filter(Boolean))].sort();

/** Picks a range of dates. @throws Error where there is nothing to pick them with */
export async function setRange(page, from, to) {
	const [first, last] = [await dateField(page, FROM, 0), await dateField(page, TO, 1)];
	if (!first || !last) throw new Error('no range of dates can be picked');
	await setValue(first, from);
	await setValue(last, to);
	await page.keyboard.press('Tab');
	const show = page.getByRole('button', { name: /^(show|apply|go|update|filter)\b/i });
	if (await show.count()) await show.first().click();
	await settle(page);
}

async function dateField(page, name, index) {
	const named = await field(page, name, 400);
	if (named && (await named.evaluate((node) => node.tagName === 'INPUT' && /date|text/.test(node.type)))) return named;
	const dates = seen(page.locator('main input[type=date], main input[type=datetime-local]'));
	return (await dates.count()) > index ? dates.nth(index) : undefined;
}

/** The sources to choose from: of the select box of this name, else radio buttons, check boxes, tabs. */
export async function sourcesOn(page, name) {
	for (const box of await seen(page.locator('main select')).all()) {
		const options = (await optionsOf(box)).filter(({ text }) => !/^(all|none|no |–|-|choose|select|\W*$)/i.test(text));
		if (
			name.test((await box.evaluate((node) => node.labels?.[0]?.innerText ?? node.ariaLabel ?? '')) ?? '') &&
			options.length > 1
		)
			return options.map(({ text }) => text);
	}
	for (const role of ['radio', 'checkbox', 'tab', 'button']) {
		const all = await page
			.locator('main')
			.getByRole(role)
			.evaluateAll((nodes) =>
				nodes.map((node) => (node.labels?.[0]?.innerText || node.innerText || node.ariaLabel || '').trim())
			);
		const sources = all.filter((text) => name.test(text) || /^(hive|station|source)/i.test(text));
		if (sources.length >= 2) return sources;
	}
	return [];
}

/** Chooses one more source beside the first. */
export async function compareWith(page, source) {
	const second = await field(page, /compare|second|with|other|beside/i, 500);
	if (second && (await second.evaluate((node) => node.tagName === 'SELECT'))) {
		await setValue(second, new RegExp(source.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
		return settle(page);
	}
	await pick(page, new RegExp(source.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
}

/** The columns of a file as some text names them, the day first. @returns {string[] | undefined} */
export function columnsIn(text) {
	const told = /((?:date|day|time)[\w ()°/-]*(?:[,;]\s*[\w ()°/-]+){2,})/i.exec(text)?.[1];
	return told?.split(/[,;]\s*/).map((name) => name.trim());
}

/** Hands a file over where the page takes one, else its text. */
export async function importFile(page, name, text) {
	const mimeType = name.endsWith('.csv') ? 'text/csv' : 'image/png';
	const opener = page.getByRole('button', { name: /import/i });
	let input = page.locator('input[type=file]');
	if (!(await input.count()) && (await opener.count())) {
		await opener.first().click();
		await settle(page);
		input = page.locator('input[type=file]');
	}
	if (!(await input.count())) throw new Error('no file can be imported');
	await input.first().setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
	await settle(page);
	const send = seen(page.getByRole('button', { name: /^(import|upload|read|add|take)/i })).last();
	if ((await send.count()) && (await send.isEnabled())) await send.click({ timeout: 800 }).catch(() => {});
	await settle(page);
}
