import type { FormField } from '../data';

export interface InboxParameters {
	heading: string;
	intro?: string;
	/** The collection that a form sends to. */
	collection: string;
	/** What that form asks for. */
	fields: FormField[];
	/** What an entry can be, from the first to the last: 'new', 'answered'. */
	states?: string[];
	/** Whether all of it can be saved as a table. */
	csv?: boolean;
	/** Said while there is nothing. */
	none: string;
}
