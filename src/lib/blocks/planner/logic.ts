import type { PlannerParameters } from './parameters';

export type Values = Record<string, string | number | boolean>;

export interface Cell {
	row: number;
	column: number;
	values: Values;
	isDone: boolean;
}

/** A plan as it is kept. */
export interface Plan {
	values: Values;
	cells: Cell[];
}

/** More rows than that are no plan. */
const MOST_ROWS = 60;

export function rowsOf({ rows }: PlannerParameters, plan: Plan): string[] {
	if ('names' in rows) return rows.names;
	const count = Math.max(1, Math.min(MOST_ROWS, Math.round(Number(plan.values[rows.countField]) || 1)));
	return Array.from({ length: count }, (_, index) => `${rows.word} ${index + 1}`);
}

export const columnsOf = ({ columns }: PlannerParameters): string[] =>
	'names' in columns ? columns.names : Array.from({ length: columns.count }, (_, index) => `${columns.word} ${index + 1}`);

export const cellAt = (cells: readonly Cell[], row: number, column: number): Cell | undefined =>
	cells.find((cell) => cell.row === row && cell.column === column);

/** The cells with one written into; an empty one is taken out. */
export function written(cells: readonly Cell[], cell: Cell): Cell[] {
	const others = cells.filter((one) => one.row !== cell.row || one.column !== cell.column);
	return Object.values(cell.values).some((value) => value !== '' && value !== false) ? [...others, cell] : others;
}

/** The cells with one at another place; what stood there takes its place. */
export function moved(cells: readonly Cell[], from: Pick<Cell, 'row' | 'column'>, to: Pick<Cell, 'row' | 'column'>): Cell[] {
	const isAt = (cell: Cell, place: Pick<Cell, 'row' | 'column'>) => cell.row === place.row && cell.column === place.column;
	return cells.map((cell) => (isAt(cell, from) ? { ...cell, ...to } : isAt(cell, to) ? { ...cell, ...from } : cell));
}

/** How much is done, from 0 to 1. Cells beyond the grid do not count. */
export function shareDone(cells: readonly Cell[], rows: number, columns: number): number {
	const shown = cells.filter(({ row, column }) => row < rows && column < columns);
	return shown.length ? shown.filter(({ isDone }) => isDone).length / shown.length : 0;
}
