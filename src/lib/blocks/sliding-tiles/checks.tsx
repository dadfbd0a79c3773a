import { expect } from 'vitest';
import { gameWords } from '../../core/game-words';
import { writeStored } from '../../core/stored';
import type { CheckContext, Checks } from '../../testing/check-page';
import { boardOf, moved, rowsOf } from './logic';
import type { SlidingTilesParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<SlidingTilesParameters>;

export const checks = {
	starts: ({ view, parameters }) => {
		const values = rows({ view, parameters }).flat();
		expect(values).toHaveLength(parameters.size ** 2);
		expect(values.filter(Boolean)).toHaveLength(2);
		expect(values.filter(Boolean).every((value) => value === 2 || value === 4)).toBe(true);
	},
	slides: async (context) => {
		const { parameters, user } = context;
		const size = parameters.size;
		const start = empty(size);
		start[1]![1] = 2;
		start[2]![0] = 4;
		const last = size - 1;
		// Where the 2 and the 4 then lie, as [row, place].
		for (const [key, two, four] of [
			['ArrowRight', [1, last], [2, last]],
			['ArrowLeft', [1, 0], [2, 0]],
			['ArrowUp', [0, 1], [0, 0]],
			['ArrowDown', [last, 1], [last, 0]]
		] as const) {
			const game = await begin(context, start);
			await user.press(key);
			expect(rows(game)[two[0]]?.[two[1]]).toBe(2);
			expect(rows(game)[four[0]]?.[four[1]]).toBe(4);
			expect(rows(game).flat().filter(Boolean)).toHaveLength(3);
		}
	},
	'merges-once': async (context) => {
		const { parameters, user } = context;
		const start = empty(parameters.size);
		start[0] = [2, 2, 4, ...Array.from({ length: parameters.size - 3 }, () => 0)];
		const game = await begin(context, start);
		await user.press('ArrowLeft');
		// Not 8: the 4 that came of the two is not merged again in the same move.
		expect(rows(game)[0]?.slice(0, 2)).toEqual([4, 4]);
		expect(figure(game, gameWords('points'))).toBe('4');
	},
	'buttons-slide': async (context) => {
		const { parameters, user } = context;
		const start = empty(parameters.size);
		start[0]![0] = 2;
		const game = await begin(context, start);
		await user.click(game.view.getByRole('button', { name: words('right') }));
		expect(rows(game)[0]?.at(-1)).toBe(2);
		await user.click(game.view.getByRole('button', { name: words('down') }));
		expect(rows(game).at(-1)?.at(-1)).toBeGreaterThan(0);
	},
	'nothing-moves': async (context) => {
		const start = empty(context.parameters.size);
		start[0]![0] = 2;
		const game = await begin(context, start);
		await context.user.press('ArrowLeft');
		await context.user.press('ArrowUp');
		expect(rows(game)).toEqual(start);
	},
	over: async (context) => {
		const { parameters, user } = context;
		const game = await begin(context, almostFull(parameters.size));
		await user.press('ArrowLeft');
		expect(game.view.getByRole('status').textContent).toContain(words('stuck'));
		await user.click(game.view.getAllByRole('button', { name: gameWords('new-game') }).at(-1)!);
		expect(rows(game).flat().filter(Boolean)).toHaveLength(2);
		expect(game.view.queryByRole('status')).toBeNull();
	},
	wins: async (context) => {
		const { parameters, user } = context;
		const start = empty(parameters.size);
		start[0]![0] = parameters.target / 2;
		start[0]![1] = parameters.target / 2;
		const game = await begin(context, start);
		expect(game.view.queryByRole('status')).toBeNull();
		await user.press('ArrowLeft');
		expect(game.view.getByRole('status').textContent).toContain(words('reached', { n: parameters.target }));
		await user.click(game.view.getByRole('button', { name: words('play-on') }));
		expect(game.view.queryByRole('status')).toBeNull();
		await user.press('ArrowRight');
		expect(rows(game)[0]).toContain(parameters.target);
		expect(rows(game)[0]?.[0]).not.toBe(parameters.target);
	},
	undo: async (context) => {
		const { parameters, user } = context;
		const start = empty(parameters.size);
		start[0]![0] = 8;
		start[0]![1] = 8;
		const game = await begin(context, start);
		await user.press('ArrowLeft');
		expect(figure(game, gameWords('points'))).toBe('16');
		await user.click(game.view.getByRole('button', { name: gameWords('undo') }));
		expect(rows(game)).toEqual(start);
		expect(figure(game, gameWords('points'))).toBe('0');
	},
	'best-stays': async (context) => {
		const { parameters, user } = context;
		const start = empty(parameters.size);
		start[0]![0] = 8;
		start[0]![1] = 8;
		const game = await begin(context, start);
		await user.press('ArrowLeft');
		const left = rows(game);
		const again = { ...context, view: await context.reload() };
		expect(rows(again)).toEqual(left);
		expect(figure(again, gameWords('best'))).toBe('16');
		await user.click(again.view.getByRole('button', { name: gameWords('new-game') }));
		expect(figure(again, gameWords('points'))).toBe('0');
		expect(figure(again, gameWords('best'))).toBe('16');
	}
} satisfies Checks<SlidingTilesParameters>;

type View = Pick<Context, 'view' | 'parameters'>;

const empty = (size: number) => Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
const figure = ({ view }: View, label: string) => view.getByText(label).nextElementSibling?.textContent;

/** The numbers on the board as they are read out, 0 where a place is empty. */
const rows = ({ view, parameters }: View): number[][] =>
	[...view.getByLabelText(words('board', { n: parameters.size })).children].map((line, index) => {
		const text = line.textContent ?? '';
		const before = words('row', { n: index + 1, values: '' });
		return text
			.slice(before.length)
			.split(', ')
			.map((value) => (value === words('empty') ? 0 : Number(value)));
	});

/** The game as it goes on from a board that was kept. @param start rows from top to bottom */
async function begin(context: Context, start: readonly (readonly number[])[]): Promise<Context> {
	writeStored(`sliding-tiles-game-${context.parameters.title}`, JSON.stringify({ rows: start, score: 0, hasPlayedOn: false }));
	return { ...context, view: await context.reload() };
}

/** A full board but for one place that the first row's slide to the left leaves: after it, no move is left. */
function almostFull(size: number): number[][] {
	// 8, 16, 32 ... in a pattern where no neighbours are equal, and neither 2 nor 4: what comes new fits nowhere.
	const full: number[][] = Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => ((x + y) % 2 ? 8 : 16)));
	const first = Array.from({ length: size }, (_, x) => (x % 2 ? 8 : 16));
	full[0] = [0, ...first.slice(0, size - 1)];
	const after = rowsOf(moved(boardOf(full), 'left'));
	expect(after[0]?.at(-1)).toBe(0);
	return full;
}
