import { act, fireEvent } from '@testing-library/react';
import { expect } from 'vitest';
import { gameWords } from '../../core/game-words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { MinesParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<MinesParameters>;

export const checks = {
	deals: async (context) => {
		const { parameters, view, user } = context;
		for (const { label, rows, columns, mines } of parameters.sizes) {
			if (parameters.sizes.length > 1) await user.click(view.getByRole('radio', { name: label }));
			expect(states(context)).toEqual(Array.from({ length: rows * columns }, () => 'shut'));
			expect(figure(context, words('left'))).toBe(String(mines));
		}
	},
	'first-safe': async (context) => {
		const all = places(context).length;
		for (let game = 0; game < 8; game++) {
			await press(context, (game * 37) % all);
			expect(states(context)[(game * 37) % all]).toBe('open');
			await newGame(context);
		}
	},
	'opens-empty': async (context) => {
		await press(context, 0);
		// Whatever is open agrees with its neighbours: a field without a number has none shut around it.
		for (const place of open(context)) {
			const count = Number(places(context)[place]?.textContent || 0);
			const shut = near(context, place).filter((one) => states(context)[one] !== 'open');
			if (count === 0) expect(shut).toEqual([]);
			else expect(shut.length).toBeGreaterThanOrEqual(count);
		}
		expect(open(context).length).toBeGreaterThan(1);
	},
	flags: async (context) => {
		const { mines } = context.parameters.sizes[0]!;
		await act(async () => {
			fireEvent.contextMenu(places(context)[3]!);
		});
		expect(states(context)[3]).toBe('flag');
		expect(figure(context, words('left'))).toBe(String(mines - 1));
		await press(context, 3);
		expect(states(context)[3]).toBe('flag');
		await context.user.click(context.view.getByRole('radio', { name: words('flags') }));
		await press(context, 3);
		expect(states(context)[3]).toBe('shut');
		expect(figure(context, words('left'))).toBe(String(mines));
	},
	wins: async (context) => {
		const found = await learn(context);
		expect(found.length).toBe(context.parameters.sizes[0]?.mines);
		expect(context.view.getByText(words('won'))).toBeTruthy();
		expect(figure(context, gameWords('best'))).toMatch(/^\d+:\d\d$/);
		const again = { ...context, view: await context.reload() };
		expect(figure(again, gameWords('best'))).toMatch(/^\d+:\d\d$/);
	},
	loses: async (context) => {
		for (let game = 0; game < 50; game++) {
			await press(context, 0);
			const shut = states(context).findIndex((state) => state === 'shut');
			for (let place = shut; place >= 0 && !isOver(context); place = states(context).indexOf('shut')) await press(context, place);
			if (context.view.queryByText(words('lost'))) break;
			await newGame(context);
		}
		expect(context.view.getByText(words('lost'))).toBeTruthy();
		const { mines } = context.parameters.sizes[0]!;
		expect(states(context).filter((state) => state === 'mine' || state === 'hit')).toHaveLength(mines);
		const end = states(context).join();
		for (const [place, state] of states(context).entries()) if (state === 'shut') await press(context, place);
		expect(states(context).join()).toBe(end);
	}
} satisfies Checks<MinesParameters>;

const places = ({ view }: Context) => [...view.getByLabelText(words('board')).querySelectorAll('button')];
const states = (context: Context) => places(context).map((one) => one.dataset['state'] ?? '');
const open = (context: Context) => states(context).flatMap((state, place) => (state === 'open' ? [place] : []));
const figure = ({ view }: Context, label: string) => view.getByText(label).nextElementSibling?.textContent;
const isOver = ({ view }: Context) => view.queryByText(words('lost')) !== null || view.queryByText(words('won')) !== null;

const press = (context: Context, place: number) => context.user.click(places(context)[place]!);
const newGame = ({ view, user }: Context) => user.click(view.getAllByRole('button', { name: gameWords('new-game') })[0]!);

function near({ parameters }: Context, place: number): number[] {
	const { rows, columns } = parameters.sizes[0]!;
	const [x, y] = [place % columns, Math.floor(place / columns)];
	return Array.from({ length: rows * columns }, (_, one) => one).filter(
		(one) => one !== place && Math.abs((one % columns) - x) <= 1 && Math.abs(Math.floor(one / columns) - y) <= 1
	);
}

/** Plays by what the numbers prove, and by luck where they prove nothing, until a game is won. @returns the mines */
async function learn(context: Context): Promise<number[]> {
	for (let game = 0; game < 60; game++) {
		await press(context, 0);
		while (!isOver(context)) {
			const mines = provenMines(context);
			const safe = provenSafe(context, mines);
			const guess = states(context).findIndex((state, place) => state === 'shut' && !mines.has(place));
			await press(context, safe ?? guess);
		}
		if (context.view.queryByText(words('won')))
			return states(context).flatMap((state, place) => (state === 'mine' ? [place] : []));
		await newGame(context);
	}
	throw new Error('No game was won in sixty.');
}

/** Shut fields that must have mines: as many as the number beside them says. */
function provenMines(context: Context): Set<number> {
	const now = states(context);
	const all = places(context);
	const mines = new Set<number>();
	for (const [place, state] of now.entries()) {
		if (state !== 'open') continue;
		const shut = near(context, place).filter((one) => now[one] === 'shut');
		if (shut.length === Number(all[place]?.textContent || 0)) shut.forEach((one) => mines.add(one));
	}
	return mines;
}

/** A shut field that cannot have a mine: the number beside it has all of its own. */
function provenSafe(context: Context, mines: ReadonlySet<number>): number | undefined {
	const now = states(context);
	const all = places(context);
	for (const [place, state] of now.entries()) {
		if (state !== 'open') continue;
		const shut = near(context, place).filter((one) => now[one] === 'shut');
		const known = shut.filter((one) => mines.has(one));
		const free = shut.find((one) => !mines.has(one));
		if (free !== undefined && known.length === Number(all[place]?.textContent || 0)) return free;
	}
	return undefined;
}
