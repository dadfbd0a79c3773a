export interface PollParameters {
	/** The heading of the block too. */
	question: string;
	intro?: string;
	options: string[];
	/** kebab-case; where the votes are kept, without names. */
	collection: string;
	/** Votes of others to begin with, by option. */
	seeds?: Record<string, number>;
}
