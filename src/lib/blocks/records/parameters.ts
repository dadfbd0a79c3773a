import type { Filter, FormField, Sort, Value } from '../data';

export interface RecordsParameters {
	heading: string;
	intro?: string;
	/** What one of them is called within a sentence, and several: 'expense', 'expenses'. */
	one: string;
	all: string;
	/** kebab-case, where the records are kept. */
	collection: string;
	/** What the form asks for. */
	fields: FormField[];
	/** Names of fields: what each is called, and the columns of the list beside it. */
	titleField: string;
	columns: string[];
	/** Examples to begin with; none is fine. Amounts in whole units (12.5). */
	records: Record<string, Exclude<Value, string[]>>[];
	filters?: Filter[];
	search?: boolean;
	sort?: Sort[];
	/** The order that the list begins with. */
	order?: { field: string; isFalling?: boolean };
	/** Figures above the list, of the records that are shown. */
	totals?: { label: string; kind: 'sum' | 'mean' | 'count'; field?: string }[];
	/** Shares below the totals: the field that parts the records, and the number that is summed; without it they are counted. */
	shares?: { heading: string; by: string; field?: string };
	/** A day that is marked once it is past, unless a box is ticked. */
	due?: { field: string; unless?: string };
	/** Whether the list can be written to and read from a CSV file, and printed. */
	csv?: boolean;
	print?: boolean;
	/** Where it is kept for others too: whether the owner alone sees it. */
	isPrivate?: boolean;
}
