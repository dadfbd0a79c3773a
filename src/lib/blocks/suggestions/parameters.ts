import type { FormField } from '../data';

export interface SuggestionsParameters {
	heading: string;
	intro?: string;
	/** kebab-case, where suggestions wait until somebody has looked at them. */
	collection: string;
	/** What is asked; fields of the directory that it is for have its names. */
	fields: FormField[];
	/** What the button says: 'Suggest a group'. */
	action: string;
	/** Said when it is sent: that it is looked at first. */
	thanks: string;
}
