import type { ConnectFourParameters } from './parameters';

/** A board where two put pieces in turns until some are in a row. */

export type Player = 0 | 1;
export type Rules = Pick<ConnectFourParameters, 'columns' | 'rows' | 'win' | 'falls'>;

export interface Board {
	/** By place, row by row from the top; undefined where it is free. */
	places: readonly (Player | undefined)[];
	turn: Player;
	/** Where the last piece is. */
	last: number | undefined;
}

export const newBoard = ({ columns, rows }: Rules, turn: Player = 0): Board => ({
	places: Array.from({ length: columns * rows }, () => undefined),
	turn,
	last: undefined
});

/** Where a piece comes to lie that is put at a place; undefined when there is none free. */
export function landing(rules: Rules, { places }: Board, place: number): number | undefined {
	if (!rules.falls) return places[place] === undefined && place < places.length ? place : undefined;
	const column = place % rules.columns;
	for (let row = rules.rows - 1; row >= 0; row--) {
		const at = row * rules.columns + column;
		if (places[at] === undefined) return at;
	}
	return undefined;
}

/** Puts a piece; the same board where there is no free place, or somebody has won. */
export function put(rules: Rules, board: Board, place: number): Board {
	const at = landing(rules, board, place);
	if (at === undefined || rowOf(rules, board)) return board;
	const places = board.places.map((one, index) => (index === at ? board.turn : one));
	return { places, turn: board.turn === 0 ? 1 : 0, last: at };
}

const DIRECTIONS: readonly (readonly [dx: number, dy: number])[] = [
	[1, 0],
	[0, 1],
	[1, 1],
	[1, -1]
];

/** The places that win, by the last piece; undefined when nobody has won yet. */
export function rowOf(rules: Rules, { places, last }: Board): number[] | undefined {
	const player = last === undefined ? undefined : places[last];
	if (last === undefined || player === undefined) return undefined;
	for (const [dx, dy] of DIRECTIONS) {
		const row = [...along(rules, last, [-dx, -dy]).reverse(), last, ...along(rules, last, [dx, dy])];
		const from = row.indexOf(last);
		let first = from;
		let end = from;
		while (first > 0 && places[row[first - 1]!] === player) first--;
		while (end < row.length - 1 && places[row[end + 1]!] === player) end++;
		if (end - first + 1 >= rules.win) return row.slice(first, end + 1);
	}
	return undefined;
}

/** The places in a direction up to the edge, the nearest first. */
function along({ columns, rows, win }: Rules, place: number, [dx, dy]: readonly [number, number]): number[] {
	const found: number[] = [];
	for (let step = 1; step < win; step++) {
		const x = (place % columns) + dx * step;
		const y = Math.floor(place / columns) + dy * step;
		if (x < 0 || y < 0 || x >= columns || y >= rows) break;
		found.push(y * columns + x);
	}
	return found;
}

export const winnerOf = (rules: Rules, board: Board): Player | undefined =>
	rowOf(rules, board) && board.last !== undefined ? board.places[board.last] : undefined;
export const isFull = ({ places }: Board): boolean => places.every((one) => one !== undefined);

/** Every different move: columns where pieces fall, free places where they do not; the middle first. */
export function movesOf(rules: Rules, board: Board): number[] {
	const all = rules.falls ? Array.from({ length: rules.columns }, (_, column) => column) : board.places.map((_, place) => place);
	const middle = (rules.columns - 1) / 2;
	const far = (place: number) =>
		Math.abs((place % rules.columns) - middle) +
		(rules.falls ? 0 : Math.abs(Math.floor(place / rules.columns) - (rules.rows - 1) / 2));
	return all.filter((place) => landing(rules, board, place) !== undefined).sort((a, b) => far(a) - far(b));
}
