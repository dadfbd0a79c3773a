export interface CalendarParameters {
	heading: string;
	intro?: string;
	/** kebab-case, where events are kept. */
	collection: string;
	/** Days as '2031-05-04', times as '19:30'. */
	events: CalendarEvent[];
	/** Who may add events: the owner alone where it is shared; on the device, whoever holds it. */
	mayAdd: 'nobody' | 'everybody' | 'owner';
	/** The first one is shown at first. */
	views: ('month' | 'list')[];
	/** Said of a day or list without events. */
	none: string;
}

export interface CalendarEvent {
	date: string;
	from?: string;
	to?: string;
	title: string;
	place?: string;
	text?: string;
}
