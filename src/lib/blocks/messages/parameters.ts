export interface MessagesParameters {
	heading: string;
	intro?: string;
	/** The collection of profiles, and its field that is the name; as the block 'profiles' has them. */
	profiles: string;
	titleField: string;
	/** Path of the page with the profiles. */
	profilesPath: string;
	/** Where messages are kept. */
	collection: string;
	/** What one is called: 'letter'. */
	word: string;
	/** 0 for those that arrive at once. */
	arrivesAfterHours: number;
	/** What every member finds at first: `from` is a name. */
	welcome?: { from: string; text: string }[];
	/** Said while there is nothing. */
	none: string;
}
