export interface OrdersParameters {
	heading: string;
	intro?: string;
	/** The collection of the orders, as the cart names it. */
	orders: string;
	/** What an order can be, from the first to the last: 'new', 'sent'. */
	states: string[];
	/** Said while there are none. */
	none: string;
}
