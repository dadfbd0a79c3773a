import { expect, it } from 'vitest';
import { pointsOf, startGame, stepped, turnedTo, type Game } from './logic';

const start = (walls: 'die' | 'wrap' = 'die') => ({ ...startGame({ size: 8, walls }, 0), food: { x: 7, y: 7 } });
const steps = (game: Game, count: number) => Array.from({ length: count }).reduce<Game>((now) => stepped(now, 0), game);

it('never turns straight back, not by two turns within a step either', () => {
	const game = start();
	expect(turnedTo(game, 'left')).toBe(game);
	const twice = turnedTo(turnedTo(game, 'up'), 'left');
	expect(twice.turns).toEqual(['up', 'left']);
	expect(steps(twice, 2)).toMatchObject({ isOver: false, direction: 'left' });
	expect(turnedTo(turnedTo(game, 'up'), 'down').turns).toEqual(['up']);
});

it('grows by what it eats and finds new food where it is not', () => {
	const { snake } = start();
	const game = stepped({ ...start(), food: { x: snake[0]!.x + 1, y: snake[0]!.y } }, 0.999);
	expect(pointsOf(game)).toBe(1);
	expect(game.snake).toHaveLength(4);
	expect(game.food).toEqual({ x: 7, y: 7 });
});

it('ends at a wall, or comes in at the other side', () => {
	expect(steps(start(), 3).isOver).toBe(false);
	expect(steps(start(), 4).isOver).toBe(true);
	expect(steps(start('wrap'), 4)).toMatchObject({ isOver: false, snake: [{ x: 0, y: 4 }, { x: 7 }, { x: 6 }] });
});

it('ends when it bites itself, but may go where its tail has just left', () => {
	const ring = [
		{ x: 2, y: 2 },
		{ x: 2, y: 3 },
		{ x: 3, y: 3 },
		{ x: 3, y: 2 }
	];
	const game: Game = { ...start(), snake: ring, direction: 'up', turns: ['right'] };
	expect(stepped(game, 0).isOver).toBe(false);
	expect(stepped({ ...game, snake: [...ring, { x: 4, y: 2 }] }, 0).isOver).toBe(true);
});
