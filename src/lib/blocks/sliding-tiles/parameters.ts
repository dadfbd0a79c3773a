export interface SlidingTilesParameters {
	title: string;
	intro?: string;
	/** Tiles along each side. */
	size: number;
	/** The number that wins: a power of two. */
	target: number;
	/** Whether the last move can be taken back. */
	hasUndo: boolean;
}
