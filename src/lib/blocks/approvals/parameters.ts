import type { Field } from '../data';

export interface ApprovalsParameters {
	heading: string;
	intro?: string;
	/** Where suggestions wait, as the block 'suggestions' names it. */
	suggestions: string;
	/** Where they are listed once they are approved: the collection of the directory. */
	collection: string;
	/** The fields of the directory, of which suggestions have some. */
	fields: Field[];
	titleField: string;
	/** Said while nothing waits. */
	none: string;
}
