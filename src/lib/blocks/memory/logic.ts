/** A game of pairs: cards lie face down, two are turned at a time. */

export interface MemoryGame {
	/** Which picture each card has, by index. */
	cards: readonly number[];
	/** Places of the cards that are turned and not yet settled: two at most. */
	open: readonly number[];
	/** By place: who found it; undefined while it lies there. */
	foundBy: readonly (number | undefined)[];
	moves: number;
	/** Whose turn it is, from 0. */
	turn: number;
	/** How many play. */
	players: number;
}

/** @param order pictures by index, each twice, as they are to lie */
export const dealt = (order: readonly number[], players: number): MemoryGame => ({
	cards: order,
	open: [],
	foundBy: order.map(() => undefined),
	moves: 0,
	turn: 0,
	players
});

/** Turns a card. A third one, one that is open and one that is found stay as they are. */
export function turned(game: MemoryGame, place: number): MemoryGame {
	const { cards, open, foundBy, moves, turn } = game;
	if (open.length === 2 || open.includes(place) || foundBy[place] !== undefined || cards[place] === undefined) return game;
	const [first] = open;
	if (first === undefined) return { ...game, open: [place] };
	const isPair = cards[first] === cards[place];
	if (!isPair) return { ...game, open: [first, place], moves: moves + 1 };
	return {
		...game,
		open: [],
		moves: moves + 1,
		foundBy: foundBy.map((who, index) => (index === first || index === place ? turn : who))
	};
}

/** Turns two cards that are no pair back; then it is the next one's turn. */
export const turnedBack = (game: MemoryGame): MemoryGame =>
	game.open.length < 2 ? game : { ...game, open: [], turn: (game.turn + 1) % game.players };

export const isOver = ({ foundBy }: MemoryGame): boolean => foundBy.every((who) => who !== undefined);

/** Pairs by player. */
export const pointsOf = ({ foundBy, players }: MemoryGame): number[] =>
	Array.from({ length: players }, (_, player) => foundBy.filter((who) => who === player).length / 2);

/** Who has most pairs; undefined when several have. */
export function winnerOf(game: MemoryGame): number | undefined {
	const points = pointsOf(game);
	const most = Math.max(...points);
	return points.filter((one) => one === most).length === 1 ? points.indexOf(most) : undefined;
}
