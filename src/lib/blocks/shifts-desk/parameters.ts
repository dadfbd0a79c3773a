export interface ShiftsDeskParameters {
	heading: string;
	intro?: string;
	/** Where shifts are kept, and who joins, as the block 'shifts' names them. */
	collection: string;
	joined: string;
	/** What can be done, and where, for new shifts. */
	tasks: string[];
	places: string[];
	/** Said of a shift that nobody has joined yet. */
	nobody: string;
}
