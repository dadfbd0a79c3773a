import type { Field, Filter, Picture, Sort, Value } from '../data';

export interface ArticlesParameters {
	heading: string;
	intro?: string;
	/** Where articles are kept; several blocks may show the same. */
	collection: string;
	/** In the order that they are offered in. */
	categories: string[];
	/** Only articles of this category are shown. */
	category?: string;
	/** What articles may say of themselves: distance, season. */
	fields?: Field[];
	/** By which the list can be narrowed, besides the category. */
	filters?: Filter[];
	sort?: Sort[];
	search: boolean;
	/** Whether the months stand beside the list. */
	archive?: boolean;
	/** 'front' has the newest one large on top. */
	layout: 'front' | 'list';
	/** Whether readers may comment with a name. */
	comments?: boolean;
	/** All articles of the collection, the same in each block that shows it. */
	articles: Article[];
}

export interface Article {
	/** The last part of its address. */
	slug: string;
	title: string;
	/** `YYYY-MM-DD` */
	date: string;
	category?: string;
	tags?: string[];
	place?: string;
	author?: string;
	/** A sentence or two, in the list and on top of the article. */
	lead: string;
	/** Paragraphs. */
	text: string[];
	picture?: Picture;
	/** Values by the names of fields. */
	facts?: Record<string, Value>;
}
