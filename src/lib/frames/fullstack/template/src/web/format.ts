import { APP } from '../core/app';

const LOCALE = APP.locale;
const make = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(LOCALE, options);
const euro = make({ style: 'currency', currency: APP.currency });
const euroRound = make({ style: 'currency', currency: APP.currency, maximumFractionDigits: 0 });
const euroShort = make({ style: 'currency', currency: APP.currency, notation: 'compact', maximumFractionDigits: 1 });
const date = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const dayOnly = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dateTime = new Intl.DateTimeFormat(LOCALE, {
	day: 'numeric',
	month: 'short',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit'
});

export const money = (cents: number) => euro.format(cents / 100);
export const moneyRound = (cents: number) => euroRound.format(cents / 100);
export const moneyShort = (cents: number) => euroShort.format(cents / 100);
export const count = (n: number) => make({}).format(n);
export const day = (iso: string) => dayOnly.format(new Date(iso));
export const shortDate = (iso: string) => date.format(new Date(iso));
export const fullTime = (iso: string) => dateTime.format(new Date(iso));

/** Change against the time before, in percent; undefined when there was nothing before. */
export const change = (now: number, before: number) => (before > 0 ? Math.round(((now - before) / before) * 100) : undefined);
export const initials = (name: string) =>
	name
		.split(/\s+/)
		.map((part) => part[0])
		.slice(0, 2)
		.join('')
		.toUpperCase();
