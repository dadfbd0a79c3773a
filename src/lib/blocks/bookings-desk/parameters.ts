export interface BookingsDeskParameters {
	heading: string;
	intro?: string;
	/** Where bookings are kept, as the booking block names it. */
	collection: string;
	/** Whether things are given out and brought back: the owner marks both. */
	handOver?: boolean;
	/** Said while there are none. */
	none: string;
}
