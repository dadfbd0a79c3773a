export interface ReadingsParameters {
	heading: string;
	intro?: string;
	/** What one source is called, and several: 'station', 'stations'. */
	one: string;
	all: string;
	/** kebab-case; where imported readings are kept on the device. */
	collection: string;
	/** Names of the sources. */
	sources: string[];
	measures: ReadingsMeasure[];
	/** How far the example readings go back from today. */
	days: number;
	step: 'day' | 'hour';
	chart: 'line' | 'bars';
	/** Whether a second source can be chosen: in the same chart, or beside the first. */
	compare: 'none' | 'overlay' | 'side-by-side';
	statistics: ('lowest' | 'highest' | 'mean' | 'total')[];
	/** Readings beyond a limit are marked with the word: 'flood'. */
	limit?: { measure: string; above?: number; below?: number; word: string };
	/** A table of the same readings below. */
	table?: boolean;
	csvIn?: boolean;
	csvOut?: boolean;
	print?: boolean;
	/** Real readings in place of examples; values in the order of the measures. */
	readings?: { source: string; at: string; values: number[] }[];
}

export interface ReadingsMeasure {
	name: string;
	unit: string;
	decimals: number;
	/** Between which example readings lie. */
	from: number;
	to: number;
}
