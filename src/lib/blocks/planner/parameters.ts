import type { FormField, Value } from '../data';

export interface PlannerParameters {
	heading: string;
	intro?: string;
	/** What one plan is called within a sentence, and several: 'unit', 'units'. */
	one: string;
	all: string;
	/** kebab-case, where plans are kept. */
	collection: string;
	/** What is asked for a new plan; the first one is its name. */
	fields: FormField[];
	/** Rows of the grid: fixed ones by name, or as many as a number field of the plan says. */
	rows: { word: string; countField: string } | { names: string[] };
	/** Columns: so many, or fixed ones by name. */
	columns: { word: string; count: number } | { names: string[] };
	/** What stands in a place of the grid; the first field is its title. */
	cell: FormField[];
	/** What is in a place: 'lesson'. */
	cellWord: string;
	/** Whether what is done is ticked off, with the share of it. */
	ticks: boolean;
	copies: boolean;
	print: boolean;
	/** Examples to begin with; cells by row and column from 0. */
	plans: {
		values: Record<string, Exclude<Value, string[]>>;
		cells: { row: number; column: number; values: Record<string, Exclude<Value, string[]>>; isDone?: boolean }[];
	}[];
}
