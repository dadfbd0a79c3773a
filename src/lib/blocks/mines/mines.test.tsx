import { expect, it } from 'vitest';
import { around, countAround, flagged, isOver, isWon, layMines, newGame, opened, type Game } from './logic';

const SIZE = { rows: 5, columns: 5, mines: 2 };
const inOrder = (places: number[]) => places;
/** Mines in the two corners at the bottom. */
const game: Game = { ...newGame(SIZE), mines: new Set([20, 24]) };

it('knows what lies around a corner, an edge and the middle', () => {
	expect(around(SIZE, 0)).toEqual([1, 5, 6]);
	expect(around(SIZE, 2)).toHaveLength(5);
	expect(around(SIZE, 12)).toHaveLength(8);
	expect(around(SIZE, 4)).not.toContain(5);
});

it('opens all that lies free around, up to the numbers', () => {
	const next = opened(game, 0, inOrder);
	expect(isWon(next)).toBe(true);
	const narrow = opened({ ...game, size: { ...SIZE, mines: 3 }, mines: new Set([5, 6, 1]) }, 0, inOrder);
	expect([...narrow.open]).toEqual([0]);
	expect(countAround(narrow, 0)).toBe(3);
});

it('lays no mine where the first field is opened, nor around it while there is room', () => {
	for (let place = 0; place < 25; place++) {
		const mines = layMines(SIZE, place, (places) => [...places].reverse());
		expect(mines.size).toBe(2);
		for (const near of [place, ...around(SIZE, place)]) expect(mines.has(near)).toBe(false);
	}
	expect(layMines({ ...SIZE, mines: 24 }, 7, inOrder).has(7)).toBe(false);
});

it('keeps flagged fields shut, and ends at a mine', () => {
	const marked = flagged(game, 20);
	expect(opened(marked, 20, inOrder)).toBe(marked);
	expect(flagged(marked, 20).flags.size).toBe(0);
	const lost = opened(game, 24, inOrder);
	expect([lost.hit, isOver(lost), isWon(lost)]).toEqual([24, true, false]);
	expect(opened(lost, 0, inOrder)).toBe(lost);
});
