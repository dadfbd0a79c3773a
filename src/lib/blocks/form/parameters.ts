import type { FormField } from '../data';

export interface FormParameters {
	heading: string;
	intro?: string;
	fields: FormField[];
	/** What the button says. */
	action: string;
	/** Said once it is sent. */
	thanks: string;
	/** The collection that entries are kept in; only the owner sees what they say. */
	collection: string;
	/** A field of which no two entries have the same value, capitals apart. */
	onePer?: string;
	/** Said when that value was given before. */
	taken?: string;
	/** How many entries are taken, and what they take: 'places'. */
	places?: { total: number; word: string };
	/** The last day on which entries are taken, as `YYYY-MM-DD`. */
	closesOn?: string;
}
