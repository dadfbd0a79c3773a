import { expect, it } from 'vitest';
import { nextOpening, openUntil } from './logic';

/** Sunday is 0; the week of 5 January 2031 begins with it. */
const at = (weekday: number, time: string) => {
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	return new Date(2031, 0, 5 + weekday, hour, minute);
};
const shop = [{ days: 'Mon to Fri', weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }];
const bar = [{ days: 'Fri', weekdays: [5], from: '20:00', to: '02:00' }];

it('is open from the first minute up to the last', () => {
	const seen = ['08:59', '09:00', '17:59', '18:00'].map((time) => openUntil(shop, at(1, time)));
	expect(seen).toEqual([undefined, '18:00', '18:00', undefined]);
	expect(openUntil(shop, at(0, '10:00'))).toBeUndefined();
});

it('is open over night, also on the morning after', () => {
	expect(openUntil(bar, at(5, '23:30'))).toBe('02:00');
	expect(openUntil(bar, at(6, '01:59'))).toBe('02:00');
	expect(openUntil(bar, at(5, '01:00'))).toBeUndefined();
	expect(openUntil(bar, at(6, '02:00'))).toBeUndefined();
});

it('knows when it opens next', () => {
	expect(nextOpening(shop, at(1, '08:00'))).toEqual({ inDays: 0, from: '09:00' });
	expect(nextOpening(shop, at(5, '18:30'))).toEqual({ inDays: 3, from: '09:00' });
	expect(nextOpening(bar, at(5, '20:30'))).toEqual({ inDays: 7, from: '20:00' });
	expect(nextOpening([{ days: 'Mon', weekdays: [1] }], at(1, '08:00'))).toBeUndefined();
});
