export interface ReactionParameters {
	title: string;
	intro?: string;
	/** How many rounds are played. */
	rounds: number;
	/** The wait before it turns green is between these, in seconds, by chance. */
	waitFrom: number;
	waitTo: number;
}
