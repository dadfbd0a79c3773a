import { isFull, movesOf, put, rowOf, type Board, type Rules } from './logic';

/** The computer's move: it looks some moves ahead, wins where it can, and takes away what would lose. */

/** Positions that are looked at for one move: far enough to play well, few enough for a phone to answer at once. */
const MOST_POSITIONS = 60_000;

/** The place of its piece; undefined on a full board. */
export function bestMove(rules: Rules, board: Board): number | undefined {
	const moves = movesOf(rules, board);
	const depth = depthOf(rules, moves.length, board.places.filter((one) => one === undefined).length);
	let best: number | undefined;
	let most = -Infinity;
	for (const move of moves) {
		const worth = -worthOf(rules, put(rules, board, move), { depth: depth - 1, least: -Infinity, most: -most });
		if (worth > most) {
			most = worth;
			best = move;
		}
	}
	return best;
}

/** As deep as the number of positions allows, were none of them pruned. Where pieces do not fall, each move leaves one choice less. */
function depthOf({ falls }: Rules, choices: number, free: number): number {
	let positions = choices;
	for (let depth = 1; depth < free; depth++) {
		positions *= falls ? choices - 1 : choices - depth;
		if (positions > MOST_POSITIONS) return Math.max(2, depth);
	}
	return Math.max(2, free);
}

interface Search {
	depth: number;
	least: number;
	most: number;
}

/** What a board is worth to who has the turn: a loss is worse the sooner it comes. @source alpha-beta search in its negamax form */
function worthOf(rules: Rules, board: Board, { depth, least, most }: Search): number {
	if (rowOf(rules, board)) return -1000 - depth;
	if (isFull(board)) return 0;
	if (depth === 0) return chances(rules, board);
	let floor = least;
	for (const move of movesOf(rules, board)) {
		floor = Math.max(floor, -worthOf(rules, put(rules, board, move), { depth: depth - 1, least: -most, most: -floor }));
		if (floor >= most) break;
	}
	return floor;
}

/** Pieces near the middle have more rows to win by: own ones less those of the other. */
function chances({ columns, rows }: Rules, { places, turn }: Board): number {
	let worth = 0;
	for (const [place, player] of places.entries()) {
		if (player === undefined) continue;
		const x = place % columns;
		const y = Math.floor(place / columns);
		const inner = Math.min(x, columns - 1 - x) + Math.min(y, rows - 1 - y);
		worth += player === turn ? inner : -inner;
	}
	return worth;
}
