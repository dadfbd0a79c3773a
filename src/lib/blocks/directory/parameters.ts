import type { Field, Filter, Picture, Sort, Value } from '../data';

export interface DirectoryParameters {
	heading: string;
	intro?: string;
	/** What one of them is called within a sentence, and several: 'group', 'groups'. */
	one: string;
	all: string;
	/** kebab-case, where the records are kept: 'support-groups'. */
	collection: string;
	/** All that is known of each. */
	fields: Field[];
	/** Names of fields: what each is called, and what the list shows of it. */
	titleField: string;
	summaryFields: string[];
	records: DirectoryRecord[];
	filters?: Filter[];
	search?: boolean;
	sort?: Sort[];
	layout?: 'cards' | 'rows' | 'table';
	/** Whether each has a heart, and the list can be narrowed to those with one. */
	favourites?: boolean;
	/** Said when nothing is found. */
	none?: string;
	/** A list of amounts ('200 g flour') that is worked out for another number: of portions, of people. */
	scale?: DirectoryScale;
}

export interface DirectoryScale {
	/** Name of the list field. */
	field: string;
	/** What the number is of: 'Portions'. */
	label: string;
	/** The number that the amounts are for, or the name of the number field that says it. */
	from: number | string;
}

/** Values by name of the field; beside them what is no field. */
export interface DirectoryRecord {
	[field: string]: Value | Picture | undefined;
	/** Of its address; from its title where it is left out. */
	slug?: string;
	picture?: Picture;
	/** Paragraphs of its own page. */
	text?: string[];
}
