import type { Field, Filter, Picture, Value } from '../data';

export interface ProfilesParameters {
	heading: string;
	intro?: string;
	/** What one and several of them are called: 'dog', 'dogs'. */
	one: string;
	all: string;
	/** The collection of profiles; feed and messages name the same. */
	collection: string;
	fields: Field[];
	/** The field that is the name. */
	titleField: string;
	/** Fields that the list shows. */
	summaryFields: string[];
	filters?: Filter[];
	search: boolean;
	hasPhoto?: boolean;
	/** Whether members follow each other. */
	follows?: boolean;
	/** Whether members can shut others out. */
	blocks?: boolean;
	/** Path of the page with the messages block. */
	messages?: string;
	/** Who sees profiles; everybody unless said otherwise. */
	audience?: 'everybody' | 'members';
	/** Examples. */
	people: ProfileRecord[];
	/** Said when nobody is found. */
	none?: string;
}

/** Values by the names of fields, beside what each profile has. */
export type ProfileRecord = { slug: string; picture?: Picture } & Record<string, Value | Picture | undefined>;
