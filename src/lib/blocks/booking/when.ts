import { addDays, today } from '../../core/days';
import * as format from '../../core/format';
import type { Booking } from './logic';
import { words } from './words';

/** A booked time as it is read: 'Thursday, 5 March, 10:00–12:00', '5–8 March'. */
export function sayWhen({ from, to, unit }: Pick<Booking, 'from' | 'to' | 'unit'>): string {
	if (from.includes('T')) return `${format.weekday(from.slice(0, 10))}, ${from.slice(11)}–${to.slice(11)}`;
	const last = unit === 'nights' ? to : addDays(to, -1);
	return from === last ? format.day(from) : words('span', { from: format.day(from), to: format.day(last) });
}

/** The time now as bookings write it: 'YYYY-MM-DDTHH:MM'. */
export function nowText(): string {
	const now = new Date();
	return `${today()}T${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}
