import { expect, it } from 'vitest';
import { refusalOf } from '../../core/rules';
import { example } from './example';
import { awayUntil, firstDay, isTooLate, placesLeft, priceOf, problemOf, timesOf, unitsOf, type Booking } from './logic';

const booked = (from: string, to: string, more: Partial<Booking> = {}): Booking => ({
	...{ resource: 'clay-court', title: 'Clay court', from, to, unit: 'hours', state: '', places: 0, price: 0, details: [] },
	...more
});
const asked = (from: string, to: string, now = '2031-05-01T09:30') => ({ resource: 'clay-court', span: { from, to }, now });
const taken = [booked('2031-05-05T10:00', '2031-05-05T12:00')];

it('refuses what meets another booking, and takes what only touches it', () => {
	const problem = (from: string, to: string) => problemOf(example, taken, asked(`2031-05-05T${from}`, `2031-05-05T${to}`));
	expect([problem('11:00', '13:00'), problem('09:00', '11:00'), problem('10:00', '11:00')]).toEqual(['taken', 'taken', 'taken']);
	expect([problem('12:00', '13:00'), problem('09:00', '10:00')]).toEqual([undefined, undefined]);
	expect(problemOf(example, taken, { ...asked('2031-05-05T10:00', '2031-05-05T12:00'), resource: 'hard-court' })).toBeUndefined();
});

it('says why a time cannot be booked', () => {
	const problem = (from: string, to: string) => problemOf(example, [], asked(from, to));
	expect(problem('2031-05-05T12:00', '2031-05-05T10:00')).toBe('order');
	expect(problem('2031-05-05T10:00', '2031-05-05T13:00')).toBe('too-long');
	expect(problem('2031-05-01T09:00', '2031-05-01T10:00')).toBe('past');
	expect(problem('2031-05-05T07:00', '2031-05-05T08:00')).toBe('closed');
	const weekdays = { ...example, unit: { kind: 'hours' as const, from: '08:00', to: '20:00', weekdays: [1] } };
	expect(problemOf(weekdays, [], asked('2031-05-06T10:00', '2031-05-06T11:00'))).toBe('closed');
});

it('counts hours, days and nights', () => {
	expect(unitsOf({ from: '2031-05-05T10:00', to: '2031-05-05T12:30' })).toBe(2.5);
	expect(unitsOf({ from: '2031-03-29', to: '2031-04-02' })).toBe(4);
	expect(timesOf({ kind: 'slots', minutes: 45, from: '09:00', to: '12:00' })).toEqual(['09:00', '09:45', '10:30', '11:15']);
});

it('asks more at the weekend', () => {
	expect(priceOf(example, { from: '2031-05-05T10:00', to: '2031-05-05T12:00' })).toBe(2400);
	expect(priceOf(example, { from: '2031-05-04T10:00', to: '2031-05-04T11:00' })).toBe(1500);
	const nights = { ...example, unit: { kind: 'nights' as const }, price: { per: 100, weekendPercent: 50 } };
	expect(priceOf(nights, { from: '2031-05-01', to: '2031-05-04' })).toBe(10_000 + 15_000 + 15_000);
});

it('has places for so many', () => {
	const slots = { ...example, places: 2 };
	const span = { from: '2031-05-05T10:00', to: '2031-05-05T11:00' };
	expect([[], taken, [...taken, ...taken]].map((bookings) => placesLeft(slots, bookings, 'clay-court', span))).toEqual([2, 1, 0]);
});

it('is away while it is booked, and after that until it is brought back', () => {
	const until = (more: Partial<Booking>, today: string) =>
		awayUntil([booked('2031-05-05', '2031-05-08', more)], 'clay-court', today);
	expect([until({}, '2031-05-04'), until({}, '2031-05-05'), until({}, '2031-05-08')]).toEqual([
		undefined,
		'2031-05-08',
		undefined
	]);
	expect([until({ state: 'given' }, '2031-05-09'), until({ state: 'returned' }, '2031-05-06')]).toEqual([
		'2031-05-08',
		undefined
	]);
});

it('can be cancelled until so many hours before', () => {
	expect(isTooLate({ from: '2031-05-05T10:00', to: '' }, 24, '2031-05-04T10:00')).toBe(false);
	expect(isTooLate({ from: '2031-05-05T10:00', to: '' }, 24, '2031-05-04T10:01')).toBe(true);
});

it('is refused by the rules of the collection as well', () => {
	const rules = { noOverlap: { same: ['resource'], from: 'from', to: 'to' } };
	expect(refusalOf(rules, taken, booked('2031-05-05T11:00', '2031-05-05T13:00'))).toBe('overlap');
	expect(refusalOf(rules, taken, booked('2031-05-05T12:00', '2031-05-05T13:00'))).toBeUndefined();
	expect(refusalOf(rules, [booked('2031-05-05', '2031-05-05')], booked('2031-05-04', '2031-05-07'))).toBeUndefined();
});

it('begins with a day on which something can still be booked', () => {
	const unit = { kind: 'slots' as const, minutes: 60, from: '08:00', to: '11:00', weekdays: [2, 4] };
	expect(['2031-05-04T09:00', '2031-05-06T09:59', '2031-05-06T10:01'].map((now) => firstDay(unit, now))).toEqual([
		'2031-05-06',
		'2031-05-06',
		'2031-05-08'
	]);
	expect(firstDay({ kind: 'hours', from: '08:00', to: '20:00' }, '2031-05-04T21:00')).toBe('2031-05-05');
});
