/** What the parameters of many blocks have in common, as plain data. Apps have this file as src/blocks/data.ts. */

/** Drawn from its label and icon without any request, unless it has an address of its own. */
export interface Picture {
	/** What it shows, for those who do not see it. */
	label: string;
	/** The name of an icon. */
	icon?: string;
	/** The address of a real picture. */
	src?: string;
}

/** Where a button or link leads: '/about', '#contact' or 'https://...'. */
export interface Action {
	label: string;
	href: string;
}

/** 'Distance': '12 km' */
export interface Fact {
	label: string;
	value: string;
}

export interface Item {
	title: string;
	text?: string;
	picture?: Picture;
	facts?: Fact[];
}

/** What a form asks for; the same as in core/fields.ts. */
export interface FormField {
	/** camelCase; the key of its value. */
	name: string;
	label: string;
	kind: 'text' | 'longText' | 'email' | 'phone' | 'url' | 'number' | 'money' | 'date' | 'time' | 'choice' | 'check' | 'password';
	isRequired?: boolean;
	/** What a choice offers. */
	options?: string[];
	hint?: string;
	/** The least and the most of a number or amount; of a text, its length. */
	min?: number;
	max?: number;
	/** Said after a number: 'cm'. */
	unit?: string;
}

/** A value of a record: 'list' fields have several texts, amounts are in whole units (12.5), days are '2031-09-12', times '09:30'. */
export type Value = string | number | boolean | string[];

/** What records have; the same as in core/finding.ts. */
export interface Field {
	/** camelCase; the key of its value. */
	name: string;
	label: string;
	kind: Exclude<FormField['kind'], 'password'> | 'list';
	/** What a choice offers, in this order. */
	options?: string[];
	/** Said after a number: 'km'. */
	unit?: string;
}

/** By what a list can be narrowed; the same as in core/finding.ts. */
export interface Filter {
	/** Name of the field. */
	field: string;
	/** One of its values; a number up to or from a step; ticked; a text or list that has the words. */
	kind: 'choice' | 'most' | 'least' | 'tick' | 'contains';
	/** What 'most' and 'least' offer; from the records where it is left out. */
	steps?: number[];
}

/** By what a list can be sorted, and what the choice says. */
export interface Sort {
	field: string;
	label: string;
}
