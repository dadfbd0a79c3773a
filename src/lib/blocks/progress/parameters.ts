export interface ProgressParameters {
	heading: string;
	text?: string;
	goal: number;
	reached: number;
	/** '€', 'trees', 'km' */
	unit: string;
	/** Below the bar: what it is for, until when. */
	note?: string;
}
