import type { SnakeParameters } from './parameters';

/** A snake on a square of fields: each step it goes one field on; with food it grows. */

export type Direction = 'left' | 'right' | 'up' | 'down';
export interface Field {
	x: number;
	y: number;
}

export interface Game {
	size: number;
	walls: SnakeParameters['walls'];
	/** The head first. */
	snake: readonly Field[];
	direction: Direction;
	/** Turns that are still to be made, one per step. */
	turns: readonly Direction[];
	food: Field;
	isOver: boolean;
}

const START_LENGTH = 3;
const STEPS: Record<Direction, Field> = {
	left: { x: -1, y: 0 },
	right: { x: 1, y: 0 },
	up: { x: 0, y: -1 },
	down: { x: 0, y: 1 }
};
const BACK: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };
/** More turns than somebody means at a time: the rest is a key that is held. */
const MAX_TURNS = 3;

/** @param chance from 0 up to 1; where the first food is */
export function startGame({ size, walls }: Pick<SnakeParameters, 'size' | 'walls'>, chance: number): Game {
	const middle = Math.floor(size / 2);
	const snake = Array.from({ length: START_LENGTH }, (_, index) => ({ x: middle - index, y: middle }));
	return {
		size,
		walls,
		snake,
		direction: 'right',
		turns: [],
		food: freeField(size, snake, chance) ?? { x: 0, y: 0 },
		isOver: false
	};
}

/** Notes a turn for the next step that has none yet; never straight back, and not the way that it goes anyway. */
export function turnedTo(game: Game, to: Direction): Game {
	const last = game.turns.at(-1) ?? game.direction;
	if (to === last || to === BACK[last] || game.turns.length >= MAX_TURNS) return game;
	return { ...game, turns: [...game.turns, to] };
}

/** One step. @param chance from 0 up to 1; where food comes next once this one is eaten */
export function stepped(game: Game, chance: number): Game {
	if (game.isOver) return game;
	const { size, walls, snake, food } = game;
	const [direction = game.direction, ...turns] = game.turns;
	const head = snake[0]!;
	const ahead = { x: head.x + STEPS[direction].x, y: head.y + STEPS[direction].y };
	const isOut = ahead.x < 0 || ahead.y < 0 || ahead.x >= size || ahead.y >= size;
	const next = walls === 'wrap' ? { x: (ahead.x + size) % size, y: (ahead.y + size) % size } : ahead;
	const eats = same(next, food);
	// The tail's end goes on with the rest, unless the snake grows.
	const body = eats ? snake : snake.slice(0, -1);
	if ((isOut && walls === 'die') || body.some((part) => same(part, next))) return { ...game, direction, turns, isOver: true };
	const grown = [next, ...body];
	const place = eats ? freeField(size, grown, chance) : food;
	return { ...game, direction, turns, snake: grown, food: place ?? food, isOver: place === undefined };
}

export const pointsOf = ({ snake }: Game): number => snake.length - START_LENGTH;
export const same = (a: Field, b: Field): boolean => a.x === b.x && a.y === b.y;

/** Undefined when the snake is everywhere. */
function freeField(size: number, snake: readonly Field[], chance: number): Field | undefined {
	const all = Array.from({ length: size * size }, (_, index) => ({ x: index % size, y: Math.floor(index / size) }));
	const free = all.filter((field) => !snake.some((part) => same(part, field)));
	return free[Math.floor(chance * free.length)];
}
