import type { MinesParameters } from './parameters';

/** A board of hidden mines. Places are numbered row by row from 0. */

export type Size = Pick<MinesParameters['sizes'][number], 'rows' | 'columns' | 'mines'>;

export interface Game {
	size: Size;
	/** Laid with the first field that is opened, so that it never has one. */
	mines: ReadonlySet<number> | undefined;
	open: ReadonlySet<number>;
	flags: ReadonlySet<number>;
	/** The mine that was opened. */
	hit: number | undefined;
}

export const newGame = (size: Size): Game => ({ size, mines: undefined, open: new Set(), flags: new Set(), hit: undefined });

/** The places around a place. */
export function around({ rows, columns }: Size, place: number): number[] {
	const x = place % columns;
	const y = Math.floor(place / columns);
	const found: number[] = [];
	for (let dy = -1; dy <= 1; dy++)
		for (let dx = -1; dx <= 1; dx++) {
			const [nx, ny] = [x + dx, y + dy];
			if ((dx || dy) && nx >= 0 && ny >= 0 && nx < columns && ny < rows) found.push(ny * columns + nx);
		}
	return found;
}

export const countAround = ({ size, mines }: Game, place: number): number =>
	around(size, place).filter((one) => mines?.has(one)).length;

/** Mines anywhere but at the first place, and not around it where there is room elsewhere. @param mix gives places a new order */
export function layMines(size: Size, first: number, mix: (places: number[]) => number[]): ReadonlySet<number> {
	const near = new Set([first, ...around(size, first)]);
	const all = Array.from({ length: size.rows * size.columns }, (_, place) => place).filter((place) => place !== first);
	const far = mix(all.filter((place) => !near.has(place)));
	const close = mix(all.filter((place) => near.has(place)));
	return new Set([...far, ...close].slice(0, size.mines));
}

/** Opens a field, and around one without mines near it all that lies free. Flagged fields stay shut. */
export function opened(game: Game, place: number, mix: (places: number[]) => number[]): Game {
	if (isOver(game) || game.flags.has(place) || game.open.has(place)) return game;
	const mines = game.mines ?? layMines(game.size, place, mix);
	const known = { ...game, mines };
	if (mines.has(place)) return { ...known, hit: place };
	const open = new Set(game.open);
	const next = [place];
	for (let one = next.pop(); one !== undefined; one = next.pop()) {
		if (open.has(one) || game.flags.has(one)) continue;
		open.add(one);
		if (countAround(known, one) === 0) next.push(...around(game.size, one));
	}
	return { ...known, open };
}

/** Marks a shut field, or takes the mark away. */
export function flagged(game: Game, place: number): Game {
	if (isOver(game) || game.open.has(place)) return game;
	const flags = new Set(game.flags);
	if (!flags.delete(place)) flags.add(place);
	return { ...game, flags };
}

export const isWon = ({ size, open, hit }: Game): boolean =>
	hit === undefined && open.size === size.rows * size.columns - size.mines;
export const isOver = (game: Game): boolean => game.hit !== undefined || isWon(game);
