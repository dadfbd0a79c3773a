import { expect, it } from 'vitest';
import { dealt, isOver, pointsOf, turned, turnedBack, winnerOf, type MemoryGame } from './logic';

const play = (game: MemoryGame, ...places: number[]) => places.reduce(turned, game);

it('turns two cards, and no third one before they are turned back', () => {
	const game = play(dealt([0, 1, 0, 1], 1), 0, 1, 2);
	expect(game).toMatchObject({ open: [0, 1], moves: 1 });
	expect(turnedBack(game)).toMatchObject({ open: [], moves: 1 });
});

it('keeps a card from being a pair with itself, and found cards from being turned', () => {
	const once = play(dealt([0, 1, 0, 1], 1), 0, 0);
	expect(once).toMatchObject({ open: [0], moves: 0 });
	const found = play(once, 2);
	expect(found).toMatchObject({ open: [], moves: 1, foundBy: [0, undefined, 0, undefined] });
	expect(play(found, 0, 2)).toBe(found);
});

it('goes on with the same player after a pair and with the other one after a miss', () => {
	const pair = play(dealt([0, 1, 0, 1, 2, 2], 2), 0, 2);
	expect(pair.turn).toBe(0);
	const missed = turnedBack(play(pair, 1, 4));
	expect(missed.turn).toBe(1);
	const end = play(missed, 1, 3, 4, 5);
	expect(isOver(end)).toBe(true);
	expect(pointsOf(end)).toEqual([1, 2]);
	expect(winnerOf(end)).toBe(1);
});

it('knows no winner of a draw', () => {
	const end = play(turnedBack(play(play(dealt([0, 0, 1, 1, 2, 2, 3, 3], 2), 0, 1, 2, 3), 4, 6)), 4, 5, 6, 7);
	expect(pointsOf(end)).toEqual([2, 2]);
	expect(winnerOf(end)).toBeUndefined();
});
