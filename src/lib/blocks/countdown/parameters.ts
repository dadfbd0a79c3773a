export interface CountdownParameters {
	heading?: string;
	/** What it counts down to. */
	name: string;
	until: CountdownUntil;
	/** From the largest to the smallest. */
	units: CountdownUnit[];
	/** Said once it has come. */
	over: string;
	/** How long `over` is said of what comes again; not at all unless given. */
	lastsHours?: number;
}

export type CountdownUnit = 'days' | 'hours' | 'minutes' | 'seconds';

/** In the time of whoever looks at it. `weekday` 0 is Sunday, `month` 1 is January. */
export type CountdownUntil =
	| { kind: 'once'; at: string }
	| { kind: 'yearly'; month: number; day: number; time?: string }
	| { kind: 'weekly'; weekday: number; time: string };
