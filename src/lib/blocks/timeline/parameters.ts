export interface TimelineParameters {
	heading: string;
	intro?: string;
	/** In the order that they are shown in. */
	entries: { when: string; title: string; place?: string; text?: string }[];
}
