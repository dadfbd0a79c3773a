export interface TypingParameters {
	title: string;
	intro?: string;
	/** Texts to type, one at a time. */
	texts: string[];
	/** How long one types; until the end of the text where it is left out. */
	seconds?: number;
}
