import type { Field } from '../data';

export interface WritingParameters {
	heading: string;
	intro?: string;
	/** The collection that articles are read from. */
	collection: string;
	/** What an article can be filed under; the same as where they are read. */
	categories: string[];
	/** What articles say of themselves; the same as where they are read. */
	fields?: Field[];
	/** Whether an article names a place, and has a photo. */
	hasPlace?: boolean;
	hasPhoto?: boolean;
}
