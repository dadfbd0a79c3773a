import { randomBelow } from '../../core/random';

/** The game of sliding tiles: equal numbers that meet become their sum, once per move. */

export type Direction = 'left' | 'right' | 'up' | 'down';

export interface Tile {
	/** Stays the same while the tile moves. */
	id: number;
	value: number;
	/** From the left and from the top, from 0. */
	x: number;
	y: number;
	/** Came of two that met in the last move. */
	isMerged?: boolean;
	isNew?: boolean;
}

export interface Board {
	size: number;
	tiles: readonly Tile[];
	score: number;
	nextId: number;
}

export const emptyBoard = (size: number): Board => ({ size, tiles: [], score: 0, nextId: 1 });

/** Two tiles at places by chance. */
export const startBoard = (size: number): Board => withNewTile(withNewTile(emptyBoard(size)));

/** A board with these numbers, 0 for an empty place; for tests and for what was kept. @param rows from top to bottom */
export function boardOf(rows: readonly (readonly number[])[], score = 0): Board {
	const tiles = rows.flatMap((row, y) => row.flatMap((value, x) => (value ? [{ value, x, y }] : [])));
	return { size: rows.length, tiles: tiles.map((tile, index) => ({ ...tile, id: index + 1 })), score, nextId: tiles.length + 1 };
}

export function rowsOf({ size, tiles }: Board): number[][] {
	const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
	for (const { x, y, value } of tiles) rows[y]![x] = value;
	return rows;
}

/** All tiles as far as they go; the same board when none can move. Nothing new appears. */
export function moved(board: Board, direction: Direction): Board {
	const { size } = board;
	let { score, nextId } = board;
	const tiles: Tile[] = [];
	for (let line = 0; line < size; line++) {
		let at = 0;
		let last: Tile | undefined;
		for (const { id, value } of lineOf(board, line, direction)) {
			if (last && last.value === value && !last.isMerged) {
				last.value *= 2;
				last.isMerged = true;
				last.id = nextId++;
				score += last.value;
				continue;
			}
			last = { id, value, ...placeOf({ line, at, direction, size }) };
			at++;
			tiles.push(last);
		}
	}
	const isSame = tiles.length === board.tiles.length && tiles.every((tile) => board.tiles.some((one) => sits(one, tile)));
	return isSame ? board : { size, tiles, score, nextId };
}

const sits = (a: Tile, b: Tile) => a.x === b.x && a.y === b.y && a.value === b.value;

/** The tiles of a row or column, the first one where the move pushes them to. */
function lineOf({ tiles }: Board, line: number, direction: Direction): Tile[] {
	const isRow = direction === 'left' || direction === 'right';
	const sign = direction === 'left' || direction === 'up' ? 1 : -1;
	return tiles.filter(({ x, y }) => (isRow ? y : x) === line).sort((a, b) => sign * (isRow ? a.x - b.x : a.y - b.y));
}

interface Place {
	line: number;
	at: number;
	direction: Direction;
	size: number;
}

function placeOf({ line, at, direction, size }: Place): { x: number; y: number } {
	const from = direction === 'left' || direction === 'up' ? at : size - 1 - at;
	return direction === 'left' || direction === 'right' ? { x: from, y: line } : { x: line, y: from };
}

/** A 2, or a 4 once in ten, at an empty place; the same board when it is full. */
export function withNewTile(board: Board): Board {
	const rows = rowsOf(board);
	const free = rows.flatMap((row, y) => row.flatMap((value, x) => (value ? [] : [{ x, y }])));
	const place = free[randomBelow(free.length)];
	if (!place) return board;
	const tile: Tile = { id: board.nextId, value: randomBelow(10) === 0 ? 4 : 2, isNew: true, ...place };
	return { ...board, tiles: [...board.tiles, tile], nextId: board.nextId + 1 };
}

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];

export const isStuck = (board: Board): boolean => DIRECTIONS.every((direction) => moved(board, direction) === board);
export const highestOf = ({ tiles }: Board): number => Math.max(0, ...tiles.map(({ value }) => value));
