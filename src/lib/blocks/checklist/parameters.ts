export interface ChecklistParameters {
	heading: string;
	intro?: string;
	/** kebab-case, where ticks are kept on the device. */
	collection: string;
	groups: { name: string; items: string[] }[];
	/** Whether entries can be added and taken out. */
	mayAdd: boolean;
	/** Whether the ticks begin anew each day: habits. */
	daily?: boolean;
	/** With `daily`: how many days in a row all was ticked. */
	streak?: boolean;
	/** Said when all is ticked. */
	done: string;
}
