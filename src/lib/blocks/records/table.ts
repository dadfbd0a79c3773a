import type { CsvRow } from '../../core/csv';
import { isDay } from '../../core/days';
import { problemOf, valueOf, type FormField, type FormValues } from '../../core/fields';
import { t } from '../../core/words';
import { csvWords } from '../../web/ui/csv-words';

/** Records as a table, and back. */

/** The value of a cell as a table has it: amounts as '12.50', boxes as yes or no. */
export function cellOf({ kind }: FormField, value: unknown): string | number {
	if (value === undefined || value === '') return '';
	if (kind === 'money') return (Number(value) / 100).toFixed(2);
	if (kind === 'check') return value ? t('yes') : t('no');
	return typeof value === 'number' ? value : String(value);
}

export interface TableRead {
	values: FormValues[];
	problems: { line: number; text: string }[];
}

/** The records of a table whose first row names the fields; a text when a field that is required has no column. */
export function readTable(rows: readonly CsvRow[], fields: readonly FormField[]): TableRead | string {
	const [head, ...lines] = rows;
	const columns = (head?.cells ?? []).map((cell) => fieldNamed(cell, fields));
	const missing = fields.find((field) => field.isRequired && !columns.includes(field));
	if (missing) return csvWords('missing-column', { column: missing.label });
	const result: TableRead = { values: [], problems: [] };
	for (const { line, cells } of lines) {
		const texts = new Map(columns.map((field, index) => [field, cells[index] ?? '']));
		const read = fields.map((field) => ({ field, text: textOf(field, texts.get(field) ?? '') }));
		const wrong = read.flatMap(({ field, text }) => {
			const problem = problemOf(field, text) ?? strayOf(field, text);
			return problem ? [`${field.label}: ${text ? `"${text}" – ` : ''}${problem}`] : [];
		});
		if (wrong.length) result.problems.push({ line, text: wrong.join('; ') });
		else result.values.push(Object.fromEntries(read.map(({ field, text }) => [field.name, valueOf(field, text)])));
	}
	return result;
}

const fieldNamed = (cell: string, fields: readonly FormField[]) =>
	fields.find(({ name, label }) => [name, label].some((one) => one.toLowerCase() === cell.toLowerCase()));

function textOf({ kind }: FormField, cell: string): string {
	if (kind !== 'check') return cell;
	return ['true', '1', 'x', 'yes', t('yes').toLowerCase()].includes(cell.toLowerCase()) ? 'true' : '';
}

/** What a form cannot be given, and a table can: a choice that is not offered, a day that is none. */
function strayOf({ kind, options = [] }: FormField, text: string): string | undefined {
	if (!text) return undefined;
	if (kind === 'choice' && !options.includes(text)) return `${t('choose-one')}: ${options.join(', ')}`;
	if (kind === 'date' && !isDay(text)) return '2026-12-31?';
	if (kind === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return '09:30?';
	return undefined;
}
