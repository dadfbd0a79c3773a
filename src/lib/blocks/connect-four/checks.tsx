import { expect } from 'vitest';
import { gameWords } from '../../core/game-words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { ConnectFourParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ConnectFourParameters>;

export const checks = {
	drops: async (context) => {
		await again(context, 'person');
		const { columns, rows } = context.parameters;
		await put(context, 1);
		if (context.parameters.opponent !== 'computer') await put(context, 1);
		const taken = places(context).flatMap((one, place) => (isFree(one) ? [] : [place]));
		const fallen = [(rows - 2) * columns + 1, (rows - 1) * columns + 1];
		expect(taken).toEqual(context.parameters.opponent === 'computer' ? fallen.slice(1) : fallen);
	},
	'stays-put': async (context) => {
		await again(context, 'person');
		await put(context, 1);
		const first = labels(context);
		expect(places(context).flatMap((one, place) => (isFree(one) ? [] : [place]))).toEqual([1]);
		await put(context, 1);
		expect(labels(context)).toEqual(first);
	},
	'whose-turn': async (context) => {
		await again(context, 'person');
		const names = turnOf(context);
		await put(context, 0);
		const second = turnOf(context);
		expect(second).not.toBe(names);
		if (context.parameters.opponent === 'computer') return;
		await put(context, 1);
		expect(turnOf(context)).toBe(names);
	},
	'full-column': async (context) => {
		await again(context, 'person');
		const { rows } = context.parameters;
		for (let row = 0; row < rows; row++) await put(context, 0);
		const before = [labels(context), turnOf(context)];
		await put(context, 0);
		expect(context.view.getByText(words('full'))).toBeTruthy();
		expect([labels(context), turnOf(context)[0]]).toEqual([before[0], before[1]?.[0]]);
	},
	wins: async (context) => {
		await again(context, 'person');
		await winByFirst(context);
		const over = context.view.getAllByRole('status').at(-1)!;
		expect(over.textContent).toContain(gameWords('wins-player', { name: nameOf(context, 0) }));
		const end = labels(context);
		for (const place of places(context).keys()) if (isFree(places(context)[place]!)) await put(context, place);
		expect(labels(context)).toEqual(end);
	},
	ends: async (context) => {
		clock.stop();
		await again(context, 'computer');
		expect(await playToEnd(context)).toBe(true);
		const end = labels(context);
		await clock.pass(2000);
		expect(labels(context)).toEqual(end);
	},
	'computer-plays': async (context) => {
		clock.stop();
		await again(context, 'computer');
		await put(context, 0);
		expect(taken(context)).toBe(1);
		// While it thinks, nobody can put a second piece.
		await put(context, 1);
		expect(taken(context)).toBe(1);
		await clock.pass(2000);
		expect(taken(context)).toBe(2);
		expect(turnOf(context)).toContain(nameOf(context, 0));
	},
	'computer-blocks': async (context) => {
		clock.stop();
		// From any first moves: as soon as the person could win by one more piece, that place is taken.
		const { parameters } = context;
		for (let first = 0; first < parameters.columns; first++) {
			await again(context, 'computer');
			for (let move = 0; move < parameters.win - 1; move++) {
				const at = parameters.falls ? first : first + move * parameters.columns;
				if (!places(context)[at]) break;
				await put(context, at);
				await clock.pass(2000);
			}
			expect(context.view.queryByText(gameWords('wins-player', { name: nameOf(context, 0) }))).toBeNull();
			if (context.view.queryByText(gameWords('wins-player', { name: words('is-computer') }))) continue;
			const last = parameters.falls ? first : first + (parameters.win - 1) * parameters.columns;
			if (places(context)[last]) await put(context, last);
			expect(context.view.queryByText(gameWords('wins-player', { name: nameOf(context, 0) }))).toBeNull();
		}
	},
	'new-game': async (context) => {
		const isAlone = context.parameters.opponent === 'computer';
		if (isAlone) clock.stop();
		await again(context, 'person');
		if (isAlone) await playToEnd(context);
		else await winByFirst(context);
		await context.user.click(context.view.getAllByRole('button', { name: gameWords('new-game') }).at(-1)!);
		expect(taken(context)).toBe(0);
		const won = (view: Context['view']) => [...view.getAllByRole('definition')].map((one) => Number(one.textContent));
		const counts = won(context.view);
		expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
		if (!isAlone) expect(counts).toEqual([1, 0, 0]);
		expect(won(await context.reload())).toEqual(counts);
	}
} satisfies Checks<ConnectFourParameters>;

const places = ({ view }: Context) => [...view.getByLabelText(words('board')).querySelectorAll('button')];
const isFree = (place: Element) => (place.getAttribute('aria-label') ?? '').endsWith(words('free'));
const labels = (context: Context) => places(context).map((one) => one.getAttribute('aria-label'));
const taken = (context: Context) => places(context).filter((one) => !isFree(one)).length;
const turnOf = ({ view }: Context) => view.getAllByRole('status')[0]?.textContent ?? '';
const nameOf = ({ parameters }: Context, player: 0 | 1) => parameters.names?.[player] ?? gameWords('player', { n: player + 1 });

const put = (context: Context, place: number) => context.user.click(places(context)[place]!);

/** A new game against a person where that is offered. */
async function again({ parameters, view, user }: Context, against: 'person' | 'computer'): Promise<void> {
	if (parameters.opponent === 'both') await user.click(view.getByRole('radio', { name: words(against) }));
	await user.click(view.getAllByRole('button', { name: gameWords('new-game') })[0]!);
}

/** Plays the first free place again and again. @returns whether it was said how the game ended */
async function playToEnd(context: Context): Promise<boolean> {
	const ends = [
		gameWords('draw'),
		...[nameOf(context, 0), words('is-computer')].map((name) => gameWords('wins-player', { name }))
	];
	for (let move = 0; move < places(context).length; move++) {
		if (ends.some((text) => context.view.queryByText(text))) return true;
		await put(context, places(context).findIndex(isFree));
		await clock.pass(2000);
	}
	return ends.some((text) => context.view.queryByText(text));
}

/** The first one puts a column, the second one beside it: the first has so many in a row. */
async function winByFirst(context: Context): Promise<void> {
	const { columns, rows, win, falls } = context.parameters;
	// Along the longer side, where so many fit.
	const isUpright = rows >= win;
	for (let move = 0; move < win; move++) {
		const at = (line: number) => (falls ? (isUpright ? line : move) : isUpright ? move * columns + line : line * columns + move);
		await put(context, at(0));
		if (move < win - 1) await put(context, at(1));
	}
}
