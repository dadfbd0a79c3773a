import { expect, it } from 'vitest';
import { addDays, addMonths, daysUntil, isDay, monthDays, weekdayOf } from '../../core/days';
import { example } from './example';
import { byMonth, firstMonth, hoursOf, inOrder } from './logic';

it('orders events by day and time, and parts them by month', () => {
	expect(inOrder(example.events).map(({ title }) => title)).toEqual([
		'Seed swap',
		'Dance with the Ansel band',
		'Puppets',
		'Cleaning day'
	]);
	expect(byMonth(example.events, '2031-05-10').map(([month, events]) => [month, events.length])).toEqual([
		['2031-05', 1],
		['2031-06', 1]
	]);
});

it('begins with the month of the next event', () => {
	expect([
		firstMonth(example.events, '2030-01-01'),
		firstMonth(example.events, '2031-05-20'),
		firstMonth(example.events, '2040-01-01'),
		firstMonth([], '2031-02-03')
	]).toEqual(['2031-05', '2031-06', '2031-06', '2031-02']);
});

it('says hours as they are known', () => {
	expect(example.events.map(hoursOf)).toEqual(['19:30–22:00', '10:00–12:00', '15:00', '']);
});

it('counts days over months, years and changes of the clock', () => {
	expect([addDays('2031-12-31', 1), addDays('2032-03-01', -1), addMonths('2031-01', -1), addMonths('2031-12', 1)]).toEqual([
		'2032-01-01',
		'2032-02-29',
		'2030-12',
		'2032-01'
	]);
	expect([daysUntil('2031-03-29', '2031-03-31'), daysUntil('2031-10-27', '2031-10-25'), weekdayOf('2031-05-04')]).toEqual([
		2, -2, 0
	]);
	expect(['2032-02-29', '2031-02-29', '2031-2-9', ''].map(isDay)).toEqual([true, false, false, false]);
	expect([monthDays('2031-05').length, monthDays('2027-02').length, monthDays('2031-06')[0]]).toEqual([35, 28, '2031-05-26']);
});
