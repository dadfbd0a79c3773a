import { expect, it } from 'vitest';
import { countdownAt, partsOf } from './logic';

const ALL = ['days', 'hours', 'minutes', 'seconds'] as const;
const valuesAt = (now: string, to: string, units: readonly (typeof ALL)[number][] = ALL) =>
	partsOf(new Date(now), new Date(to), units).map(({ value }) => value);

it('counts whole days, and the rest in smaller units', () => {
	expect(valuesAt('2031-09-10T10:00:00', '2031-09-12T09:00:00')).toEqual([1, 23, 0, 0]);
	expect(valuesAt('2031-09-12T08:59:58', '2031-09-12T09:00:00')).toEqual([0, 0, 0, 2]);
});

it('counts days alone as the calendar does', () => {
	expect(valuesAt('2031-09-10T10:00:00', '2031-09-12T09:00:00', ['days'])).toEqual([2]);
	expect(valuesAt('2031-09-10T10:00:00', '2031-09-12T09:00:00', ['hours'])).toEqual([47]);
});

it('goes on to the next year or week', () => {
	const yearly = { until: { kind: 'yearly', month: 12, day: 6, time: '18:00' }, units: ['days'] } as const;
	const next = countdownAt({ ...yearly, units: [...yearly.units] }, new Date('2030-12-06T18:00:01'));
	expect(next.state === 'counts' && next.moment).toEqual(new Date('2031-12-06T18:00'));
	const weekly = { kind: 'weekly', weekday: 5, time: '13:00' } as const;
	const friday = countdownAt({ until: weekly, units: ['hours'] }, new Date('2031-01-09T12:30'));
	expect(friday.state === 'counts' && friday.moment).toEqual(new Date('2031-01-10T13:00'));
});

it('says that it is on for as long as it lasts', () => {
	const market = { until: { kind: 'weekly', weekday: 6, time: '08:00' }, units: ['days'], lastsHours: 5 } as const;
	const states = ['2031-01-11T07:59', '2031-01-11T08:00', '2031-01-11T12:59', '2031-01-11T13:00'].map(
		(at) => countdownAt({ ...market, units: ['days'] }, new Date(at)).state
	);
	expect(states).toEqual(['counts', 'over', 'over', 'counts']);
});
