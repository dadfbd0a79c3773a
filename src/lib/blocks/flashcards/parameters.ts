export interface FlashcardsParameters {
	title: string;
	intro?: string;
	/** Cards by subject; the first deck at the start. */
	decks: { name: string; cards: { front: string; back: string }[] }[];
	/** Whether one can add cards of one's own, kept on the device. */
	mayAdd: boolean;
	/** kebab-case; where own cards are kept. */
	collection: string;
}
