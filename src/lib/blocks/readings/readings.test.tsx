import { expect, it } from 'vitest';
import { parseCsv } from '../../core/csv';
import { ticksOf } from '../../web/ui/charts';
import { example } from './example';
import { exampleReadings, merged, statisticOf, within } from './logic';
import { readReadings } from './table';

it('makes the same readings for the same day, within their range', () => {
	const readings = exampleReadings(example, '2031-05-04');
	expect(readings).toHaveLength(3 * 90);
	expect(readings).toEqual(exampleReadings(example, '2031-05-04'));
	const levels = readings.map(({ values }) => values[0] ?? NaN);
	expect(Math.min(...levels)).toBeGreaterThanOrEqual(1.2);
	expect(Math.max(...levels)).toBeLessThanOrEqual(3.9);
	expect(levels.some((level) => level > 3.2)).toBe(true);
	expect(within(readings, 'Weir', '2031-05-01', '2031-05-04').map(({ at }) => at)).toEqual(
		['01', '02', '03', '04'].map((day) => `2031-05-${day}`)
	);
});

it('has a day of 24 hours by the hour', () => {
	expect(exampleReadings({ ...example, step: 'hour', days: 2, sources: ['Weir'] }, '2031-05-04')).toHaveLength(48);
});

it('works out figures, and none of nothing', () => {
	expect((['lowest', 'highest', 'mean', 'total'] as const).map((kind) => statisticOf(kind, [3, null, 1, 5]))).toEqual([
		1, 5, 3, 9
	]);
	expect(statisticOf('mean', [null])).toBeUndefined();
});

it('takes another reading in the place of one of the same time', () => {
	const at = (value: number, day: string) => ({ source: 'Weir', at: day, values: [value] });
	expect(merged([at(1, '2031-05-04'), at(2, '2031-05-03')], [at(9, '2031-05-04')])).toEqual([
		at(2, '2031-05-03'),
		at(9, '2031-05-04')
	]);
});

it('reads good lines and says what is wrong with the others', () => {
	const text = [
		'Time,Gauge,Level (m),Temperature',
		'2031-02-28,weir,"2,5",7',
		'2031-02-30,Weir,2,7',
		'2031-02-01,Sea,2,7',
		'2031-02-01,Weir,,7'
	];
	const read = readReadings(parseCsv(text.join('\n')), example);
	if (typeof read === 'string') throw new Error(read);
	expect(read.readings).toEqual([{ source: 'Weir', at: '2031-02-28', values: [2.5, 7] }]);
	expect(read.problems.map(({ line }) => line)).toEqual([3, 4, 5]);
	expect(readReadings(parseCsv('Time,Gauge\n2031-02-28,Weir'), example)).toContain('Level');
});

it('marks axes with round numbers that span the values', () => {
	expect(ticksOf([1.3, 3.8])).toEqual([1, 2, 3, 4]);
	expect(ticksOf([0, 100])).toEqual([0, 25, 50, 75, 100]);
	expect(ticksOf([5, 5]).length).toBeGreaterThan(1);
	expect(ticksOf([])).toEqual([0, 1]);
});
