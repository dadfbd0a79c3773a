export interface OpeningHoursParameters {
	heading: string;
	rows: OpeningRow[];
	/** 'Closed in August.' */
	note?: string;
}

export interface OpeningRow {
	/** 'Monday to Friday' */
	days: string;
	/** 'from 9 to 18'; from `from` and `to` where it is left out. 'closed' where there are neither. */
	hours?: string;
	/** 0 is Sunday. */
	weekdays: number[];
	/** `HH:MM`; `to` at or before `from` is of the next day. */
	from?: string;
	to?: string;
}
