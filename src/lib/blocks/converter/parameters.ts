export interface ConverterParameters {
	title: string;
	intro?: string;
	groups: ConverterGroup[];
	/** Worked examples, proven by a test: 10 km are 6.2137 miles. */
	examples: { group: string; from: string; to: string; value: number; result: number }[];
}

/** Units of one kind that can be converted into each other: the value in the first unit is value * factor + offset. */
export interface ConverterGroup {
	/** 'Length' */
	name: string;
	units: { name: string; symbol: string; factor: number; offset?: number }[];
}
