export interface ContactDetailsParameters {
	heading?: string;
	text?: string;
	/** Lines of the postal address. */
	address?: string[];
	phone?: string;
	email?: string;
	/** What else is said: 'Ring twice.' */
	note?: string;
}
