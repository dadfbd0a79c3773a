export interface OrderLookupParameters {
	heading: string;
	intro?: string;
	/** The collection of the orders, as the cart names it. */
	orders: string;
	/** What is asked beside the number, as the form of the cart calls it: 'Phone'. */
	label: string;
	kind: 'phone' | 'email' | 'text';
	/** Said when nothing is found. */
	none: string;
}
