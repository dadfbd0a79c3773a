import { expect, it } from 'vitest';
import { boardOf, isStuck, moved, rowsOf, startBoard, withNewTile } from './logic';

const slid = (row: number[], direction: 'left' | 'right' = 'left') =>
	rowsOf(moved(boardOf([row, [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]), direction))[0];

it('merges equal tiles once per move, first those that the move pushes against', () => {
	expect(slid([2, 2, 2, 2])).toEqual([4, 4, 0, 0]);
	expect(slid([2, 2, 4, 0])).toEqual([4, 4, 0, 0]);
	expect(slid([2, 2, 2, 0])).toEqual([4, 2, 0, 0]);
	expect(slid([2, 2, 2, 0], 'right')).toEqual([0, 0, 2, 4]);
	expect(slid([2, 0, 0, 2])).toEqual([4, 0, 0, 0]);
	expect(slid([2, 4, 2, 4])).toEqual([2, 4, 2, 4]);
});

it('moves columns up and down', () => {
	const board = boardOf([
		[0, 2],
		[4, 2]
	]);
	expect(rowsOf(moved(board, 'up'))).toEqual([
		[4, 4],
		[0, 0]
	]);
	expect(moved(board, 'down').score).toBe(4);
});

it('answers with the same board when nothing can move', () => {
	const board = boardOf([
		[2, 4],
		[4, 2]
	]);
	expect(moved(board, 'left')).toBe(board);
	expect(isStuck(board)).toBe(true);
	expect(withNewTile(board)).toBe(board);
});

it('starts with two tiles at places of their own', () => {
	for (let game = 0; game < 50; game++) {
		const { tiles } = startBoard(4);
		expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(2);
		expect(tiles.every(({ value }) => value === 2 || value === 4)).toBe(true);
	}
});
