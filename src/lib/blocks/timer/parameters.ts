export interface TimerParameters {
	title: string;
	intro?: string;
	/** Counts down from a time, up from zero with laps, or through phases such as work and break. */
	kind: 'countdown' | 'stopwatch' | 'phases';
	/** Of a countdown: times to choose from; the first one at the start. */
	presets?: { label: string; seconds: number }[];
	/** Of phases, in order. */
	phases?: { name: string; seconds: number }[];
	/** How often all phases are gone through; for ever where it is left out. */
	rounds?: number;
	/** Whether the end can be heard. */
	hasSound: boolean;
}
