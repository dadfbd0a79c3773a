import type { FormField } from '../data';

export interface CartParameters {
	heading: string;
	/** Of the products, as the catalogue names it. */
	collection: string;
	/** kebab-case, where the orders are kept. */
	orders: string;
	/** Path of the page with the goods. */
	shop: string;
	/** What is asked of who orders. */
	fields: FormField[];
	payment: {
		/** 'test' says that no money is taken; no kind takes any. */
		kind: 'test' | 'on-delivery' | 'collect' | 'invoice' | 'none';
		/** Said before and after ordering: 'You pay in cash when the tea is brought.' */
		note: string;
	};
	/** In whole units; free from a sum of goods on. */
	shipping?: { label: string; price: number; freeFrom?: number };
	/** Before the number of an order: 'HB-'. */
	numberPrefix?: string;
	/** Said when it is ordered. */
	thanks: string;
	/** The first state of an order: 'new'. */
	state: string;
	/** The field by which, with the number, whoever ordered finds the order again: 'phone'. */
	findBy?: string;
	/** Path of the page where an order is looked up. */
	lookup?: string;
}
