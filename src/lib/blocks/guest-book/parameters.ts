export interface GuestBookParameters {
	heading: string;
	intro?: string;
	collection: string;
	/** Said once something is written. */
	thanks: string;
	/** Examples, the newest last. */
	entries?: { name: string; text: string }[];
	/** Said while there is nothing. */
	none: string;
}
