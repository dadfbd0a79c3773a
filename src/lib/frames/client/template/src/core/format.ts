/** Dates, numbers and amounts as the app's language writes them. */
let formats = { locale: 'en-GB', currency: 'EUR' };

export function setFormats({ locale, currency }: { locale: string; currency: string }): void {
	formats = { locale, currency };
}

const date = (options: Intl.DateTimeFormatOptions) => (value: string | Date) =>
	new Intl.DateTimeFormat(formats.locale, options).format(dateOf(value));

/** `YYYY-MM-DD` is a day of the calendar, wherever it is read. */
const dateOf = (value: string | Date) =>
	typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00`) : new Date(value);

/** 5 Mar 2026 */
export const day = date({ day: 'numeric', month: 'short', year: 'numeric' });
/** 5 Mar */
export const shortDay = date({ day: 'numeric', month: 'short' });
/** Thursday, 5 March */
export const weekday = date({ weekday: 'long', day: 'numeric', month: 'long' });
/** Thursday */
export const dayName = date({ weekday: 'long' });
/** March 2026 */
export const month = date({ month: 'long', year: 'numeric' });
/** 14:30 */
export const time = date({ hour: '2-digit', minute: '2-digit' });
/** 5 Mar 2026, 14:30 */
export const dayAndTime = date({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const number = (value: number, digits?: number): string =>
	new Intl.NumberFormat(
		formats.locale,
		digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
	).format(value);
/** @param value 0.25 is 25 % */
export const percent = (value: number): string =>
	new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
/** @param cents 1250 is 12.50; @param currency the app's own unless given */
export const money = (cents: number, currency = formats.currency): string =>
	new Intl.NumberFormat(formats.locale, { style: 'currency', currency }).format(cents / 100);

/** A day of the calendar as `YYYY-MM-DD`, in the person's own time. */
export const isoDay = (value: Date): string =>
	`${value.getFullYear()}-${String(value.getMonth() + 1).padStart(2, '0')}-${String(value.getDate()).padStart(2, '0')}`;
