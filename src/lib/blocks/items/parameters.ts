import type { Item } from '../data';

export interface ItemsParameters {
	heading: string;
	intro?: string;
	/** 'cards' side by side, 'rows' one below the other, 'numbered' in an order that matters. */
	layout: 'cards' | 'rows' | 'numbered';
	items: ItemOfList[];
}

export interface ItemOfList extends Item {
	/** The name of an icon, where there is no picture. */
	icon?: string;
	/** Where it leads. */
	href?: string;
}
