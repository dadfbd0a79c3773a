import type { BoardParameters } from './parameters';

export interface Card {
	column: string;
	/** Cards of a column in the order of these. */
	place: number;
	values: Record<string, string | number | boolean>;
}

export const cardsIn = <C extends Card>(cards: readonly C[], column: string): C[] =>
	cards.filter((card) => card.column === column).sort((a, b) => a.place - b.place);

/** Whether a column takes another card. */
export function hasRoom({ columns }: BoardParameters, cards: readonly Card[], column: string): boolean {
	const limit = columns.find(({ name }) => name === column)?.limit;
	return limit === undefined || cardsIn(cards, column).length < limit;
}

/** A place below all cards of a column. */
export const lastPlace = (cards: readonly Card[], column: string): number =>
	Math.max(0, ...cardsIn(cards, column).map(({ place }) => place)) + 1;

/** A place above or below a card's neighbour; undefined where there is none. @param step -1 to go up, 1 to go down */
export function placeBeside<C extends Card & { id: string }>(cards: readonly C[], card: C, step: number): number | undefined {
	const own = cardsIn(cards, card.column);
	const at = own.findIndex(({ id }) => id === card.id);
	const [near, far] = [own[at + step], own[at + 2 * step]];
	if (!near) return undefined;
	return far ? (near.place + far.place) / 2 : near.place + step;
}
