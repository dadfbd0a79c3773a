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
}
