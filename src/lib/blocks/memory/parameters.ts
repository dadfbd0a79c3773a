export interface MemoryParameters {
	title: string;
	intro?: string;
	/** What is on the cards: its name, read out, and the icon or drawing that is shown. At least as many as the largest size has pairs. */
	pictures: { name: string; icon: string }[];
	/** The sizes to choose from; the first one is dealt at the start. */
	sizes: { label: string; pairs: number }[];
	/** Who plays: one alone, two in turns, or either as chosen. */
	players: 'one' | 'two' | 'both';
	/** What is counted for all to see. */
	counts: ('moves' | 'time')[];
	/** Paper that falls at the end; unless false. */
	hasConfetti?: boolean;
}
