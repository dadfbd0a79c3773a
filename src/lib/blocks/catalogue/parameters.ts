import type { Field, Filter, Picture, Value } from '../data';

export interface CatalogueParameters {
	heading: string;
	intro?: string;
	/** What one of them is called within a sentence, and several: 'board', 'boards'. */
	one: string;
	all: string;
	/** kebab-case, where the products are kept; the cart names it too. */
	collection: string;
	/** Path of the page with the cart: '/cart'. */
	cart: string;
	/** In the order that they are offered in. */
	categories: string[];
	/** What is known of each product beside its name, category and price. */
	fields: Field[];
	products: Product[];
	/** Beside the category; 'price' may be named too. */
	filters?: Filter[];
	search?: boolean;
	/** 'price', 'name' or fields. */
	sort?: string[];
	/** How it is sold; by the piece where it is left out. */
	sold?: Sold;
}

export type Sold =
	| { kind: 'each' }
	/** Cut to what somebody enters. The price of a product is for `per` units. */
	| {
			kind: 'by-length';
			label: string;
			unit: string;
			min: number;
			max: number;
			per: number;
			perLabel: string;
			fee?: number;
			feeLabel?: string;
	  }
	/** With choices that may cost more. */
	| { kind: 'options'; options: { name: string; values: { label: string; extra: number }[] }[] };

/** Values by name of the field; beside them what is no field. */
export interface Product {
	[field: string]: Value | Picture | undefined;
	/** Of its address; from its name where it is left out. */
	slug?: string;
	name: string;
	/** A sentence or two. */
	text?: string;
	category: string;
	/** In whole units: 12.5. */
	price: number;
	picture?: Picture;
	/** How many there are; without it, enough. */
	stock?: number;
}
