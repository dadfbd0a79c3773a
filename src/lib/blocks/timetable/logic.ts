import type { TimetableParameters } from './parameters';

type Row = TimetableParameters['rows'][number];

/** The rows of a day, with its exceptions. */
export function rowsOn({ rows, exceptions = [] }: Pick<TimetableParameters, 'rows' | 'exceptions'>, weekday: number): Row[] {
	return rows.map((row) => {
		const exception = exceptions.find((one) => one.weekday === weekday && one.title === row.title);
		return exception ? { ...row, time: exception.time } : row;
	});
}

/** Index of the first row that begins after a moment; -1 when none does. Times that are words are passed over. */
export function nextRow(rows: readonly Row[], now: Date): number {
	const minutesNow = now.getHours() * 60 + now.getMinutes();
	return rows.findIndex(({ time }) => {
		const [, hours, minutes] = /(\d{1,2})[:.h](\d{2})/.exec(time) ?? [];
		return hours !== undefined && Number(hours) * 60 + Number(minutes) > minutesNow;
	});
}
