import type { RecordsParameters } from './parameters';

type Plain = Record<string, unknown>;

/** A figure of records: those without a number count for nothing, in a mean neither. */
export function totalOf({ kind, field }: NonNullable<RecordsParameters['totals']>[number], records: readonly Plain[]): number {
	if (kind === 'count') return field ? records.filter((record) => isFilled(record[field])).length : records.length;
	const values = records.map((record) => record[field ?? '']).filter((value) => typeof value === 'number');
	const sum = values.reduce((all, value) => all + value, 0);
	return kind === 'sum' ? sum : values.length ? sum / values.length : 0;
}

const isFilled = (value: unknown) => value !== undefined && value !== '' && value !== false;

/** How much each value of a field has of a number, or how often it is there; most first. */
export function sharesOf(
	{ by, field }: NonNullable<RecordsParameters['shares']>,
	records: readonly Plain[]
): { label: string; value: number }[] {
	const sums = new Map<string, number>();
	for (const record of records) {
		const label = String(record[by] ?? '');
		const value = field ? record[field] : 1;
		if (label && typeof value === 'number') sums.set(label, (sums.get(label) ?? 0) + value);
	}
	return [...sums].map(([label, value]) => ({ label, value })).sort((a, b) => b.value - a.value);
}

/** Whether a day that something is due on is past. @param today `YYYY-MM-DD` */
export function isOverdue(record: Plain, due: NonNullable<RecordsParameters['due']>, today: string): boolean {
	const day = record[due.field];
	return typeof day === 'string' && day !== '' && day < today && !(due.unless && record[due.unless] === true);
}
