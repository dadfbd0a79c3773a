/** A round of cards: what is known goes, what is not comes again at the end. */

export interface Round {
	/** Indexes of the cards that are still to be known, the one that is shown first. */
	left: readonly number[];
	known: number;
	/** How often a card was not known. */
	again: number;
}

export const newRound = (order: readonly number[]): Round => ({ left: order, known: 0, again: 0 });

export const knew = ({ left, known, again }: Round): Round =>
	left.length ? { left: left.slice(1), known: known + 1, again } : { left, known, again };

export const knewNot = ({ left, known, again }: Round): Round =>
	left.length ? { left: [...left.slice(1), ...left.slice(0, 1)], known, again: again + 1 } : { left, known, again };
