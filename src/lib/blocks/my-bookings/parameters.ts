export interface MyBookingsParameters {
	heading: string;
	intro?: string;
	/** Where bookings are kept, as the booking block names it. */
	collection: string;
	/** Until how many hours before one can be cancelled; always where it is left out. */
	cancelUntilHours?: number;
	/** Said while there are none. */
	none: string;
}
