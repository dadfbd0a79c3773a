import type { CsvRow } from '../../core/csv';
import { isDay } from '../../core/days';
import { t } from '../../core/words';
import { csvWords } from '../../web/ui/csv-words';
import type { Reading } from './logic';
import type { ReadingsParameters } from './parameters';
import { words } from './words';

/** Readings as a table, and back. */

export const columnsOf = ({ one, measures }: ReadingsParameters): string[] => [
	words('time'),
	one,
	...measures.map(({ name }) => name)
];

export const rowsOf = (parameters: ReadingsParameters, readings: readonly Reading[]): (string | number)[][] => [
	columnsOf(parameters),
	...readings.map(({ at, source, values }) => [at.replace('T', ' '), source, ...values.map((value) => value ?? '')])
];

/** The readings of a table whose first row names the columns; a text when a column is missing. */
export function readReadings(
	rows: readonly CsvRow[],
	parameters: ReadingsParameters
): { readings: Reading[]; problems: { line: number; text: string }[] } | string {
	const [head, ...lines] = rows;
	const names = (head?.cells ?? []).map((cell) => cell.toLowerCase().replace(/\s*[([].*$/, ''));
	const places = columnsOf(parameters).map((column) => names.indexOf(column.toLowerCase()));
	const missing = places.indexOf(-1);
	if (missing >= 0) return csvWords('missing-column', { column: columnsOf(parameters)[missing] ?? '' });
	const result: { readings: Reading[]; problems: { line: number; text: string }[] } = { readings: [], problems: [] };
	for (const { line, cells } of lines) {
		const [time = '', given = '', ...texts] = places.map((place) => cells[place] ?? '');
		const at = timeOf(time, parameters.step);
		const source = parameters.sources.find((one) => one.toLowerCase() === given.toLowerCase());
		const wrong = [
			...(at ? [] : [`${words('time')}: "${time}" – ${words('bad-time')}`]),
			...(source ? [] : [`${parameters.one}: "${given}" – ${parameters.sources.join(', ')}`])
		];
		const values = texts.map((text, index) => {
			const value = text === '' ? NaN : Number(text.replace(',', '.'));
			if (Number.isNaN(value)) wrong.push(`${parameters.measures[index]?.name ?? ''}: "${text}" – ${t('bad-number')}`);
			return value;
		});
		if (wrong.length || !at || !source) result.problems.push({ line, text: wrong.join('; ') });
		else result.readings.push({ source, at, values });
	}
	return result;
}

/** As it is kept: by the day without an hour, by the hour with one. */
function timeOf(text: string, step: 'day' | 'hour'): string | undefined {
	const [day = '', time = ''] = text.split(/[ T]/);
	if (!isDay(day)) return undefined;
	if (step === 'day') return day;
	const hour = /^([01]\d|2[0-3])(:00)?/.exec(time || '00')?.[1];
	return hour && `${day}T${hour}:00`;
}
