import type { FormField } from '../data';

export interface ShiftsParameters {
	heading: string;
	intro?: string;
	/** kebab-case, where shifts are kept; the block 'records' with the same fields may change them. */
	collection: string;
	/** kebab-case, where it is kept who joins. */
	joined: string;
	tasks: string[];
	places: string[];
	/** Days as '2031-05-04', times as '09:00'. */
	shifts: Shift[];
	/** What is asked of who joins: a field 'email' is among them. */
	fields: FormField[];
	/** Shifts that need people most: so many of them, with this heading. */
	suggest?: { heading: string; most: number };
	thanks: string;
	/** Said when no shift is like that. */
	none: string;
}

export interface Shift {
	title: string;
	date: string;
	from: string;
	to: string;
	where: string;
	task: string;
	/** How many people are wanted. */
	people: number;
}
