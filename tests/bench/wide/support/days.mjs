/** Days and numbers as pages write them. */
import { isoDay } from './forms.mjs';

/** @returns {string} the day `days` after an ISO day */
export const dayAfter = (day, days) => isoDay(days, new Date(`${day}T12:00`));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const FORMS = [
	[/(\d{4})-(\d{2})-(\d{2})/, ([, year, month, day]) => [year, month, day]],
	[new RegExp(`(\\d{1,2})\\.? ${MONTH},? (\\d{4})`, 'i'), ([, day, month, year]) => [year, monthOf(month), day]],
	[new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, 'i'), ([, month, day, year]) => [year, monthOf(month), day]],
	[/(\d{1,2})\.(\d{1,2})\.(\d{4})/, ([, day, month, year]) => [year, month, day]],
	[/(\d{1,2})\/(\d{1,2})\/(\d{4})/, ([, a, b, year]) => (Number(a) > 12 ? [year, b, a] : [year, a, b])],
	[new RegExp(`(\\d{1,2})\\.? ${MONTH}`, 'i'), ([, day, month]) => [thisYear(), monthOf(month), day]],
	[new RegExp(`${MONTH} (\\d{1,2})\\b`, 'i'), ([, month, day]) => [thisYear(), monthOf(month), day]]
];
const monthOf = (name) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const thisYear = () => new Date().getFullYear();

/** @returns {string} the day that a text names, as `2031-05-14`; '' for none */
export function dayIn(text) {
	for (const [form, parts] of FORMS) {
		const match = form.exec(text);
		if (!match) continue;
		const [year, month, day] = parts(match).map(Number);
		return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	}
	return '';
}

/** A text holds this day in any way of writing it. */
export function holdsDay(text, day) {
	const [year, month, date] = day.split('-').map(Number);
	const name = MONTHS[month - 1];
	const ways = [day, `0?${date}\\.0?${month}\\.(${year})?`, `0?${date}/0?${month}/${year}`, `0?${month}/0?${date}/${year}`];
	const words = [`\\b0?${date}(st|nd|rd|th|\\.)? (of )?${name}`, `${name}[a-z]*\\.? 0?${date}\\b`];
	return new RegExp([...ways, ...words].join('|'), 'i').test(text);
}

export const numbersIn = (text) => (text.replace(/(\d)[ ,'](?=\d{3}\b)/g, '$1').match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
