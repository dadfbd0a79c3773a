/** Numbers and amounts of money as they are written in several languages. */

const NUMBER = String.raw`\d{1,3}(?:[ ,.\u00a0']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`;
const MONEY = new RegExp(
	`(?:[€$£¥\uffe5]|\\b(?:EUR|USD|GBP|CNY|RMB))\\s?(${NUMBER})|(${NUMBER})\\s?(?:[€$£¥\uffe5元]|EUR\\b|USD\\b|GBP\\b|CNY\\b)`,
	'g'
);

/** Every amount of money in a text, in its order. */
export const amountsIn = (text) => [...text.matchAll(MONEY)].map(([, before, after]) => numberOf(before ?? after));

/** '1.234,50', '1,234.50' and '12,5' as numbers. */
export function numberOf(written) {
	const digits = written.replace(/[\s']/g, '');
	const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
	const decimals = last < 0 ? 0 : digits.length - last - 1;
	const isWhole = last < 0 || (decimals === 3 && digits.length > 4 && !/^0/.test(digits));
	if (isWhole) return Number(digits.replace(/[.,]/g, ''));
	return Number(`${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`);
}

/** The numbers before (or after) a unit, such as 'km'. */
export const numbersBefore = (text, unit) =>
	[...text.matchAll(new RegExp(`(${NUMBER})\\s?(?:${unit})`, 'gi'))].map(([, number]) => numberOf(number));

export const isRising = (numbers) => numbers.every((number, index) => index === 0 || number >= numbers[index - 1]);
export const isFalling = (numbers) => numbers.every((number, index) => index === 0 || number <= numbers[index - 1]);
export const isNear = (one, other) => Math.abs(one - other) < 0.006;

/** Times of day in a text as minutes. */
export const timesIn = (text) =>
	[...text.matchAll(/\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/g)].map(([, hours, minutes]) => Number(hours) * 60 + Number(minutes));
