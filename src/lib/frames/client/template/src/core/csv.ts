/** Tables as text, as spreadsheets read and write them. @source RFC 4180 */

export interface CsvRow {
	/** Of the file, from 1. */
	line: number;
	cells: string[];
}

/** The rows of a CSV text; commas, semicolons or tabs part the cells, whichever the first line has most of. Empty lines are left out. */
export function parseCsv(text: string): CsvRow[] {
	const clean = text.replace(/^\uFEFF/, '');
	const mark = markOf(clean.split(/\r?\n/, 1)[0] ?? '');
	const rows: CsvRow[] = [];
	let cells: string[] = [];
	let cell = '';
	let isQuoted = false;
	let line = 1;
	let began = 1;
	const endRow = () => {
		cells.push(cell);
		if (cells.some((one) => one.trim())) rows.push({ line: began, cells: cells.map((one) => one.trim()) });
		cells = [];
		cell = '';
	};
	for (let at = 0; at < clean.length; at++) {
		const sign = clean[at] ?? '';
		if (sign === '\n') line++;
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (clean[at + 1] === '"') cell += clean[++at];
			else isQuoted = false;
		} else if (sign === '"' && !cell.trim()) {
			cell = '';
			isQuoted = true;
		} else if (sign === mark) {
			cells.push(cell);
			cell = '';
		} else if (sign === '\n') {
			endRow();
			began = line;
		} else if (sign !== '\r') cell += sign;
	}
	if (cell || cells.length) endRow();
	return rows;
}

const markOf = (line: string) =>
	[',', ';', '\t'].reduce((best, mark) => (line.split(mark).length > line.split(best).length ? mark : best));

/** Whether a file can be a table at all: text with a first line of several cells. */
export const isCsv = (text: string): boolean => !CONTROL.test(text) && /[,;\t]/.test(text.trim().split(/\r?\n/, 1)[0] ?? '');
const CONTROL = /[\u0000-\u0008\u000E-\u001F\uFFFD]/;

/** As CSV text; what a spreadsheet would take for a formula stays text. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
	return rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n';
}

function cellOf(value: string | number): string {
	const text = typeof value === 'string' && /^[=+@\t]|^-(?!\d)/.test(value) ? `'${value}` : String(value);
	return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
