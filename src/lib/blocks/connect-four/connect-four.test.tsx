import { expect, it } from 'vitest';
import { bestMove } from './computer';
import { isFull, movesOf, newBoard, put, rowOf, winnerOf, type Rules } from './logic';

const FOUR: Rules = { columns: 7, rows: 6, win: 4, falls: true };
const THREE: Rules = { columns: 3, rows: 3, win: 3, falls: false };
const play = (rules: Rules, ...places: number[]) => places.reduce((board, place) => put(rules, board, place), newBoard(rules));

it('lets pieces fall to the lowest free place, and no further one into a full column', () => {
	const board = play(FOUR, 3, 3);
	expect([board.places[38], board.places[31]]).toEqual([0, 1]);
	const full = play(FOUR, 3, 3, 3, 3, 3, 3);
	expect(put(FOUR, full, 3)).toBe(full);
	expect(movesOf(FOUR, full)).not.toContain(3);
});

it('finds rows in all directions', () => {
	expect(rowOf(FOUR, play(FOUR, 0, 0, 1, 1, 2, 2, 3))).toEqual([35, 36, 37, 38]);
	expect(rowOf(FOUR, play(FOUR, 6, 5, 6, 5, 6, 5, 6))).toHaveLength(4);
	const rising = play(FOUR, 0, 1, 1, 2, 2, 3, 2, 3, 3, 6, 3);
	expect(winnerOf(FOUR, rising)).toBe(0);
	expect(rowOf(FOUR, rising)).toEqual([35, 29, 23, 17].reverse().sort((a, b) => b - a));
	expect(winnerOf(FOUR, play(FOUR, 3, 2, 2, 1, 1, 0, 1, 0, 0, 6, 0))).toBe(0);
});

it('does not join the end of one line with the start of the next', () => {
	expect(rowOf(FOUR, play(FOUR, 5, 0, 6, 1, 4, 2, 0))).toBeUndefined();
});

it('ends without a winner on a full board', () => {
	const board = play(THREE, 0, 1, 2, 4, 3, 5, 7, 6, 8);
	expect(isFull(board)).toBe(true);
	expect(winnerOf(THREE, board)).toBeUndefined();
	expect(bestMove(THREE, board)).toBeUndefined();
});

it('wins where it can, and else takes away what would lose', () => {
	expect(bestMove(FOUR, play(FOUR, 0, 6, 0, 6, 1, 6, 1))).toBe(6);
	expect(bestMove(FOUR, play(FOUR, 0, 6, 0, 5, 0))).toBe(0);
	expect(bestMove(THREE, play(THREE, 0, 4, 1))).toBe(2);
});

it('does not lose tic-tac-toe, whatever is played against it', () => {
	const explore = (board: ReturnType<typeof newBoard>): void => {
		if (rowOf(THREE, board) || isFull(board)) {
			expect(winnerOf(THREE, board)).not.toBe(0);
			return;
		}
		for (const move of movesOf(THREE, board)) {
			const next = put(THREE, board, move);
			const answer = rowOf(THREE, next) ? undefined : bestMove(THREE, next);
			explore(answer === undefined ? next : put(THREE, next, answer));
		}
	};
	explore(newBoard(THREE));
});
