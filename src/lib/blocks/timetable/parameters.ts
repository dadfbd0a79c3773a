export interface TimetableParameters {
	heading: string;
	intro?: string;
	/** In the order that they are shown in; `time` as it is written: '09:00', '14:00 – 15:30'. */
	rows: { time: string; title: string; text?: string }[];
	/** On a weekday (0 is Sunday) the row with this title has another time. */
	exceptions?: { weekday: number; title: string; time: string }[];
	note?: string;
	/** Whether the rows are those of today, with its exceptions, and the next one is marked. */
	showsToday?: boolean;
}
